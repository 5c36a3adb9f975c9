package org.tocsin.schemas;

import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The forms of text that Avro cannot tell apart; a schema's field names one as {@code form}. */
enum Form {
  /** Ids of events and sources. */
  ID("1–64 characters", 64),
  /** An opaque token: equal tokens mean the same thing, nothing else may be read from them. */
  TOKEN("1–256 characters", 256),
  /** A stable code or short name. */
  CODE("1–256 characters", 256),
  REGION("six digits, GB/T 2260", 6),
  MERCHANT_CATEGORY("four digits, ISO 18245", 4),
  CURRENCY("three capital letters, ISO 4217", 3),
  /** Free text; it may be empty. */
  TEXT("text without U+0000", Integer.MAX_VALUE),
  /** Whatever was sent, shown as it is. */
  RAW("text", Integer.MAX_VALUE);

  private static final Set<String> CURRENCIES = currencies();

  private final String expected;
  private final int lengthMax;

  Form(String expected, int lengthMax) {
    this.expected = expected;
    this.lengthMax = lengthMax;
  }

  static Form of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** What the reference page and the refusals say is expected. */
  String expected() {
    return expected;
  }

  /** What is wrong with the text; null when nothing is. */
  Problem problem(String field, String text) {
    return switch (this) {
      case RAW -> null;
      case TEXT -> legal(text, '\u0001') ? null : bad(field);
      case ID, TOKEN, CODE -> problemOfToken(field, text);
      case REGION ->
          digits(text, 6) && text.charAt(0) <= '8' && text.charAt(0) > '0' ? null : bad(field);
      case MERCHANT_CATEGORY -> digits(text, 4) ? null : bad(field);
      case CURRENCY -> problemOfCurrency(field, text);
    };
  }

  private Problem problemOfToken(String field, String text) {
    if (text.isBlank()) {
      return new Problem(ReasonCode.EMPTY_VALUE, field + " must not be empty");
    }
    if (text.length() > lengthMax && text.codePointCount(0, text.length()) > lengthMax) {
      return new Problem(ReasonCode.TOO_LONG, field + " must have " + expected);
    }
    return legal(text, ' ')
        ? null
        : new Problem(ReasonCode.BAD_FORMAT, field + " must not hold control characters");
  }

  private Problem problemOfCurrency(String field, String text) {
    if (CURRENCIES.contains(text)) {
      return null;
    }
    boolean formed = text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    return formed
        ? new Problem(ReasonCode.UNKNOWN_VALUE, field + " must be a currency of ISO 4217")
        : bad(field);
  }

  private Problem bad(String field) {
    return new Problem(ReasonCode.BAD_FORMAT, field + " must be " + expected);
  }

  private static boolean digits(String text, int count) {
    if (text.length() != count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** No half of a surrogate pair without the other. */
  static boolean isUnicode(String text) {
    return legal(text, Character.MIN_VALUE);
  }

  /** No character below {@code lowest}, and no half of a surrogate pair without the other. */
  private static boolean legal(String text, char lowest) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < lowest || (c == 0x7f && lowest == ' ')) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(++i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Set<String> currencies() {
    Set<String> codes = new HashSet<>();
    Currency.getAvailableCurrencies().forEach(each -> codes.add(each.getCurrencyCode()));
    return Set.copyOf(codes);
  }
}
