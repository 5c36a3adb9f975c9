package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.rulebook.HabitRules;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/**
 * A flow of money as a rule has told it.
 *
 * @param anchor the movement that names it
 * @param tests small payments before it; may be empty
 * @param ins what came in
 * @param outs what left, or is announced to leave
 * @param count as the kind of signal says
 * @param whole false while it can be told only from how it begins
 * @param strangers the money came from persons this account had not dealt with
 */
record Flow(
    Movement anchor,
    List<Movement> tests,
    List<Movement> ins,
    List<Movement> outs,
    int count,
    boolean whole,
    boolean strangers) {

  private static final int STRENGTH_WHOLE = 60;
  private static final int STRENGTH_BEGUN = 40;

  /** More of each part would say nothing new. */
  private static final int EVIDENCE_MAX = 12;

  boolean involves(Movement moved) {
    return tests.contains(moved) || ins.contains(moved) || outs.contains(moved);
  }

  long endTime() {
    long end = anchor.time();
    for (Movement each : ins) {
      end = Math.max(end, each.time());
    }
    for (Movement each : outs) {
      end = Math.max(end, each.time());
    }
    return end;
  }

  Signal signal(SignalKind kind, AccountProfile profile, HabitRules habit, long today) {
    List<Trait> traits = new ArrayList<>(4);
    if (!whole) {
      traits.add(Trait.WATCH_ONLY);
    }
    if (strangers) {
      traits.add(Trait.STRANGERS);
    }
    if (outs.stream().anyMatch(out -> !out.settled())) {
      traits.add(Trait.PENDING);
    }
    if (RowDays.isHabit(profile.flowDays(), kind, today, habit)) {
      traits.add(Trait.HABIT);
    }
    if (profile.facts().standing().trustedAt(anchor.time())) {
      traits.add(Trait.TRUSTED);
    }
    long came = Flows.sum(ins);
    return AccountSignals.of(kind, profile, anchor, whole ? STRENGTH_WHOLE : STRENGTH_BEGUN, "")
        .endTime(endTime())
        .amountMinor(came)
        .balanceMinor(Math.max(0, came - Flows.sum(outs)))
        .count(count)
        .traits(traits)
        .evidence(evidence())
        .device(AccountSignals.device(outs))
        .build();
  }

  private List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    add(evidence, tests, "small payment before");
    add(evidence, ins, "money came in");
    add(evidence, outs, "it was passed on");
    if (evidence.isEmpty()) {
      evidence.addAll(AccountSignals.evidence(anchor, "it began with this"));
    }
    evidence.sort(Evidence.ORDER);
    return evidence;
  }

  /** The latest of a part. */
  private static void add(List<Evidence> evidence, List<Movement> part, String what) {
    for (Movement each : part.subList(Math.max(0, part.size() - EVIDENCE_MAX), part.size())) {
      evidence.addAll(AccountSignals.evidence(each, what));
    }
  }
}
