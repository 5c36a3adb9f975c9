package org.tocsin.core.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.OwnerKnown;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.cases.StopNames;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.gate.HeldChange.State;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.BreakerRules;
import org.tocsin.core.rulebook.DissuasionRules;
import org.tocsin.core.rulebook.DissuasionRules.StopRules;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/**
 * In front of the cases. A pattern that warns far more than usual is held back into a queue until
 * the operator, or time, lets it go on; URGENT warnings never are, of whatever pattern. Outcomes of
 * a case that was opened under an account go on to the person whose it turned out to be.
 *
 * <p>All warnings share one key, for a share is one of all; there are a few a second in a whole
 * nation. Outcomes keep the key of their case and are not delayed by it.
 */
public final class GateStage implements Stage<CaseInput, GateState, GateOutput> {

  private static final long serialVersionUID = 1;

  /** The key that all warnings share. */
  static final long WARNINGS = Ids.key("gate", "warnings");

  private static final int REMEMBERED = 1_024;

  private final BreakerRules rules;
  private final StopRules stops;
  private final Duration carryFor;

  /** A warning under an account is as old as a person is watched at most, to be carried over. */
  public GateStage(DissuasionRules rules) {
    this.rules = rules.breaker();
    this.stops = rules.stops();
    this.carryFor = rules.watchLasts();
  }

  /** The key under which the gate handles an input. */
  public static long key(CaseInput input) {
    boolean queue =
        input instanceof WarningRaised
            || input instanceof OutcomeReported reported && Operator.speaks(reported.outcome());
    return queue ? WARNINGS : input.key();
  }

  @Override
  public GateState onInput(long key, GateState before, CaseInput input, Turn<GateOutput> turn) {
    GateState state = before == null ? GateState.NOTHING : before;
    if (input instanceof WarningRaised raised) {
      return warned(state, raised, turn);
    } else if (input instanceof CaseInput.Unowned unowned) {
      return Owners.noted(state, unowned.warning());
    } else if (input instanceof OwnerKnown known) {
      return Owners.known(state, known, carryFor, turn);
    } else if (input instanceof CaseInput.StopAdvised advised) {
      List<StopNames.Named> named = StopNames.advised(state.stops(), advised);
      return GateStateBuilder.builder(state).stops(named).build();
    }
    OutcomeReported reported = (OutcomeReported) input;
    if (Operator.speaks(reported.outcome())) {
      return decided(state, reported.outcome(), turn);
    }
    return Owners.reported(stopsNamed(before, reported, turn), named(state, reported), turn);
  }

  private static OutcomeReported named(GateState state, OutcomeReported reported) {
    return reported.stopped(StopNames.stopped(state.stops(), reported.outcome()).orElse(null));
  }

  /** Tells accounts that are free again, as far as this case goes. */
  private GateState stopsNamed(GateState before, OutcomeReported reported, Turn<GateOutput> turn) {
    GateState state = before == null ? GateState.NOTHING : before;
    for (String account : StopNames.released(state.stops(), reported.outcome())) {
      for (long holder : holders(state, reported)) {
        pass(new CaseInput.StopReleased(account, holder, reported.time()), turn);
      }
    }
    List<StopNames.Named> after = StopNames.after(state.stops(), named(state, reported), stops);
    boolean same = after.equals(state.stops());
    return same ? before : GateStateBuilder.builder(state).stops(after).build();
  }

  /** An account's case that became the person's is held for by both names. */
  private static long[] holders(GateState state, OutcomeReported reported) {
    return state.owner() == null
        ? new long[] {reported.key()}
        : new long[] {reported.key(), reported.movedTo(state.owner()).key()};
  }

  private GateState warned(GateState before, WarningRaised raised, Turn<GateOutput> turn) {
    Warning warning = raised.warning();
    long hash = Ids.key("warning", warning.warningId(), warning.revision());
    if (contains(before.dropped(), hash)) {
      turn.count("breaker_copy_of_dropped");
      return before;
    }
    if (warning.watchOnly() || contains(before.known(), hash)) {
      return copy(before, raised, turn);
    }
    GateState state = Surge.counted(rules, before, warning.pattern(), raised.time());
    state = GateStateBuilder.builder(state).known(with(state.known(), hash)).build();
    Surge surge = new Surge(rules, state, raised.time());
    if (!surge.of(warning.pattern())) {
      pass(raised, turn);
      return asUsual(state, warning.pattern());
    }
    if (warning.grade() == Grade.URGENT || state.isAllowed(warning.pattern())) {
      pass(raised, turn);
      return state;
    }
    if (state.held().size() >= rules.queueMax()) {
      turn.count("breaker_queue_full");
      pass(raised, turn);
      return state;
    }
    return hold(state, warning, surge, turn);
  }

  /** It asks nobody for anything, or it was counted before; what is held already stays so. */
  private static GateState copy(GateState state, WarningRaised raised, Turn<GateOutput> turn) {
    boolean held =
        state.held().stream()
            .anyMatch(each -> each.warning().warningId().equals(raised.warning().warningId()));
    if (!held) {
      pass(raised, turn);
    }
    return state;
  }

  private static GateState asUsual(GateState state, String pattern) {
    if (!state.isAllowed(pattern)) {
      return state;
    }
    List<String> allowed = new ArrayList<>(state.allowed());
    allowed.remove(pattern);
    return GateStateBuilder.builder(state).allowed(allowed).build();
  }

  private GateState hold(GateState state, Warning warning, Surge surge, Turn<GateOutput> turn) {
    turn.count("breaker_held");
    String reason =
        String.format(
            Locale.ROOT,
            "%s: %.0f warnings in %s, more than %.0f",
            warning.pattern(),
            surge.recent(warning.pattern()),
            rules.window(),
            surge.limit(warning.pattern()));
    long goesOnAt = turn.now() + rules.heldAtMost().toMillis();
    turn.emit(HeldChange.held(warning, reason, surge, turn.now(), goesOnAt));
    List<HeldWarning> held = new ArrayList<>(state.held());
    held.add(new HeldWarning(warning, turn.now()));
    turn.wakeAt(goesOnAt);
    return GateStateBuilder.builder(state).held(held).build();
  }

  private GateState decided(GateState state, Outcome outcome, Turn<GateOutput> turn) {
    String word = outcome.checklist().get(Operator.KEY);
    boolean release = Operator.RELEASE.equals(word);
    if (!release && !Operator.DROP.equals(word)) {
      turn.emit(HeldChange.of(outcome, "DOES_NOT_FIT"));
      return state;
    }
    List<HeldWarning> rest = new ArrayList<>();
    List<HeldWarning> meant = new ArrayList<>();
    for (HeldWarning held : state.held()) {
      (Operator.means(outcome, held.warning()) ? meant : rest).add(held);
    }
    if (meant.isEmpty()) {
      turn.emit(HeldChange.of(outcome, "NOTHING_HELD"));
      return state;
    }
    GateState after = GateStateBuilder.builder(state).held(rest).build();
    return release ? released(after, meant, outcome, turn) : dropped(after, meant, turn);
  }

  private static GateState released(
      GateState state, List<HeldWarning> meant, Outcome outcome, Turn<GateOutput> turn) {
    meant.forEach(held -> release(held, "BY_OPERATOR", turn));
    if (!Operator.aboutPattern(outcome)) {
      return state;
    }
    // The surge is real: what comes of it from now on goes on too.
    List<String> allowed = new ArrayList<>(state.allowed());
    allowed.add(meant.get(0).warning().pattern());
    return GateStateBuilder.builder(state).allowed(allowed.stream().distinct().toList()).build();
  }

  private static void release(HeldWarning held, String code, Turn<GateOutput> turn) {
    turn.count("breaker_released");
    turn.emit(HeldChange.decided(held.warning(), State.RELEASED, code, turn.now()));
    pass(new WarningRaised(held.warning(), turn.now()), turn);
  }

  private static GateState dropped(
      GateState state, List<HeldWarning> meant, Turn<GateOutput> turn) {
    long[] dropped = state.dropped();
    for (HeldWarning held : meant) {
      Warning warning = held.warning();
      turn.count("breaker_dropped");
      turn.emit(HeldChange.decided(warning, State.DROPPED, "BY_OPERATOR", turn.now()));
      dropped = with(dropped, Ids.key("warning", warning.warningId(), warning.revision()));
    }
    return GateStateBuilder.builder(state).dropped(dropped).build();
  }

  /** Nobody decided in time: better one warning too many than a person forgotten in a queue. */
  @Override
  public GateState onTime(long key, GateState state, Turn<GateOutput> turn) {
    if (state == null || state.held().isEmpty()) {
      return state;
    }
    // The time that woke it may be another machine's: what is due by it must not stay and wake
    // again.
    long until = Math.max(turn.now(), turn.watermark()) - rules.heldAtMost().toMillis();
    List<HeldWarning> rest = new ArrayList<>();
    for (HeldWarning held : state.held()) {
      if (held.heldAt() <= until) {
        release(held, "NOBODY_DECIDED", turn);
      } else {
        rest.add(held);
      }
    }
    if (!rest.isEmpty()) {
      turn.wakeAt(rest.get(0).heldAt() + rules.heldAtMost().toMillis());
    }
    return GateStateBuilder.builder(state).held(rest).build();
  }

  static void pass(CaseInput input, Turn<GateOutput> turn) {
    turn.emit(new GateOutput.Passed(input));
  }

  private static boolean contains(long[] hashes, long hash) {
    for (long each : hashes) {
      if (each == hash) {
        return true;
      }
    }
    return false;
  }

  private static long[] with(long[] hashes, long hash) {
    int drop = hashes.length >= REMEMBERED ? 1 : 0;
    long[] more = new long[hashes.length - drop + 1];
    System.arraycopy(hashes, drop, more, 0, hashes.length - drop);
    more[more.length - 1] = hash;
    return more;
  }
}
