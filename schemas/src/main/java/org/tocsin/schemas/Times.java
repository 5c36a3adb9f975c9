package org.tocsin.schemas;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalLong;

/** Times as the contract writes them: RFC 3339 with an offset and up to milliseconds. */
public final class Times {

  /** The first and last moments that four-digit years can say, in UTC. */
  static final long MIN = LocalDate.of(0, 1, 1).toEpochDay() * 86_400_000L;

  static final long MAX = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400_000L - 1;

  private static final int DATE_TIME_LENGTH = "2026-03-01T15:00:00".length();

  private Times() {}

  /** Epoch milliseconds; empty when the text is no such time. */
  public static OptionalLong parse(String text) {
    return new Reader(text).read();
  }

  /** With milliseconds and the offset that the zone has at that moment. */
  public static String format(long millis, ZoneId zone) {
    ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
    if (time.getYear() > 9999
        || time.getYear() < 0
        || time.getOffset().getTotalSeconds() % 60 != 0) {
      // "Without end" is often written as the last second of 9999, which an offset may carry over;
      // and before time zones a place's offset had seconds, which RFC 3339 cannot say.
      time = time.withZoneSameInstant(ZoneOffset.UTC);
    }
    StringBuilder out = new StringBuilder(29);
    digits(out, time.getYear(), 4).append('-');
    digits(out, time.getMonthValue(), 2).append('-');
    digits(out, time.getDayOfMonth(), 2).append('T');
    digits(out, time.getHour(), 2).append(':');
    digits(out, time.getMinute(), 2).append(':');
    digits(out, time.getSecond(), 2).append('.');
    digits(out, time.getNano() / 1_000_000, 3);
    return offset(out, time.getOffset()).toString();
  }

  private static StringBuilder digits(StringBuilder out, int value, int count) {
    String text = Integer.toString(value);
    return out.append("0".repeat(count - text.length())).append(text);
  }

  private static StringBuilder offset(StringBuilder out, ZoneOffset offset) {
    int minutes = offset.getTotalSeconds() / 60;
    if (minutes == 0) {
      return out.append('Z');
    }
    out.append(minutes < 0 ? '-' : '+');
    digits(out, Math.abs(minutes) / 60, 2).append(':');
    return digits(out, Math.abs(minutes) % 60, 2);
  }

  /** By hand: java.time's formatter costs more than the rest of a record together. */
  private static final class Reader {
    private final String text;
    private boolean wrong;

    Reader(String text) {
      this.text = text;
      this.wrong = text.length() <= DATE_TIME_LENGTH;
    }

    OptionalLong read() {
      if (wrong) {
        return OptionalLong.empty();
      }
      int year = number(0, 4, 0, 9999);
      int month = number(5, 2, 1, 12);
      int day = number(8, 2, 1, 31);
      int hour = number(11, 2, 0, 23);
      int minute = number(14, 2, 0, 59);
      int second = number(17, 2, 0, 59);
      expect(4, "-");
      expect(7, "-");
      expect(10, "Tt");
      expect(13, ":");
      expect(16, ":");
      int at = DATE_TIME_LENGTH;
      int millis = 0;
      if (text.charAt(at) == '.') {
        int digits = fractionDigits(at + 1);
        millis =
            wrong ? 0 : number(at + 1, digits, 0, 999) * (digits == 1 ? 100 : digits == 2 ? 10 : 1);
        at += 1 + digits;
      }
      int offsetMinutes = offsetMinutes(at);
      if (wrong || day > YearMonth.of(year, month).lengthOfMonth()) {
        return OptionalLong.empty();
      }
      long minutes = LocalDate.of(year, month, day).toEpochDay() * 1440 + hour * 60L + minute;
      return OptionalLong.of(((minutes - offsetMinutes) * 60 + second) * 1000 + millis);
    }

    private int fractionDigits(int from) {
      int digits = 0;
      while (from + digits < text.length() && Character.isDigit(text.charAt(from + digits))) {
        digits++;
      }
      wrong |= digits < 1 || digits > 3;
      return digits;
    }

    private int offsetMinutes(int at) {
      if (at >= text.length()) {
        wrong = true;
        return 0;
      }
      char sign = text.charAt(at);
      if (sign == 'Z' || sign == 'z') {
        wrong |= text.length() != at + 1;
        return 0;
      }
      if ((sign != '+' && sign != '-') || text.length() != at + 6) {
        wrong = true;
        return 0;
      }
      expect(at + 3, ":");
      int minutes = number(at + 1, 2, 0, 23) * 60 + number(at + 4, 2, 0, 59);
      return sign == '-' ? -minutes : minutes;
    }

    private int number(int from, int count, int min, int max) {
      int value = 0;
      for (int i = from; i < from + count; i++) {
        char c = text.charAt(i);
        wrong |= c < '0' || c > '9';
        value = value * 10 + (c - '0');
      }
      wrong |= value < min || value > max;
      return value;
    }

    private void expect(int at, String oneOf) {
      wrong |= oneOf.indexOf(text.charAt(at)) < 0;
    }
  }
}
