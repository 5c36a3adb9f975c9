package org.tocsin.console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the pages show them: the deployment's clock, and how long ago or ahead. */
public final class Moments {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final Texts texts;
  private final ZoneId zone;
  private final Instant now;

  public Moments(Texts texts, ZoneId zone, Instant now) {
    this.texts = texts;
    this.zone = zone;
    this.now = now;
  }

  public Instant now() {
    return now;
  }

  public String full(Instant at) {
    return DAY_AND_TIME.format(at.atZone(zone));
  }

  /** The time alone today, with the day otherwise. */
  public String near(Instant at) {
    boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return today ? TIME.format(at.atZone(zone)) : SHORT.format(at.atZone(zone));
  }

  /** For the datetime attribute: the page's script keeps the words beside it true. */
  public String iso(Instant at) {
    return at.toString();
  }

  /** "4 min", "3 h 12 min", "2 d": how long since. */
  public String age(Instant at) {
    return span(Duration.between(at, now));
  }

  /** "in 4 min", "4 min over" once it has passed, "due now" within a minute of it. */
  public String due(Instant at) {
    Duration left = Duration.between(now, at);
    if (left.abs().toMinutes() < 1) {
      return texts.get("time.due");
    }
    return left.isNegative()
        ? texts.get("time.over", span(left.negated()))
        : texts.get("time.in", span(left));
  }

  String span(Duration length) {
    long minutes = Math.max(0, length.toMinutes());
    if (minutes < 1) {
      return texts.get("time.now");
    }
    if (minutes < 60) {
      return texts.get("time.minutes", minutes);
    }
    if (minutes < 48 * 60) {
      long rest = minutes % 60;
      return rest == 0
          ? texts.get("time.hours", minutes / 60)
          : texts.get("time.hoursMinutes", minutes / 60, rest);
    }
    return texts.get("time.days", minutes / (24 * 60));
  }
}
