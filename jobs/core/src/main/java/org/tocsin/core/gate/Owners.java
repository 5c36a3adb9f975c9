package org.tocsin.core.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.OwnerKnown;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/**
 * A case is opened under an account or phone while nobody knows whose it is. Once that is known the
 * case closes as merged, its gravest warning is carried over to the person's case, and outcomes
 * that name it are told of at both: so a person has one case, and nothing that was begun is lost.
 */
public final class Owners {

  private Owners() {}

  /** A warning with what it says about others than its own case. */
  public static List<CaseInput> split(WarningRaised raised) {
    List<CaseInput> parts = new ArrayList<>(others(raised));
    parts.addAll(CaseInput.StopAdvised.of(raised));
    parts.add(raised);
    return List.copyOf(parts);
  }

  private static List<? extends CaseInput> others(WarningRaised raised) {
    Warning warning = raised.warning();
    if (warning.person() == null) {
      return List.of(new CaseInput.Unowned(warning));
    }
    if (warning.formerSubjects() == null) {
      return List.of();
    }
    return warning.formerSubjects().stream()
        .map(
            former ->
                new OwnerKnown(
                    EntityKey.of(former.subjectKind(), former.subject()),
                    warning.person(),
                    warning.caseId(),
                    raised.time()))
        .toList();
  }

  static GateState noted(GateState state, Warning warning) {
    Warning before = state.unowned();
    boolean graver =
        before == null
            || warning.grade().compareTo(before.grade()) >= 0
                && warning.detectedAt() >= before.detectedAt();
    return graver && !warning.watchOnly() ? edit(state).unowned(warning).build() : state;
  }

  static GateState known(
      GateState state, OwnerKnown known, Duration carryFor, Turn<GateOutput> turn) {
    GateStage.pass(known, turn);
    Warning unowned = state.unowned();
    if (unowned != null && known.time() - unowned.detectedAt() <= carryFor.toMillis()) {
      turn.count("warning_carried_over");
      GateStage.pass(new WarningRaised(carried(unowned, known), known.time()), turn);
    }
    return edit(state).owner(known.person()).unowned(null).build();
  }

  /** Its measures stay where they were issued; the person's own warning has its own. */
  private static Warning carried(Warning warning, OwnerKnown known) {
    return WarningBuilder.builder(warning)
        .caseId(known.caseId())
        .person(known.person())
        .advice(List.of())
        .build();
  }

  /**
   * @param before null when nothing is known of the key, which is as good as always
   */
  static GateState reported(GateState before, OutcomeReported reported, Turn<GateOutput> turn) {
    GateStage.pass(reported, turn);
    if (before == null) {
      return null;
    }
    if (before.owner() != null) {
      GateStage.pass(reported.movedTo(before.owner()), turn);
    }
    boolean over = before.unowned() != null && concludes(reported.outcome());
    return over ? edit(before).unowned(null).build() : before;
  }

  /** Nothing is left to be done about what was warned of. */
  private static boolean concludes(Outcome outcome) {
    return outcome.conclusion() != null
        && switch (outcome.conclusion()) {
          case SCAM_STOPPED, SCAM_ALREADY_PAID, NOT_SCAM, VICTIM_TURNED_MULE, DUPLICATE -> true;
          case UNREACHED, REFUSED_TO_BELIEVE -> false;
        };
  }

  private static GateStateBuilder edit(GateState state) {
    return GateStateBuilder.builder(state);
  }
}
