package org.tocsin.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/**
 * Avro's single-object encoding, as Kafka values carry it: {@code C3 01}, the CRC-64-AVRO
 * fingerprint of the writer's schema (eight bytes, lowest first), the body. Thread-safe.
 */
public final class SingleObject {

  private static final int HEADER_BYTES = 10;
  private static final byte MARKER_0 = (byte) 0xC3;
  private static final byte MARKER_1 = 1;

  private static final ThreadLocal<BoundedDecoder> DECODER =
      ThreadLocal.withInitial(BoundedDecoder::new);
  private static final ThreadLocal<Encoding> ENCODING = ThreadLocal.withInitial(Encoding::new);
  private static final Map<Contract, DatumWriter<GenericRecord>> WRITERS = writers();

  private SingleObject() {}

  /** The record as a Kafka value. */
  public static byte[] encode(Contract contract, GenericRecord record) {
    return ENCODING.get().encode(contract, record);
  }

  /**
   * Reads a Kafka value.
   *
   * @param value null for a message without one
   * @param now the machine's clock, epoch milliseconds
   */
  public static Reading decode(Contract contract, byte[] value, long now) {
    if (value == null || value.length == 0) {
      return refused(ReasonCode.EMPTY_RECORD, "the message must have a value");
    }
    if (PlainJson.tooLarge(contract, value.length)) {
      return refused(ReasonCode.RECORD_TOO_LARGE, "the record must not be over 64 KiB");
    }
    if (value.length < HEADER_BYTES || value[0] != MARKER_0 || value[1] != MARKER_1) {
      return refused(
          ReasonCode.BROKEN_AVRO, "the message must begin with C3 01 and a schema's fingerprint");
    }
    Writers.Writer writer = Writers.of(contract, fingerprint(value));
    if (writer == null) {
      return refused(
          ReasonCode.UNKNOWN_SCHEMA, "the fingerprint must be that of a released schema");
    }
    if (writer.contract() != contract) {
      return refused(
          ReasonCode.WRONG_STREAM, "the message must be written with the schema of its stream");
    }
    return decodeBody(writer, value, now);
  }

  private static Reading decodeBody(Writers.Writer writer, byte[] value, long now) {
    BoundedDecoder decoder = DECODER.get().over(value, HEADER_BYTES);
    GenericRecord record;
    try {
      record = writer.reader().read(null, decoder);
    } catch (BoundedDecoder.Malformed e) {
      return refused(e.code(), "the body does not fit its schema: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      // Avro throws whatever comes of an index outside a union or an enum.
      return refused(ReasonCode.BROKEN_AVRO, "the body does not fit its schema");
    }
    if (decoder.remaining() != 0) {
      return refused(ReasonCode.BROKEN_AVRO, "nothing may follow the body");
    }
    Problem problem = Checks.problem(writer.contract().plan(), record, now);
    return problem == null
        ? new Reading.Accepted(record)
        : problem.refused(Legible.in(writer.contract(), record));
  }

  private static Reading refused(ReasonCode code, String reason) {
    return new Problem(code, reason).refused(Legible.NOTHING);
  }

  private static long fingerprint(byte[] value) {
    long fingerprint = 0;
    for (int i = HEADER_BYTES - 1; i >= 2; i--) {
      fingerprint = fingerprint << 8 | (value[i] & 0xff);
    }
    return fingerprint;
  }

  private static Map<Contract, DatumWriter<GenericRecord>> writers() {
    Map<Contract, DatumWriter<GenericRecord>> writers = new EnumMap<>(Contract.class);
    for (Contract contract : Contract.values()) {
      writers.put(contract, new GenericDatumWriter<>(contract.schema(), GenericData.get()));
    }
    return writers;
  }

  /** One thread's buffer and encoder. */
  private static final class Encoding {
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;

    byte[] encode(Contract contract, GenericRecord record) {
      buffer.reset();
      buffer.write(MARKER_0);
      buffer.write(MARKER_1);
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        buffer.write((int) (contract.fingerprint() >>> shift));
      }
      encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
      try {
        WRITERS.get(contract).write(record, encoder);
        encoder.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("memory cannot fail to be written", e);
      }
      return buffer.toByteArray();
    }
  }
}
