package org.tocsin.core.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.tocsin.core.rulebook.DissuasionRules.CallingHours;

/**
 * Limits that run only while people may be called: a half hour begun ten minutes before the end of
 * calling hours ends twenty minutes after they begin again.
 */
final class CallClock {

  /** Runs day and night. */
  static final CallClock ALWAYS = new CallClock(0, 24, ZoneId.of("UTC"));

  private final int fromHour;
  private final int toHour;
  private final ZoneId zone;

  private CallClock(int fromHour, int toHour, ZoneId zone) {
    this.fromHour = fromHour;
    this.toHour = toHour;
    this.zone = zone;
  }

  static CallClock of(CallingHours hours, ZoneId zone) {
    return new CallClock(hours.fromHour(), hours.toHour(), zone);
  }

  /** The first moment at or after {@code time} at which people may be called. */
  long opens(long time) {
    if (always()) {
      return time;
    }
    ZonedDateTime day = day(time);
    if (time < at(day, fromHour)) {
      return at(day, fromHour);
    }
    return time < at(day, toHour) ? time : at(day.plusDays(1), fromHour);
  }

  /** {@code length} of calling time after {@code time}. */
  long plus(long time, Duration length) {
    long left = length.toMillis();
    if (always()) {
      return time + left;
    }
    long from = opens(time);
    long closes = at(day(from), toHour);
    while (from + left > closes) {
      left -= closes - from;
      from = opens(closes);
      closes = at(day(from), toHour);
    }
    return from + left;
  }

  /** The calling time from {@code time}, at which people may be called, to a later time. */
  Duration between(long time, long to) {
    if (always()) {
      return Duration.ofMillis(to - time);
    }
    long length = 0;
    long from = time;
    long closes = at(day(from), toHour);
    while (closes < to) {
      length += closes - from;
      from = opens(closes);
      closes = at(day(from), toHour);
    }
    return Duration.ofMillis(length + Math.max(0, to - from));
  }

  private boolean always() {
    return fromHour == 0 && toHour == 24;
  }

  private ZonedDateTime day(long time) {
    return Instant.ofEpochMilli(time).atZone(zone).truncatedTo(ChronoUnit.DAYS);
  }

  private static long at(ZonedDateTime day, int hour) {
    ZonedDateTime moment = hour == 24 ? day.plusDays(1) : day.withHour(hour);
    return moment.toInstant().toEpochMilli();
  }
}
