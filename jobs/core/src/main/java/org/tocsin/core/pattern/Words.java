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
    long minutes = Duration.ofMillis(millis).toMinutes();
    return minutes < 1
        ? Duration.ofMillis(millis).toSeconds() + "秒"
        : minutes < 120
            ? minutes + "分钟"
            : String.format(Locale.ROOT, "%d小时%d分钟", minutes / 60, minutes % 60);
  }

  public String lengthEn(long millis) {
    long minutes = Duration.ofMillis(millis).toMinutes();
    return minutes < 1
        ? Duration.ofMillis(millis).toSeconds() + " s"
        : minutes < 120
            ? minutes + " min"
            : String.format(Locale.ROOT, "%d h %d min", minutes / 60, minutes % 60);
  }

  public String percent(double share) {
    return Math.round(share * 100) + "%";
  }
}
