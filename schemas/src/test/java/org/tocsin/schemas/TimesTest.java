package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A time")
class TimesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T15:00:00+08:00",
        "2026-03-01T15:00:00.1+08:00",
        "2026-03-01T15:00:00.12-03:30",
        "2026-03-01T15:00:00.123Z",
        "2024-02-29T23:59:59.999+14:00",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999-12:00"
      })
  void is_read_as_java_reads_it(String text) {
    assertThat(Times.parse(text)).hasValue(OffsetDateTime.parse(text).toInstant().toEpochMilli());
  }

  @Test
  void may_have_small_letters_as_the_rfc_allows() {
    assertThat(Times.parse("2026-03-01t15:00:00z")).isEqualTo(Times.parse("2026-03-01T15:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T07:00:00Z, Asia/Shanghai, 2026-03-01T15:00:00.000+08:00",
    "2026-03-01T07:00:00.007Z, UTC, 2026-03-01T07:00:00.007Z",
    "2026-03-01T07:00:00Z, America/St_Johns, 2026-03-01T03:30:00.000-03:30",
    "9999-12-31T23:59:59Z, Asia/Shanghai, 9999-12-31T23:59:59.000Z",
    "1900-01-01T00:00:00Z, Asia/Shanghai, 1900-01-01T00:00:00.000Z"
  })
  void is_written_with_the_offset_of_its_zone(String time, String zone, String written) {
    assertThat(Times.format(Instant.parse(time).toEpochMilli(), ZoneId.of(zone)))
        .isEqualTo(written);
  }

  @Test
  void comes_back_as_it_was_written() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      long time = random.nextLong(Times.MIN + 86_400_000, Times.MAX - 86_400_000);
      assertThat(Times.parse(Times.format(time, ZoneId.of("Asia/Shanghai")))).hasValue(time);
    }
  }
}
