package org.tocsin.console.web;

/**
 * The words for codes of the streams. A code that is newer than this desk is shown as it is: the
 * streams say that new ones may come.
 */
final class Because {

  private Because() {}

  /** Why a case changed: a code, with the id of what caused it behind a colon. */
  static String say(Texts texts, String because) {
    int colon = because.indexOf(':');
    String code = colon < 0 ? because : because.substring(0, colon);
    String said = texts.word("because", code);
    if (said.equals(code)) {
      return because;
    }
    return code.startsWith(Offers.PREFIX) ? said + ", " + handOver(texts, because, colon) : said;
  }

  /** Which task, from which unit to which. */
  private static String handOver(Texts texts, String because, int colon) {
    String detail = because.substring(colon + 1);
    int kind = detail.indexOf(' ');
    return kind < 0
        ? detail
        : texts.word("task", detail.substring(0, kind)) + detail.substring(kind);
  }

  /** Why a measure is advised: the row of the catalogue, then what about it. */
  static String reason(Texts texts, String reasonCode) {
    String whole = texts.word("reasonCode", reasonCode);
    int row = reasonCode.indexOf('_');
    if (!whole.equals(reasonCode) || row < 0) {
      return whole;
    }
    String rest = reasonCode.substring(row + 1);
    String said = texts.word("reasonCode", rest);
    return said.equals(rest) ? reasonCode : reasonCode + ", " + said;
  }
}
