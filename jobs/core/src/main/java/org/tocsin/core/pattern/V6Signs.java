package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/** What else speaks for V6 beside the payment: each weak alone, together they are no chance. */
final class V6Signs implements Serializable {

  private static final long serialVersionUID = 1L;
  private final VictimRules.V6 settings;

  V6Signs(VictimRules.V6 settings) {
    this.settings = settings;
  }

  /**
   * @param call the unknown call; null for a sign of the payee's
   */
  record Sign(String zh, String en, Signal call) {}

  List<Sign> of(List<Signal> payments, View view) {
    List<Sign> signs = new ArrayList<>();
    if (isListed(payments)) {
      signs.add(new Sign("收款账户已列入涉诈名单", "the payee's account is listed", null));
    }
    if (payments.stream().anyMatch(this::isYoung)) {
      long days = settings.payeeYoung().toDays();
      signs.add(
          new Sign(
              "收款账户开户不超过" + days + "天", "the payee's account is at most " + days + " d old", null));
    }
    if (payments.stream().anyMatch(this::isCrowded)) {
      signs.add(
          new Sign(
              "当日至少有" + settings.strangersMin() + "名陌生人付款给该账户",
              "at least " + settings.strangersMin() + " strangers paid the payee that day",
              null));
    }
    Signal call = callBefore(payments, view);
    if (call != null) {
      signs.add(
          new Sign(
              "付款前接到" + CallSigns.originZh(call) + "来电",
              "called by " + CallSigns.originEn(call) + " before the payment",
              call));
    }
    return signs;
  }

  static boolean isListed(List<Signal> payments) {
    return payments.stream().anyMatch(each -> each.otherStanding().listedAt(each.eventTime()));
  }

  /** A shop or dealer nobody listed has such days too. */
  boolean isCrowdOnly(List<Sign> signs, List<Signal> payments) {
    return signs.size() == 1 && payments.stream().anyMatch(this::isCrowded);
  }

  private boolean isYoung(Signal payment) {
    return payment
        .otherStanding()
        .openedWithin(settings.payeeYoung().toMillis(), payment.eventTime());
  }

  private boolean isCrowded(Signal payment) {
    return payment
        .otherStanding()
        .crowdedWithin(settings.strangersWithin().toMillis(), payment.eventTime());
  }

  /** The latest that was long enough by then. */
  private Signal callBefore(List<Signal> payments, View view) {
    Signal found = null;
    for (Signal payment : payments) {
      long time = payment.eventTime();
      for (Signal call : view.signals()) {
        if (call.kind() == SignalKind.UNKNOWN_CALL
            && call.eventTime() <= time
            && isNear(call, time)
            && call.lengthMillisAt(time) >= settings.signCallMin().toMillis()) {
          found = call;
        }
      }
    }
    return found;
  }

  /** Bosses and friends want it now; most people are called by a stranger at some hour of a day. */
  private boolean isNear(Signal call, long time) {
    boolean soon = time - call.eventTime() <= settings.signCallBefore().toMillis();
    return soon
        && (CallSigns.suspicious(call)
            || call.ongoing()
            || time - call.endTime() <= settings.plainCallBefore().toMillis());
  }

  static String zh(List<Sign> signs) {
    return signs.isEmpty() ? "" : String.join("，", signs.stream().map(Sign::zh).toList()) + "。";
  }

  /** Begins with a capital letter and ends with a full stop. */
  static String en(List<Sign> signs) {
    if (signs.isEmpty()) {
      return "";
    }
    String all = String.join("; ", signs.stream().map(Sign::en).toList());
    return " " + Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
  }

  /** The payments, and the calls among the signs. */
  static List<Signal> with(List<Signal> payments, List<Sign> signs) {
    List<Signal> all = new ArrayList<>(payments);
    signs.stream().map(Sign::call).filter(call -> call != null).forEach(all::add);
    return all;
  }
}
