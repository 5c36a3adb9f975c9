package org.tocsin.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void doublesFromASecondToFiveMinutes() {
    for (int tries = 1; tries <= 30; tries++) {
      long middle = Math.min(1000L << Math.min(tries - 1, 20), 300_000);
      Duration wait = Backoff.after(tries, "t-1", null);
      assertThat(wait.toMillis()).isBetween((long) (middle * .8), (long) (middle * 1.2));
    }
  }

  @Test
  void messagesThatFailedTogetherDoNotComeBackTogether() {
    assertThat(Backoff.after(5, "t-1", null)).isNotEqualTo(Backoff.after(5, "t-2", null));
  }

  @Test
  void waitsAsLongAsTheChannelAsksButNotForever() {
    assertThat(Backoff.after(1, "t-1", Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(Backoff.after(1, "t-1", Duration.ofHours(9))).isEqualTo(Backoff.LONGEST);
  }
}
