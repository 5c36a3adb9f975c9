package org.tocsin.runtime.kafka;

import java.io.Serializable;
import org.apache.avro.generic.IndexedRecord;
import org.tocsin.schemas.Contract;

/**
 * Makes a job's values of accepted records.
 *
 * @param <T> what the job reads
 */
public interface RecordReader<T> extends Serializable {

  /**
   * @param record of the stream's schema
   * @throws RuntimeException when this version cannot make anything of it; it is then refused
   */
  T read(Contract stream, IndexedRecord record);

  /** When it happened, epoch milliseconds. */
  long eventTime(T value);

  /** The stream it came from. */
  Contract stream(T value);
}
