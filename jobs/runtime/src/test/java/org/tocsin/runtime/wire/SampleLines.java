package org.tocsin.runtime.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.PlainJson;
import org.tocsin.schemas.Reading;

/** The accepted samples of the contract, as records. */
final class SampleLines {

  static final long NOW = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private SampleLines() {}

  static List<GenericRecord> records(Contract contract) {
    try {
      return Files.readAllLines(folder().resolve(contract.topic() + ".accepted.ndjson")).stream()
          .map(line -> ((Reading.Accepted) PlainJson.read(contract, line, NOW)).record())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("schemas/src/test/resources/samples"))) {
      folder = folder.getParent();
    }
    return folder.resolve("schemas/src/test/resources/samples");
  }
}
