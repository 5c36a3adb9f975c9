package org.tocsin.core.cases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Stream;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;

/**
 * What a warning does: opens the person's case, or updates, raises or reopens it. It never lowers
 * one and never makes a second.
 */
final class WarningIntake {

  private static final int FORMER_IDS = 16;

  private static final Set<CaseState> PROCESS_RUNS =
      EnumSet.of(CaseState.OPEN, CaseState.CONTACTED, CaseState.SUPERVISED, CaseState.REOPENED);

  private static final Set<CaseState> AFTER_DISSUASION =
      EnumSet.of(CaseState.DISSUADED, CaseState.FOLLOWED_UP, CaseState.CLOSED);

  /** Nobody is asked to do anything but to follow up. */
  private static final Set<CaseState> AT_REST =
      EnumSet.of(CaseState.DISSUADED, CaseState.FOLLOWED_UP, CaseState.ON_WATCH, CaseState.CLOSED);

  private final CaseTurn turn;
  private final Procedure procedure;
  private final Steps steps;
  private final AdviceLife advice;

  WarningIntake(CaseTurn turn, Procedure procedure, Steps steps, AdviceLife advice) {
    this.turn = turn;
    this.procedure = procedure;
    this.steps = steps;
    this.advice = advice;
  }

  /**
   * @param again the same warning was handled before at another revision: it asks for nothing new
   */
  void handle(Warning warning, boolean again) {
    String because = "WARNING:" + warning.warningId();
    if (!opensCase(warning)) {
      mergeId(warning);
      noteMoney(warning);
      noteNewPayee(warning);
      turn.dossier(
          turn.edit()
              .lastWarning(warning.warningId())
              .region(warning.region() == null ? turn.dossier().region() : warning.region())
              .amountMinor(larger(turn.dossier().amountMinor(), warning.amountAtRiskMinor()))
              .suspectOnly(turn.dossier().suspectOnly() && isSuspicion(warning))
              .build());
      update(warning, again, because);
    } else {
      open(warning, because);
    }
    advice.issue(warning);
  }

  private boolean opensCase(Warning warning) {
    Dossier dossier = turn.dossier();
    return dossier == null || dossier.closed() && !known(warning.caseId());
  }

  /** An id of this case, or of one before it: that one is over, its ids are not used again. */
  private boolean known(String caseId) {
    return turn.dossier().named(caseId) || turn.file().formerIds().contains(caseId);
  }

  private void open(Warning warning, String because) {
    rememberFormer();
    boolean watchOnly = warning.watchOnly();
    CaseMove move = watchOnly ? CaseMove.WATCH : CaseMove.WARN;
    turn.dossier(
        DossierBuilder.builder()
            .caseId(warning.caseId())
            .otherIds(List.of())
            .state(move.pass(null))
            .level(Level.of(warning.grade()))
            .openedAt(turn.at())
            .changedAt(turn.at())
            .moneyMoved(moneyMoved(warning))
            .made(List.of())
            .tasks(List.of())
            .alarms(List.of())
            .lastWarning(warning.warningId())
            .region(warning.region())
            .amountMinor(warning.amountAtRiskMinor())
            .stopAsked(!hasPayee(warning))
            .suspectOnly(isSuspicion(warning))
            .build());
    if (watchOnly) {
      procedure.watch(because);
    } else {
      turn.tell(because);
      procedure.begin();
    }
  }

  private void rememberFormer() {
    if (turn.dossier() != null) {
      List<String> former = new ArrayList<>(turn.file().formerIds());
      former.addAll(turn.dossier().otherIds());
      former.add(turn.dossier().caseId());
      int from = Math.max(0, former.size() - FORMER_IDS);
      turn.file(
          CaseFileBuilder.builder(turn.file())
              .formerIds(former.subList(from, former.size()))
              .build());
    }
  }

  private static boolean moneyMoved(Warning warning) {
    return warning.evidence().stream().anyMatch(e -> e.stream() == Stream.TRANSACTION);
  }

  private static Long larger(Long one, Long other) {
    return one == null || other != null && other > one ? other : one;
  }

  private void noteMoney(Warning warning) {
    if (moneyMoved(warning) && !turn.dossier().moneyMoved()) {
      turn.dossier(turn.edit().moneyMoved(true).build());
    }
  }

  /** The opening of a card pays nobody: there is nothing a bank could be asked to stop. */
  private static boolean hasPayee(Warning warning) {
    return warning.lane() != Lane.OPENING;
  }

  private static boolean isSuspicion(Warning warning) {
    return warning.lane() == Lane.MULE;
  }

  private void noteNewPayee(Warning warning) {
    boolean newPayee =
        warning.advice().stream()
            .filter(a -> a.kind() == Advice.Kind.STOP_PAYMENT && a.account() != null)
            .anyMatch(a -> turn.file().advice().stream().noneMatch(l -> l.concerns(a.account())));
    boolean firstPayee = hasPayee(warning) && !turn.dossier().everMade(Task.Kind.STOP_PAYMENT);
    if (newPayee || firstPayee) {
      turn.dossier(turn.edit().stopAsked(false).build());
    }
  }

  /** Detection took the case for over: its new id is told as closed into the one that is open. */
  private void mergeId(Warning warning) {
    Dossier dossier = turn.dossier();
    if (known(warning.caseId())) {
      return;
    }
    List<String> ids = new ArrayList<>(dossier.otherIds());
    ids.add(warning.caseId());
    turn.dossier(turn.edit().otherIds(ids).build());
    turn.count("case_merged");
    turn.emit(
        new CaseChange(
            warning.caseId(),
            turn.file().owner(),
            CaseState.CLOSED,
            1,
            warning.grade(),
            warning.tier(),
            turn.at(),
            turn.at(),
            "MERGED:" + dossier.caseId(),
            Conclusion.DUPLICATE));
  }

  private void update(Warning warning, boolean again, String because) {
    Level level = levelAfter(warning);
    boolean raised = level != turn.dossier().level();
    boolean asks =
        !warning.watchOnly() && (wentOn(warning) || !again && (raised || newBehaviour(warning)));
    if (!asks) {
      noted(because);
      return;
    }
    boolean over = AFTER_DISSUASION.contains(turn.dossier().state());
    turn.move(CaseMove.WARN);
    if (over) {
      turn.dossier(turn.edit().stopAsked(!hasPayee(warning)).build());
    }
    turn.level(level);
    turn.dossier(turn.edit().familyAsked(false).build());
    turn.conclude(null);
    turn.tell(because);
    procedure.begin();
  }

  /** Nothing new is asked for; a closed case stays as it is. */
  private void noted(String because) {
    if (turn.dossier().closed()) {
      turn.count("warning_noted_on_closed_case");
      return;
    }
    turn.tell(because);
    if (PROCESS_RUNS.contains(turn.dossier().state())) {
      steps.requestStop();
    }
  }

  /** After a failed dissuasion any new sign raises; otherwise only a graver one does. */
  private Level levelAfter(Warning warning) {
    Level now = turn.dossier().level();
    Level warned = Level.of(warning.grade());
    Level floor = isUnconvinced() && !warning.watchOnly() ? now.next() : now;
    return warned.above(floor) ? warned : floor;
  }

  /**
   * The very fraud goes on after somebody's word had ended the work on it, whatever that word was:
   * though the warning is the same at another revision, it is no repetition, but new.
   */
  private boolean wentOn(Warning warning) {
    Dossier dossier = turn.dossier();
    return AT_REST.contains(dossier.state())
        && dossier.concludedBy() != null
        && warning.eventTime() > dossier.concludedBy().eventTime();
  }

  private boolean isUnconvinced() {
    return turn.dossier().state() == CaseState.ON_WATCH
        && turn.dossier().conclusion() == Conclusion.REFUSED_TO_BELIEVE;
  }

  /** Whether the process has to begin again though the level stays. */
  private boolean newBehaviour(Warning warning) {
    return switch (turn.dossier().state()) {
      case ON_WATCH, CLOSED -> true;
      case DISSUADED, FOLLOWED_UP ->
          // What was done before the person was convinced says nothing against the conviction.
          turn.dossier().concludedBy() == null
              || warning.eventTime() > turn.dossier().concludedBy().eventTime();
      case OPEN, CONTACTED, SUPERVISED, REOPENED -> false;
    };
  }
}
