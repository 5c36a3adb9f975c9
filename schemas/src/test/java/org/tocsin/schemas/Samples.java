package org.tocsin.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sample files of every stream, and the place of the repository they are in. */
final class Samples {

  /** The clock the samples are read by. */
  static final long NOW = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private Samples() {}

  /** A line that must be accepted. */
  record Good(Contract contract, int number, String line) {
    @Override
    public String toString() {
      return contract.topic() + ".accepted.ndjson:" + number;
    }
  }

  /** A line that must be refused with the code, by a sentence that says {@code named}. */
  record Bad(Contract contract, int number, ReasonCode code, String named, String line) {
    @Override
    public String toString() {
      return contract.topic() + ".refused.tsv:" + number + " " + code;
    }
  }

  static Stream<Good> accepted() {
    return Stream.of(Contract.values()).flatMap(Samples::accepted);
  }

  static Stream<Good> accepted(Contract contract) {
    List<String> lines = lines(contract.topic() + ".accepted.ndjson");
    return IntStream.range(0, lines.size()).mapToObj(i -> new Good(contract, i + 1, lines.get(i)));
  }

  static Stream<Bad> refused() {
    return Stream.of(Contract.values()).flatMap(Samples::refused);
  }

  private static Stream<Bad> refused(Contract contract) {
    List<String> lines = lines(contract.topic() + ".refused.tsv");
    return IntStream.range(0, lines.size())
        .mapToObj(
            i -> {
              String[] parts = lines.get(i).split("\t", 3);
              return new Bad(contract, i + 1, ReasonCode.valueOf(parts[0]), parts[1], parts[2]);
            });
  }

  private static List<String> lines(String file) {
    return text(root().resolve("schemas/src/test/resources/samples").resolve(file))
        .lines()
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The repository: the tests may be started in it or in a module of it. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("schemas/released"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
