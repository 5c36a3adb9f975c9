package org.tocsin.schemas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;

/**
 * Every schema a message may have been written with, by its fingerprint: the current ones and those
 * of every released version. So a bank that has not updated is still understood.
 */
final class Writers {

  static final String RELEASED = "/tocsin/schemas/released/";

  /** The fast reader builds its plan once per pair of schemas and may be shared by threads. */
  private static final GenericData DATA = new GenericData();

  static {
    DATA.setFastReaderEnabled(true);
  }

  private static final Map<Long, Writer> KNOWN = new HashMap<>();
  private static final Map<Contract, Writer> CURRENT = new HashMap<>();

  static {
    releasedFiles().forEach(Writers::addReleased);
    for (Contract contract : Contract.values()) {
      Writer current = new Writer(contract, reader(contract.schema(), contract));
      CURRENT.put(contract, current);
      KNOWN.put(contract.fingerprint(), current);
    }
  }

  private Writers() {}

  /**
   * @param contract the stream that the writer's schema is of
   * @param reader from the writer's schema to the current one
   */
  record Writer(Contract contract, DatumReader<GenericRecord> reader) {}

  /** Null when no stream was ever released with this schema. */
  static Writer of(Contract contract, long fingerprint) {
    return fingerprint == contract.fingerprint() ? CURRENT.get(contract) : KNOWN.get(fingerprint);
  }

  /** Lines of the list: {@code 1.0/events.call.v1.avsc <SHA-256>}. */
  static List<String> releasedFiles() {
    return text("index.txt").lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  static String text(String name) {
    try (InputStream in = Writers.class.getResourceAsStream(RELEASED + name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      StringBuilder text = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        text.append((char) c);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RELEASED + name, e);
    }
  }

  private static void addReleased(String file) {
    String topic = file.substring(file.indexOf('/') + 1, file.length() - ".avsc".length());
    Contract contract = Contract.ofTopic(topic).orElseThrow();
    Schema schema = SchemaFiles.parse(text(file));
    KNOWN.put(
        SchemaNormalization.parsingFingerprint64(schema),
        new Writer(contract, reader(schema, contract)));
  }

  @SuppressWarnings("unchecked")
  static DatumReader<GenericRecord> reader(Schema writer, Contract contract) {
    return DATA.createDatumReader(writer, contract.schema());
  }
}
