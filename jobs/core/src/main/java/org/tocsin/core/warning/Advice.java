package org.tocsin.core.warning;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What a bank or carrier is advised to do. It restricts somebody, so it says why, what the person
 * can do about it and until when (Anti-Telecom-Fraud Law, article 32).
 *
 * @param account at most one of account, phone and person is set: what it is about
 * @param amountMinor the amount to hold; null when it is not about an amount
 * @param reasonCode stable, from the pattern
 * @param remedy what the person can do, as a stable code
 * @param until epoch milliseconds when it lapses by itself
 */
@RecordBuilder
public record Advice(
    String adviceId,
    Kind kind,
    String account,
    String phone,
    String person,
    Long amountMinor,
    String reasonCode,
    String remedy,
    long until) {

  public enum Kind {
    TELLER_PROMPT,
    DELAY_PAYMENT,
    STOP_PAYMENT,
    REVERIFY_SIM,
    REFUSE_OPENING,
    WATCH
  }
}
