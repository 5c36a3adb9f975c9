package org.tocsin.console.delivery;

import java.time.Duration;

/** How long to wait after a try that failed: 1, 2, 4 s … up to five minutes. */
final class Backoff {

  static final Duration LONGEST = Duration.ofMinutes(5);

  /** Of the wait: those that failed together do not come back together. */
  private static final double SPREAD = 0.2;

  private Backoff() {}

  /**
   * @param tries so far, at least 1
   * @param key of the message; the same try of the same message waits equally long
   * @param asked by the channel; null if it asked for nothing. Longer than {@link #LONGEST} is cut
   */
  static Duration after(int tries, String key, Duration asked) {
    long millis = Math.min(1000L << Math.min(tries - 1, 20), LONGEST.toMillis());
    double share = Math.floorMod((key + tries).hashCode(), 1000) / 1000.0;
    long spread = (long) (millis * (1 + SPREAD * (2 * share - 1)));
    long least = asked == null ? 0 : Math.min(asked.toMillis(), LONGEST.toMillis());
    return Duration.ofMillis(Math.max(spread, least));
  }
}
