package org.tocsin.console.retention;

import java.time.Duration;

/**
 * How long the database keeps what. The logs of access and disclosure are kept for good.
 *
 * @param cases closed cases with all that belongs to them, after their last change. Too short: a
 *     person's appeal finds nothing; too long: more is kept than the law's purpose allows
 * @param events what is not part of a case: places of refused records, attempts to sign in,
 *     outcomes and cluster members nobody has a case of
 * @param deliveries messages that ended, of cases that are still open as well
 */
public record RetentionSettings(Duration cases, Duration events, Duration deliveries) {

  public RetentionSettings {
    for (Duration each : new Duration[] {cases, events, deliveries}) {
      if (each.compareTo(Duration.ofDays(1)) < 0) {
        throw new IllegalArgumentException("nothing is kept for less than a day, not " + each);
      }
    }
  }

  /** The process' defaults: three years, thirty days, two hundred days. */
  public static RetentionSettings standard() {
    return new RetentionSettings(Duration.ofDays(1095), Duration.ofDays(30), Duration.ofDays(200));
  }
}
