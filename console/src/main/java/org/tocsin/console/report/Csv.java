package org.tocsin.console.report;

/** A field of CSV, RFC 4180. */
public final class Csv {

  private Csv() {}

  /**
   * Codes come from outside: none may be read as a formula or break the line.
   *
   * @param text null is empty
   */
  public static String quoted(String text) {
    String safe = text == null ? "" : text;
    if (!safe.isEmpty() && "=+-@\t\r".indexOf(safe.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
