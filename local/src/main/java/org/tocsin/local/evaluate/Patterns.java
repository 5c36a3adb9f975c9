package org.tocsin.local.evaluate;

import java.util.Comparator;

/** The order in which rows of the domain pages are listed: V2 before V10. */
final class Patterns {
  static final Comparator<String> ORDER =
      Comparator.comparing((String pattern) -> pattern.replaceAll("\\d", ""))
          .thenComparingInt(Patterns::number)
          .thenComparing(Comparator.naturalOrder());

  private Patterns() {}

  private static int number(String pattern) {
    String digits = pattern.replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
  }
}
