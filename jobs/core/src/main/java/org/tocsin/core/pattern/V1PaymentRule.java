package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** A long call, alone or handed over, and payments to somebody new during it or after it. */
final class V1PaymentRule implements Serializable {

  private static final long serialVersionUID = 1L;

  private final VictimRules.V1 settings;
  private final long callMaxMillis;
  private final Words words;

  V1PaymentRule(VictimRules.V1 settings, long callMaxMillis, Words words) {
    this.settings = settings;
    this.callMaxMillis = callMaxMillis;
    this.words = words;
  }

  Optional<Assessment> judge(Match match, View view) {
    Signal payment = match.firstAt(V1Impersonation.PAYMENT);
    V1Calls calls = V1Calls.of(match, payment.eventTime(), view);
    boolean long_ = calls.lengthMillis() >= settings.longCallMin().toMillis();
    boolean soon =
        payment.eventTime()
            <= calls.endMillis(callMaxMillis) + settings.transferWithin().toMillis();
    boolean company = payment.has(Trait.BUSINESS);
    if (!long_
        || !soon
        || company && !isTold(calls, payment)
        || Attempts.isSuperseded(view, payment)) {
      return Optional.empty();
    }
    List<Signal> payments =
        Attempts.like(payment, view, calls.first().eventTime(), payment.eventTime());
    return !payments.isEmpty() && isEnough(payments, settings)
        ? Optional.of(assessment(calls, payments, payment.eventTime(), view))
        : Optional.empty();
  }

  /**
   * Who acts for a company pays new people after calls from abroad every day. As they are told is
   * what they do while still on the phone, or when the number is known for fraud.
   */
  private static boolean isTold(V1Calls calls, Signal payment) {
    return calls.during(payment.eventTime())
        || calls.all().stream()
            .anyMatch(each -> each.otherStanding().listedAt(payment.eventTime()));
  }

  /** Much in itself, or much of what was there. */
  static boolean isEnough(List<Signal> payments, VictimRules.V1 settings) {
    long sum = Payments.sum(payments);
    return sum >= settings.amountMinMinor()
        || (sum >= settings.shareAmountMinMinor()
            && Payments.shareOfBalance(payments) >= settings.balanceShareMin());
  }

  private Assessment assessment(V1Calls calls, List<Signal> payments, long time, View view) {
    boolean during = calls.during(time);
    boolean toPerson = isEnough(payments.stream().filter(Payments::toUnrelated).toList(), settings);
    long left = Payments.balanceLeft(payments);
    int score =
        V1Impersonation.SCORE
            + (during ? 10 : 0)
            + (isForwarded(calls, view) ? 5 : 0)
            + (Payments.distinct(payments, Signal::other) > 1 ? 5 : 0);
    return Assessments.ofVictim(
        toPerson ? Level.T3_PLUS : Level.T1,
        toPerson ? score : V1Impersonation.SCORE / 2,
        Payments.sum(payments) + left,
        reason(calls, payments, during),
        calls.first(),
        calls.with(payments),
        Assessments.againstPayments("V1", payments, toPerson, left));
  }

  private boolean isForwarded(V1Calls calls, View view) {
    long from = calls.first().eventTime() - settings.isolationBefore().toMillis();
    return !view.of(SignalKind.FORWARDING_ON, each -> each.eventTime() >= from).isEmpty();
  }

  private Text reason(V1Calls calls, List<Signal> payments, boolean during) {
    Signal call = calls.first();
    long sum = Payments.sum(payments);
    long payees = Payments.distinct(payments, Signal::other);
    return new Text(
        "%s接到%s来电，%s通话共%s，%s向%d个首次收款账户转账%s。疑似冒充公检法诈骗。"
            .formatted(
                words.timeZh(call.eventTime()),
                CallSigns.originZh(call),
                calls.handedOver() ? "随后又接到另一陌生来电，" : "",
                words.lengthZh(calls.lengthMillis()),
                during ? "通话期间" : "通话后",
                payees,
                words.moneyZh(sum) + Attempts.zh(payments, words)),
        "Called at %s by %s%s, %s on the phone in all; %s, %s sent to %s. Looks like police or court impersonation."
            .formatted(
                words.timeEn(call.eventTime()),
                CallSigns.originEn(call),
                calls.handedOver() ? " and then by another unknown caller" : "",
                words.lengthEn(calls.lengthMillis()),
                during ? "while on the call" : "after the call",
                words.moneyEn(sum),
                Words.countEn(payees, "first-time payee") + Attempts.en(payments, words)));
  }
}
