package org.tocsin.core.pattern;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tocsin.core.rulebook.Rulebook;

/** Times and amounts as an officer would say them. */
public final class Words implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long MINOR_PER_UNIT = 100;
  private static final long MINUTES_ALONE_MAX = 120;
  private final String zone;

  public Words(Rulebook rules) {
    this.zone = rules.zone();
  }

  public String moneyZh(long minor) {
    return number(minor) + "元";
  }

  public String moneyEn(long minor) {
    return "¥" + number(minor);
  }

  private static String number(long minor) {
    return minor % MINOR_PER_UNIT == 0
        ? String.format(Locale.ROOT, "%,d", minor / MINOR_PER_UNIT)
        : String.format(Locale.ROOT, "%,.2f", minor / (double) MINOR_PER_UNIT);
  }

  public String timeZh(long millis) {
    ZonedDateTime time = at(millis);
    return String.format(
        Locale.ROOT,
        "%d月%d日%02d:%02d",
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute());
  }

  public String timeEn(long millis) {
    return at(millis).format(DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH));
  }

  private ZonedDateTime at(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneId.of(zone));
  }

  public String lengthZh(long millis) {
    return length(millis, "秒", "分钟", "小时", "");
  }

  public String lengthEn(long millis) {
    return length(millis, " s", " min", " h", " ");
  }

  /** Minutes up to two hours, then hours and what minutes are over. */
  private static String length(
      long millis, String second, String minute, String hour, String between) {
    long minutes = Duration.ofMillis(millis).toMinutes();
    if (minutes < 1) {
      return Duration.ofMillis(millis).toSeconds() + second;
    } else if (minutes < MINUTES_ALONE_MAX) {
      return minutes + minute;
    }
    String hours = minutes / 60 + hour;
    return minutes % 60 == 0 ? hours : hours + between + minutes % 60 + minute;
  }

  /** "1 payment", "3 payments": of a noun that takes an s. */
  public static String countEn(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** "once", "twice", "3 times". */
  public static String timesEn(long times) {
    return times == 1 ? "once" : times == 2 ? "twice" : times + " times";
  }

  public String percent(double share) {
    return Math.round(share * 100) + "%";
  }
}
