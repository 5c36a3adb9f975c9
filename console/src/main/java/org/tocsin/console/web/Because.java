package org.tocsin.console.web;

/**
 * Says why a case changed. The stream has a stable code, with what caused it behind a colon; a code
 * that is newer than this desk is shown as it is.
 */
final class Because {

  private Because() {}

  static String say(Texts texts, String because) {
    int end = 0;
    while (end < because.length() && isCode(because.charAt(end))) {
      end++;
    }
    String code = because.substring(0, end);
    String rest = because.substring(end).strip();
    String said = texts.word("because", code);
    return rest.isEmpty() || said.equals(code)
        ? (said.equals(code) ? because : said)
        : said + " (" + strip(rest) + ")";
  }

  private static boolean isCode(char c) {
    return (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
  }

  private static String strip(String rest) {
    return rest.startsWith(":") ? rest.substring(1).strip() : rest;
  }
}
