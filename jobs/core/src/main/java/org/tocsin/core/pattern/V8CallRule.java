package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** The shop or the courier calls, and money goes, or fails to go, to a stranger. */
final class V8CallRule implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SCORE = 40;

  private final VictimRules.V8 settings;
  private final Words words;

  V8CallRule(VictimRules.V8 settings, Words words) {
    this.settings = settings;
    this.words = words;
  }

  Optional<Assessment> judge(Signal call, View view) {
    List<Signal> payments =
        after(SignalKind.NEW_PAYEE_PAYMENT, settings.pieceMinMinor(), call, view);
    List<Signal> failed =
        after(SignalKind.PAYMENT_FAILED, settings.failedAmountMinMinor(), call, view);
    long sum = Payments.sum(payments);
    boolean paid = sum >= settings.amountMinMinor();
    if (!paid && failed.size() < settings.failedMin()) {
      return Optional.empty();
    }
    long risk = Math.max(sum, failed.stream().mapToLong(Signal::amountMinor).max().orElse(0));
    boolean big = risk >= settings.bigMinMinor();
    boolean bought = isBought(call, view);
    if (!bought && !big) {
      return Optional.empty();
    }
    List<Signal> signals = new ArrayList<>(payments);
    signals.addAll(failed);
    signals.add(call);
    long left = payments.isEmpty() ? 0 : Payments.balanceLeft(payments);
    boolean more = isMore(call, payments, failed);
    Level level = big && bought && more ? Level.T2 : Level.T1;
    return Optional.of(
        Assessments.ofVictim(
            level,
            level == Level.T2 ? SCORE + 20 : SCORE,
            risk + left,
            reason(call, payments, failed, bought),
            call,
            signals,
            payments.isEmpty()
                ? List.of()
                : Assessments.againstPayments("V8", payments, false, left)));
  }

  /** One payment after a call may be chance, whatever the sum; a bank calls back too. */
  private static boolean isMore(Signal call, List<Signal> payments, List<Signal> failed) {
    return payments.size() + attempts(failed) > 1
        || CallSigns.suspicious(call)
        || payments.stream()
            .anyMatch(
                each ->
                    call.ongoing()
                        || each.eventTime() <= call.endTime()
                        || each.otherStanding().listedAt(each.eventTime()));
  }

  /** Tried again at once with the same sum, as a limit makes one do, it is one payment. */
  private static long attempts(List<Signal> failed) {
    return failed.stream()
        .map(each -> List.of(each.other(), each.amountMinor()))
        .distinct()
        .count();
  }

  /** To people who are new, once the call is long enough and until some time after its end. */
  private List<Signal> after(SignalKind kind, long min, Signal call, View view) {
    long from = call.eventTime();
    return view.of(
        kind,
        each ->
            !each.has(Trait.BUSINESS)
                && !each.has(Trait.KNOWN_PAYEE)
                && Payments.toUnrelated(each)
                && each.amountMinor() >= min
                && each.eventTime() >= from
                && call.lengthMillisAt(each.eventTime()) >= callMin(call)
                && isSoon(each, call));
  }

  /** A call that has ended was long enough in all: what was paid in its first minutes counts. */
  private long callMin(Signal call) {
    return call.ongoing() ? settings.callMin().toMillis() : 0;
  }

  private boolean isSoon(Signal payment, Signal call) {
    return call.ongoing()
        || payment.eventTime() <= call.endTime() + settings.payWithin().toMillis();
  }

  private boolean isBought(Signal call, View view) {
    return view.purchaseAt() >= call.eventTime() - settings.purchaseWithin().toMillis();
  }

  private Text reason(Signal call, List<Signal> payments, List<Signal> failed, boolean bought) {
    String paidZh =
        payments.isEmpty() ? "" : "，向首次收款的个人账户付款" + words.moneyZh(Payments.sum(payments));
    String paidEn =
        payments.isEmpty()
            ? ""
            : ", then " + words.moneyEn(Payments.sum(payments)) + " sent to a first-time payee";
    String failedZh = failed.isEmpty() ? "" : "，另有" + failed.size() + "笔付款被拒";
    String failedEn =
        failed.isEmpty() ? "" : ", " + Words.countEn(failed.size(), "payment") + " declined";
    long days = settings.purchaseWithin().toDays();
    long now =
        Stream.concat(payments.stream(), failed.stream())
            .mapToLong(Signal::eventTime)
            .max()
            .orElse(call.eventTime());
    return new Text(
        "%s接到%s来电%s%s%s%s。疑似冒充电商物流客服诈骗。"
            .formatted(
                words.timeZh(call.eventTime()),
                CallSigns.originZh(call),
                CallSigns.lastedZh(call, now, words),
                bought ? "，此前" + days + "天内有过购物" : "",
                paidZh,
                failedZh),
        "Called at %s by %s (%s)%s%s%s. Looks like a false shop, courier or refund desk."
            .formatted(
                words.timeEn(call.eventTime()),
                CallSigns.originEn(call),
                CallSigns.lastedEn(call, now, words),
                bought ? ", something bought in the " + days + " d before" : "",
                paidEn,
                failedEn));
  }
}
