package org.tocsin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something is due, in words that are right within a minute of it as well. */
class MomentsTest {

  private static final Instant NOW = Instant.parse("2026-03-10T18:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "240, in 4 min, 4 分钟后",
    "60, in 1 min, 1 分钟后",
    "59, due now, 现在到期",
    "0, due now, 现在到期",
    "-59, due now, 现在到期",
    "-60, 1 min over, 已超 1 分钟",
    "-4000, 1 h 6 min over, 已超 1 小时 6 分"
  })
  void dueIsSaidInWords(long seconds, String english, String chinese) {
    Instant at = NOW.plusSeconds(seconds);

    assertThat(new Moments(Texts.EN, ZoneOffset.UTC, NOW).due(at)).isEqualTo(english);
    assertThat(new Moments(Texts.ZH, ZoneOffset.UTC, NOW).due(at)).isEqualTo(chinese);
  }
}
