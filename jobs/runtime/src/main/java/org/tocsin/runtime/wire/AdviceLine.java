package org.tocsin.runtime.wire;

import org.tocsin.core.cases.AdviceChange;
import org.tocsin.core.warning.Advice;

/** A line of advice.v1: the warning's entry repeated, with what became of it. */
record AdviceLine(
    String adviceId,
    Advice.Kind kind,
    String account,
    String phone,
    String person,
    Long amountMinor,
    String reasonCode,
    String remedy,
    long until,
    String warningId,
    AdviceChange.State state,
    long changedAt) {

  static AdviceLine of(AdviceChange change) {
    Advice advice = change.advice();
    return new AdviceLine(
        advice.adviceId(),
        advice.kind(),
        advice.account(),
        advice.phone(),
        advice.person(),
        advice.amountMinor(),
        advice.reasonCode(),
        advice.remedy(),
        advice.until(),
        change.warningId(),
        change.state(),
        change.changedAt());
  }

  AdviceChange change() {
    Advice advice =
        new Advice(adviceId, kind, account, phone, person, amountMinor, reasonCode, remedy, until);
    return new AdviceChange(advice, warningId, state, changedAt);
  }
}
