package org.tocsin.core.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/** A few days (since 1970 in the deployment's zone), each once, in order. */
final class Days {

  private Days() {}

  /** The day on which a time, in epoch milliseconds, falls in the deployment's zone. */
  static long of(long time, ZoneId zone) {
    return Instant.ofEpochMilli(time).atZone(zone).toLocalDate().toEpochDay();
  }

  static long[] with(long[] days, long day, int daysMax) {
    int place = Arrays.binarySearch(days, day);
    if (place >= 0) {
      return days;
    }
    long[] more = Arrays.copyOf(days, days.length + 1);
    more[days.length] = day;
    Arrays.sort(more);
    return more.length <= daysMax ? more : Arrays.copyOfRange(more, 1, more.length);
  }
}
