package org.tocsin.local.city.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** Days, hours and holidays of the city. Times are epoch milliseconds. */
public final class Almanac {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
  public static final long SECOND = 1_000;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;
  public static final long DAY = 24 * HOUR;

  private static final Set<MonthDay> FIXED_HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(4, 5),
          MonthDay.of(5, 1),
          MonthDay.of(5, 2),
          MonthDay.of(5, 3),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3),
          MonthDay.of(10, 4),
          MonthDay.of(10, 5));

  /** First days of the lunar holidays: spring festival, dragon boat, mid-autumn. */
  private static final Set<LocalDate> MOVABLE_HOLIDAYS =
      Set.of(
          LocalDate.of(2025, 1, 29),
          LocalDate.of(2025, 5, 31),
          LocalDate.of(2025, 10, 6),
          LocalDate.of(2026, 2, 17),
          LocalDate.of(2026, 6, 19),
          LocalDate.of(2026, 9, 25),
          LocalDate.of(2027, 2, 6),
          LocalDate.of(2027, 6, 9),
          LocalDate.of(2027, 9, 15));

  private static final double[] WAKING = {
    .25, .1, .05, .04, .05, .2, 1, 3, 5, 5.5, 6, 7, 7, 5, 5, 5.5, 6, 7.5, 8, 8, 7, 5, 2.5, .9
  };
  private static final double[] OFFICE = {
    0, 0, 0, 0, 0, 0, 0, .3, 3, 9, 10, 7, 3, 5, 9, 9, 7, 3, .6, .3, .1, 0, 0, 0
  };

  private Almanac() {}

  public static LocalDate date(long time) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZONE);
  }

  public static long midnight(LocalDate date) {
    return date.atStartOfDay(OFFSET).toInstant().toEpochMilli();
  }

  public static boolean dayOff(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY
        || date.getDayOfWeek() == DayOfWeek.SUNDAY
        || FIXED_HOLIDAYS.contains(MonthDay.from(date))
        || MOVABLE_HOLIDAYS.contains(date);
  }

  public static boolean lastOfMonth(LocalDate date) {
    return date.getDayOfMonth() == date.lengthOfMonth();
  }

  /** A moment of the day when people are about. */
  public static long waking(LocalDate date, Dice dice) {
    return at(date, WAKING, dice);
  }

  /** A moment of the day when offices and counters are open. */
  public static long office(LocalDate date, Dice dice) {
    return at(date, OFFICE, dice);
  }

  private static long at(LocalDate date, double[] hours, Dice dice) {
    return midnight(date) + dice.weighted(hours) * HOUR + dice.between(0, HOUR - 1);
  }
}
