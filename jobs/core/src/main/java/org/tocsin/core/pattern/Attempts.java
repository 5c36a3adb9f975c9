package org.tocsin.core.pattern;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

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

  static boolean isAnnounced(Signal payment) {
    return payment.has(Trait.PENDING);
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

  /** The same out of company accounts. */
  private static List<Signal> ofCompany(View view, long from, long to) {
    return latest(Payments.between(view, KINDS, Attempts::isCompanysToNew, from, to));
  }

  private static boolean isCompanysToNew(Signal payment) {
    return payment.has(Trait.BUSINESS) && !payment.has(Trait.KNOWN_PAYEE);
  }

  /** Those out of the same sort of account as a payment. */
  static List<Signal> like(Signal payment, View view, long from, long to) {
    return payment.has(Trait.BUSINESS) ? ofCompany(view, from, to) : between(view, from, to);
  }

  /**
   * Declined, and the same payee was paid, or tried to be paid, after that: what came then counts.
   */
  static boolean isSuperseded(View view, Signal payment) {
    return isDeclined(payment)
        && !like(payment, view, payment.eventTime(), Long.MAX_VALUE).contains(payment);
  }

  /** What of it has not left, to be put behind the sum of all. */
  static String zh(List<Signal> payments, Words words) {
    long declined = sum(payments, Attempts::isDeclined);
    long announced = sum(payments, Attempts::isAnnounced);
    return (declined == 0 ? "" : "（其中" + words.moneyZh(declined) + "被银行拒绝）")
        + (announced == 0 ? "" : "（其中" + words.moneyZh(announced) + "尚未入账）");
  }

  static String en(List<Signal> payments, Words words) {
    long declined = sum(payments, Attempts::isDeclined);
    long announced = sum(payments, Attempts::isAnnounced);
    return (declined == 0 ? "" : " (" + words.moneyEn(declined) + " of it declined by the bank)")
        + (announced == 0 ? "" : " (" + words.moneyEn(announced) + " of it not settled yet)");
  }

  private static long sum(List<Signal> payments, Predicate<Signal> which) {
    return Payments.sum(payments.stream().filter(which).toList());
  }
}
