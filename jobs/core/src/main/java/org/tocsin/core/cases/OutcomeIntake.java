package org.tocsin.core.cases;

import java.util.Optional;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.Dossier.Concluded;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Task.State;
import org.tocsin.core.cases.UnmatchedOutcome.Reason;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Step;

/**
 * What an outcome does to a case. Of two conclusions the one that happened later counts, in
 * whatever order they come; what no case can use is told as unmatched.
 */
final class OutcomeIntake {

  private final CaseTurn turn;
  private final Tasks tasks;
  private final Procedure procedure;
  private final Steps steps;
  private final AdviceLife advice;
  private final HandOvers handOvers;

  /** What the stop that the outcome tells of is; null when it tells of none. */
  private StopAnswer stop;

  OutcomeIntake(
      CaseTurn turn,
      Tasks tasks,
      Procedure procedure,
      Steps steps,
      AdviceLife advice,
      HandOvers handOvers) {
    this.turn = turn;
    this.tasks = tasks;
    this.procedure = procedure;
    this.steps = steps;
    this.advice = advice;
    this.handOvers = handOvers;
  }

  /** One that moved is told of at the account's file too, which lifts what was set in motion. */
  void handle(OutcomeReported reported) {
    Outcome outcome = reported.outcome();
    boolean moved = reported.movedTo() != null;
    stop = reported.answer();
    OutcomeMeaning meaning = OutcomeMeaning.of(outcome.step(), outcome.result());
    Optional<Reason> refusal = moved ? refuseMoved() : refuse(outcome);
    if (refusal.isPresent()) {
      refused(outcome, meaning, refusal.get(), moved);
    } else if (HandOvers.isOne(outcome)) {
      handOvers.handle(outcome).ifPresent(reason -> unmatched(outcome, reason));
    } else if (meaning == OutcomeMeaning.DOES_NOT_FIT && outcome.conclusion() == null) {
      unmatched(outcome, Reason.DOES_NOT_FIT);
    } else if (turn.dossier().closed() && turn.dossier().movedTo() != null) {
      atTheFormerAddress(outcome, meaning);
    } else if (turn.dossier().closed()) {
      afterClosing(outcome, meaning, moved);
    } else {
      apply(outcome, meaning, moved);
    }
  }

  private void refused(Outcome outcome, OutcomeMeaning meaning, Reason reason, boolean moved) {
    if (moved) {
      turn.count("outcome_moved_unused");
    } else if (reason == Reason.CASE_CLOSED && aboutAdvice(outcome, meaning)) {
      // What a case has set in motion can be lifted long after it, and after the next one began.
      adviceOnly(outcome, meaning, false);
    } else {
      unmatched(outcome, reason);
    }
  }

  /** The person's own case has it; here only what was set in motion under the account is left. */
  private void atTheFormerAddress(Outcome outcome, OutcomeMeaning meaning) {
    turn.count("outcome_moved");
    if (aboutAdvice(outcome, meaning)) {
      adviceOnly(outcome, meaning, true);
    }
  }

  private Optional<Reason> refuseMoved() {
    return turn.dossier() == null ? Optional.of(Reason.UNKNOWN_CASE) : Optional.empty();
  }

  private Optional<Reason> refuse(Outcome outcome) {
    Dossier dossier = turn.dossier();
    if (dossier == null) {
      return Optional.of(Reason.UNKNOWN_CASE);
    }
    if (outcome.caseId() == null || dossier.named(outcome.caseId())) {
      return Optional.empty();
    }
    if (turn.file().formerIds().contains(outcome.caseId())) {
      return Optional.of(Reason.CASE_CLOSED);
    }
    // A foreign case id beside our person: the person decides.
    return outcome.person() == null ? Optional.of(Reason.UNKNOWN_CASE) : Optional.empty();
  }

  private void unmatched(Outcome outcome, Reason reason) {
    turn.count("outcome_unmatched");
    turn.emit(new UnmatchedOutcome(outcome, reason));
  }

  /** Appeals and releases go on after closing; bad news from later reopens; the rest is history. */
  private void afterClosing(Outcome outcome, OutcomeMeaning meaning, boolean moved) {
    if (aboutAdvice(outcome, meaning)) {
      adviceOnly(outcome, meaning, moved);
    } else if (contradictsClosing(outcome, meaning)) {
      turn.move(CaseMove.REOPEN);
      turn.dossier(turn.edit().conclusion(null).contacted(false).build());
      turn.tell(because(outcome));
      apply(outcome, meaning, moved);
    } else {
      unmatched(outcome, Reason.CASE_CLOSED);
    }
  }

  /** Everything about a measure but a new stop, which needs an open case. */
  private static boolean aboutAdvice(Outcome outcome, OutcomeMeaning meaning) {
    boolean measure = outcome.step() == Step.APPEAL || outcome.step() == Step.STOP_PAYMENT;
    return measure && (meaning != OutcomeMeaning.ADVICE_ACCEPTED || AdviceLife.isFreeze(outcome));
  }

  private boolean contradictsClosing(Outcome outcome, OutcomeMeaning meaning) {
    boolean later =
        turn.dossier().concludedBy() == null
            || Concluded.by(outcome).compareTo(turn.dossier().concludedBy()) > 0;
    boolean badNews =
        outcome.conclusion() == null && meaning == OutcomeMeaning.UNCONVINCED
            || outcome.conclusion() == Conclusion.REFUSED_TO_BELIEVE
            || outcome.conclusion() == Conclusion.SCAM_ALREADY_PAID;
    return badNews
        && later
        && outcome.eventTime() > turn.dossier().changedAt()
        && outcome.conclusion() != turn.dossier().conclusion();
  }

  private static String because(Outcome outcome) {
    return "OUTCOME:" + outcome.source() + "/" + outcome.eventId();
  }

  private void apply(Outcome outcome, OutcomeMeaning meaning, boolean moved) {
    Optional<OpenTask> done = finishTask(outcome, meaning);
    Conclusion conclusion = outcome.conclusion();
    if (conclusion != null && !claimsTooMuch(outcome) && newest(outcome)) {
      conclude(outcome, meaning, conclusion);
      adviceOnly(outcome, meaning, true);
    } else {
      react(outcome, meaning, done, moved);
    }
    if (turn.open()) {
      procedure.closeWhenDone("FOLLOWED_UP");
    }
  }

  /** An SMS never counts as dissuaded. */
  private static boolean claimsTooMuch(Outcome outcome) {
    return outcome.step() == Step.SMS && outcome.conclusion() == Conclusion.SCAM_STOPPED;
  }

  private boolean newest(Outcome outcome) {
    Concluded before = turn.dossier().concludedBy();
    return before == null || Concluded.by(outcome).compareTo(before) > 0;
  }

  /** The open task the outcome is the answer to; none when somebody did it unasked. */
  private Optional<OpenTask> finishTask(Outcome outcome, OutcomeMeaning meaning) {
    if (outcome.step() == Step.APPEAL || meaning == OutcomeMeaning.DOES_NOT_FIT) {
      return Optional.empty();
    }
    Kind kind = Kind.valueOf(outcome.step().name());
    Optional<OpenTask> named =
        tasks.first(
            t -> t.is(kind) && t.account() != null && t.account().equals(outcome.account()));
    Optional<OpenTask> open = named.isPresent() ? named : tasks.first(t -> t.is(kind));
    if (open.isPresent() && isAskedAboutOthers(open.get(), outcome, meaning)) {
      return Optional.empty();
    }
    State state = meaning == OutcomeMeaning.UNREACHED ? State.FAILED : State.DONE;
    open.ifPresent(task -> tasks.finish(task, state));
    if (open.isEmpty()) {
      turn.count("outcome_without_task");
    }
    return open;
  }

  /** One request names all payees: it is answered when the bank has said of each. */
  private boolean isAskedAboutOthers(OpenTask task, Outcome outcome, OutcomeMeaning meaning) {
    return task.is(Kind.STOP_PAYMENT)
        && task.account() == null
        && meaning != OutcomeMeaning.UNREACHED
        && outcome.account() != null
        && advice.awaitsAnswerBeside(outcome.account());
  }

  private void react(
      Outcome outcome, OutcomeMeaning meaning, Optional<OpenTask> done, boolean moved) {
    switch (meaning) {
      case DONE -> stepDone(outcome);
      case UNREACHED -> done.ifPresent(this::failed);
      case REACHED, CONVINCED, UNCONVINCED -> spokenTo(outcome, meaning);
      default -> adviceOnly(outcome, meaning, moved || done.isPresent());
    }
  }

  /** What was said before the conclusion that counts changes nothing any more. */
  private void spokenTo(Outcome outcome, OutcomeMeaning meaning) {
    if (!newest(outcome)) {
      turn.count("outcome_superseded");
    } else if (meaning == OutcomeMeaning.REACHED) {
      reached(outcome);
    } else if (meaning == OutcomeMeaning.CONVINCED) {
      convinced(outcome, Conclusion.SCAM_STOPPED);
    } else {
      doubted(outcome);
    }
  }

  private void stepDone(Outcome outcome) {
    if (outcome.step() == Step.SMS) {
      procedure.smsOver();
    }
  }

  private void failed(OpenTask task) {
    int attempt = task.task().attempt();
    switch (task.task().kind()) {
      case SMS -> procedure.smsFailed(attempt);
      case CALL -> procedure.callFailed(attempt);
      case VISIT -> procedure.visitFailed(attempt);
      case FOLLOW_UP -> procedure.followUpFailed(attempt);
      case STOP_PAYMENT -> steps.requestStop(attempt + 1);
      case FAMILY -> {
        // Asked once; whether it worked out does not change what the visit has to do.
      }
    }
  }

  private void reached(Outcome outcome) {
    boolean followUp = outcome.step() == Step.FOLLOW_UP;
    procedure.reached(followUp ? CaseMove.FOLLOW_UP : CaseMove.REACH, because(outcome));
  }

  private void convinced(Outcome outcome, Conclusion conclusion) {
    CaseState before = turn.dossier().state();
    boolean followedUp =
        outcome.step() == Step.FOLLOW_UP
            && (before == CaseState.DISSUADED || before == CaseState.FOLLOWED_UP);
    concludedBy(outcome);
    if (followedUp) {
      turn.conclude(conclusion);
      reached(outcome);
    } else {
      procedure.convinced(conclusion, because(outcome));
    }
  }

  private void concludedBy(Outcome outcome) {
    turn.dossier(turn.edit().concludedBy(Concluded.by(outcome)).build());
  }

  private void doubted(Outcome outcome) {
    concludedBy(outcome);
    procedure.doubted(outcome.step() == Step.VISIT, because(outcome));
  }

  private void conclude(Outcome outcome, OutcomeMeaning meaning, Conclusion conclusion) {
    switch (conclusion) {
      case SCAM_STOPPED, SCAM_ALREADY_PAID -> convinced(outcome, conclusion);
      case REFUSED_TO_BELIEVE -> doubted(outcome);
      case UNREACHED -> unreached(outcome);
      case NOT_SCAM -> notScam(outcome, meaning);
      case DUPLICATE -> {
        concludedBy(outcome);
        procedure.close(conclusion, because(outcome));
      }
      case VICTIM_TURNED_MULE -> {
        concludedBy(outcome);
        procedure.handOver(conclusion, because(outcome));
      }
    }
  }

  /** A restriction is lifted at once when its ground falls away (law, articles 20 and 32). */
  private void notScam(Outcome outcome, OutcomeMeaning meaning) {
    if (advice.isOneOfSeveral(outcome.account())) {
      notScamOfOne(outcome, meaning);
    } else {
      concludedBy(outcome);
      advice.releaseAll();
      procedure.close(Conclusion.NOT_SCAM, because(outcome));
    }
  }

  /**
   * That one payee is honest quiets that payee only (domain/victims.md, what holds a warning back):
   * the money on its way to the others is still to be saved.
   */
  private void notScamOfOne(Outcome outcome, OutcomeMeaning meaning) {
    turn.count("not_scam_of_one_payee");
    released(outcome);
    switch (meaning) {
      case REACHED, CONVINCED, UNCONVINCED -> reached(outcome);
      default -> turn.tell(because(outcome));
    }
  }

  /** An officer's word that nobody can be reached goes on as if the time were over. */
  private void unreached(Outcome outcome) {
    if (turn.dossier().contacted()) {
      turn.count("outcome_superseded");
    } else {
      procedure.declaredUnreached(because(outcome));
    }
  }

  /**
   * @param used whether the outcome was of use already; one that nothing can use is told
   */
  private void adviceOnly(Outcome outcome, OutcomeMeaning meaning, boolean used) {
    if (meaning == OutcomeMeaning.ADVICE_ACCEPTED && !AdviceLife.isFreeze(outcome)) {
      if (!advice.accepted(outcome, stop)) {
        unmatched(outcome, Reason.STOP_LIMIT);
      }
      return;
    }
    boolean matched =
        switch (meaning) {
          case ADVICE_ACCEPTED -> advice.frozen(outcome, stop);
          case ADVICE_REFUSED -> advice.refused(outcome);
          case ADVICE_APPEALED -> advice.appealed(outcome);
          case APPEAL_REFUSED -> advice.appealRefused(outcome);
          case ADVICE_RELEASED -> released(outcome);
          // Says nothing about any advice.
          default -> true;
        };
    if (!matched && !used) {
      unmatched(outcome, Reason.NO_SUCH_ADVICE);
    }
  }

  /** Nobody is pressed any longer to ask for what was lifted just now. */
  private boolean released(Outcome outcome) {
    boolean released = advice.released(outcome);
    if (released && turn.open()) {
      boolean nothingAsked = !advice.awaitsAnswerBeside(null);
      String account = outcome.account();
      tasks
          .first(
              t ->
                  t.is(Kind.STOP_PAYMENT)
                      && (t.account() == null ? nothingAsked : t.account().equals(account)))
          .ifPresent(task -> tasks.finish(task, State.CANCELLED));
    }
    return released;
  }
}
