package org.tocsin.core.pattern;

import java.util.List;
import java.util.Set;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/**
 * Payments that were made together with those that were only tried. A bank that declines a payment
 * has not ended the fraud: whoever is on the phone has it tried again, smaller or from elsewhere,
 * within minutes. That the money is still there is no reason to wait for the next attempt.
 */
final class Attempts {

  /** Of payees not paid before. */
  static final Set<SignalKind> KINDS =
      Set.of(SignalKind.NEW_PAYEE_PAYMENT, SignalKind.PAYMENT_FAILED);

  private Attempts() {}

  static boolean isDeclined(Signal payment) {
    return payment.kind() == SignalKind.PAYMENT_FAILED;
  }

  /** New payments in a span of time, both ends included, made or tried. */
  static List<Signal> between(View view, long from, long to) {
    return latest(Payments.between(view, KINDS, from, to));
  }

  /**
   * No attempt beside what became of it: the next one to the same payee, made or declined.
   *
   * @param payments each once, in event-time order
   */
  static List<Signal> latest(List<Signal> payments) {
    return payments.stream()
        .filter(each -> !isDeclined(each) || !isTriedAgain(each, payments))
        .toList();
  }

  private static boolean isTriedAgain(Signal declined, List<Signal> payments) {
    return payments.subList(payments.indexOf(declined) + 1, payments.size()).stream()
        .anyMatch(each -> declined.other().equals(each.other()));
  }

  /**
   * Declined, and the same payee was paid, or tried to be paid, after that: what came then counts.
   */
  static boolean isSuperseded(View view, Signal payment) {
    return isDeclined(payment)
        && !between(view, payment.eventTime(), Long.MAX_VALUE).contains(payment);
  }

  /** To be put behind the sum of all. */
  static String zh(List<Signal> payments, Words words) {
    long declined = declined(payments);
    return declined == 0 ? "" : "（其中" + words.moneyZh(declined) + "被银行拒绝）";
  }

  static String en(List<Signal> payments, Words words) {
    long declined = declined(payments);
    return declined == 0 ? "" : " (" + words.moneyEn(declined) + " of it declined by the bank)";
  }

  private static long declined(List<Signal> payments) {
    return Payments.sum(payments.stream().filter(Attempts::isDeclined).toList());
  }
}
