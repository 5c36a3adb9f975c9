package org.tocsin.console.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * A day, a month or a quarter of the calendar.
 *
 * @param first its first day
 */
public record Period(Kind kind, LocalDate first) {

  /** How long it is. */
  public enum Kind {
    DAY,
    MONTH,
    QUARTER;

    /** As it stands in an address. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The one of this kind that holds the day. */
  public static Period holding(Kind kind, LocalDate day) {
    return switch (kind) {
      case DAY -> new Period(kind, day);
      case MONTH -> new Period(kind, day.withDayOfMonth(1));
      case QUARTER ->
          new Period(
              kind,
              day.withMonth(day.getMonth().firstMonthOfQuarter().getValue()).withDayOfMonth(1));
    };
  }

  /**
   * From what stands in an address; what cannot be read is today's day.
   *
   * @param kind {@code day}, {@code month} or {@code quarter}
   * @param of an ISO date
   */
  public static Period of(String kind, String of, LocalDate today) {
    Kind wanted = Kind.DAY;
    for (Kind each : Kind.values()) {
      wanted = each.word().equals(kind) ? each : wanted;
    }
    LocalDate day = today;
    try {
      day = of == null || of.length() != 10 ? today : LocalDate.parse(of);
    } catch (DateTimeException e) {
      // Typed by hand; today is as good.
    }
    return holding(wanted, day.getYear() < 2000 || day.getYear() > 2999 ? today : day);
  }

  /** The first day of the next one. */
  public LocalDate end() {
    return switch (kind) {
      case DAY -> first.plusDays(1);
      case MONTH -> first.plusMonths(1);
      case QUARTER -> first.plusMonths(3);
    };
  }

  public Period before() {
    return holding(kind, first.minusDays(1));
  }

  public Period after() {
    return holding(kind, end());
  }

  /** Its last day that is not after today; its first when all of it is to come. */
  public LocalDate lastDay(LocalDate today) {
    LocalDate last = end().minusDays(1);
    LocalDate known = last.isAfter(today) ? today : last;
    return known.isBefore(first) ? first : known;
  }

  public Instant from(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  /** Exclusive. */
  public Instant to(ZoneId zone) {
    return end().atStartOfDay(zone).toInstant();
  }

  /** {@code 2026-03-11}, {@code 2026-03} or {@code 2026-Q1}. */
  public String label() {
    return switch (kind) {
      case DAY -> first.toString();
      case MONTH -> first.toString().substring(0, 7);
      case QUARTER -> first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
    };
  }

  public String address() {
    return "/reports?period=" + kind.word() + "&of=" + first;
  }

  public String csvAddress() {
    return "/reports.csv?period=" + kind.word() + "&of=" + first;
  }
}
