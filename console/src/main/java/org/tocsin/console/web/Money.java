package org.tocsin.console.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Amounts as the pages show them. */
public final class Money {

  private static final long FEN_PER_YUAN = 100;

  private Money() {}

  /**
   * @param minor fen
   * @return such as ¥12,345 or ¥12,345.67
   */
  public static String of(long minor) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    String pattern = minor % FEN_PER_YUAN == 0 ? "¥#,##0" : "¥#,##0.00";
    return new DecimalFormat(pattern, symbols).format(java.math.BigDecimal.valueOf(minor, 2));
  }
}
