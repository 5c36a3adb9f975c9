package org.tocsin.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameSeedSameCityTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);

  @TempDir Path folder;

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    // given
    CityPlan plan = new CityPlan(7, 300, FIRST, 3, 60, 60);

    // when
    CityFiles.write(plan, folder.resolve("one"));
    CityFiles.write(plan, folder.resolve("two"));

    // then
    List<Path> written = files(folder.resolve("one"));
    assertThat(written).hasSize(8);
    for (Path file : written) {
      assertThat(folder.resolve("two").resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void anotherSeedWritesAnotherCity() throws IOException {
    // when
    CityFiles.write(new CityPlan(1, 200, FIRST, 1, 0, 0), folder.resolve("one"));
    CityFiles.write(new CityPlan(2, 200, FIRST, 1, 0, 0), folder.resolve("two"));

    // then
    String calls = org.tocsin.core.event.Stream.CALL.file();
    assertThat(folder.resolve("one").resolve(calls))
        .content()
        .isNotEqualTo(Files.readString(folder.resolve("two").resolve(calls)));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
