package org.tocsin.core.cases;

import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Task.State;
import org.tocsin.core.cases.Tasks.Order;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.rulebook.DissuasionRules.CallRules;
import org.tocsin.core.rulebook.DissuasionRules.Dispatch;
import org.tocsin.core.rulebook.DissuasionRules.GradeRules;
import org.tocsin.core.warning.Level;

/**
 * What the teams are asked to do as a case goes on: the table "Grades and times" and the rules of
 * the process (domain/dissuasion.md). Every way through it ends in a conclusion by itself; nobody
 * has to press a button for the next step.
 */
final class Procedure {

  /** V10 of domain/victims.md: one tier up, and an SMS as well. */
  private static final String ALL_ATTEMPTS_FAILED = "V10";

  private final CaseTurn turn;
  private final Tasks tasks;
  private final Steps steps;

  Procedure(CaseTurn turn, Tasks tasks, Steps steps) {
    this.turn = turn;
    this.tasks = tasks;
    this.steps = steps;
  }

  /** Everything the level asks for, from now. */
  void begin() {
    GradeRules grade = turn.grade();
    turn.silence(
        Alarm.Kind.CONCLUDE_BY,
        Alarm.Kind.UNCONVINCED,
        Alarm.Kind.NEXT_ROUND,
        Alarm.Kind.WATCH_END);
    tasks.finishAll(State.CANCELLED, Kind.FOLLOW_UP);
    turn.dossier(turn.edit().contacted(false).callRound(0).build());
    steps.sms();
    if (grade.calls() != null) {
      steps.call();
      if (turn.alarm(Alarm.Kind.REACH_BY).isEmpty() && turn.dossier().supervisedRound() == 0) {
        turn.ringIn(Alarm.Kind.REACH_BY, turn.rules.reachWithin());
      }
    }
    if (grade.visit() == Dispatch.AT_ONCE) {
      steps.visit(false);
    }
    // A family is told of a danger, not that one of them is suspected.
    if (grade.family() == Dispatch.AT_ONCE && !turn.dossier().suspectOnly()) {
      steps.family();
    }
    steps.requestStop();
  }

  /** The attempt after one in vain; empty-handed after the last of the round: V10. */
  void callFailed(int attempt) {
    CallRules calls = turn.grade().calls();
    if (calls == null || turn.dossier().contacted()) {
      return;
    }
    if (attempt >= calls.attempts()) {
      unreached(ALL_ATTEMPTS_FAILED);
      return;
    }
    steps.callAgainAfter(attempt);
  }

  /** The person was not reached in the grade's time, or by any attempt of the round (V10). */
  void unreached(String because) {
    turn.silence(Alarm.Kind.UNREACHED);
    GradeRules before = turn.grade();
    Level raised = turn.dossier().level().next();
    boolean climbs = raised != turn.dossier().level();
    turn.move(CaseMove.CLIMB);
    turn.level(raised);
    turn.tell(because);
    if (climbs) {
      begin();
    } else {
      nextRound(before.calls());
    }
    if (because.equals(ALL_ATTEMPTS_FAILED)) {
      steps.sms();
    }
    if (before.family() != Dispatch.NEVER) {
      steps.family();
    }
    if (before.visit() == Dispatch.WHEN_UNREACHED) {
      steps.visit(before.visitSameDay());
    }
  }

  private void nextRound(CallRules calls) {
    if (calls != null && turn.dossier().callRound() < calls.rounds()) {
      turn.ringIn(Alarm.Kind.NEXT_ROUND, calls.roundPause());
    }
  }

  void callAgain() {
    turn.silence(Alarm.Kind.NEXT_ROUND);
    steps.call();
  }

  /** Nobody at the door: again, then the level above. */
  void visitFailed(int attempt) {
    if (attempt < turn.rules.visitAttempts()) {
      tasks.make(Order.of(Kind.VISIT, turn.at(), turn.grade().visitWithin()).attempt(attempt + 1));
    } else if (!turn.dossier().contacted()) {
      supervise("VISITS_FAILED");
    }
  }

  void smsFailed(int attempt) {
    if (attempt < turn.rules.smsAttempts()) {
      tasks.make(Order.of(Kind.SMS, turn.at(), turn.grade().smsWithin()).attempt(attempt + 1));
    } else {
      smsOver();
    }
  }

  /** Where an SMS is all the grade asks for, the person is only watched from here. */
  void smsOver() {
    if (turn.grade().calls() == null && !turn.dossier().contacted() && !onWatch()) {
      turn.move(CaseMove.WATCH);
      watch("SMS_ONLY");
      steps.planFollowUps();
    }
  }

  private boolean onWatch() {
    return turn.dossier().state() == CaseState.ON_WATCH;
  }

  /** Spoken to. A visit still owed stays: nobody has said that the person is convinced. */
  void reached(CaseMove move, String because) {
    contactMade();
    tasks.finishAll(State.CANCELLED, Kind.CALL, Kind.FAMILY);
    turn.move(move);
    if (turn.dossier().state() == CaseState.CONTACTED) {
      turn.silence(Alarm.Kind.WATCH_END);
      turn.ringIn(Alarm.Kind.CONCLUDE_BY, turn.grade().concludeWithin());
    } else if (onWatch()) {
      turn.ringIn(Alarm.Kind.WATCH_END, turn.rules.watchLasts());
    }
    turn.tell(because);
  }

  private void contactMade() {
    turn.dossier(turn.edit().contacted(true).supervisedRound(0).build());
    turn.silence(
        Alarm.Kind.UNREACHED,
        Alarm.Kind.REACH_BY,
        Alarm.Kind.NEXT_ROUND,
        Alarm.Kind.UNCONVINCED,
        Alarm.Kind.SUPERVISE_AGAIN);
  }

  void convinced(Conclusion conclusion, String because) {
    CaseState before = turn.dossier().state();
    contactMade();
    turn.silence(Alarm.Kind.CONCLUDE_BY, Alarm.Kind.WATCH_END);
    tasks.finishAll(State.CANCELLED, Kind.SMS, Kind.CALL, Kind.FAMILY, Kind.VISIT);
    turn.move(CaseMove.CONVINCE);
    turn.conclude(conclusion);
    turn.tell(because);
    if (before != CaseState.DISSUADED && before != CaseState.FOLLOWED_UP) {
      steps.planFollowUps();
    }
  }

  void followUpFailed(int attempt) {
    if (attempt < turn.rules.followUpAttempts()) {
      steps.followUp(turn.rules.followUpAgainAfter(), attempt + 1);
    } else if (!onWatch()) {
      supervise("FOLLOW_UP_UNREACHED");
    }
  }

  /**
   * REFUSED_TO_BELIEVE keeps the person on watch, and the next tier comes on its timer. The family
   * is told all the same: who does not believe an officer may believe them.
   */
  void doubted(boolean atTheDoor, String because) {
    contactMade();
    turn.silence(Alarm.Kind.CONCLUDE_BY);
    tasks.finishAll(State.CANCELLED, Kind.CALL, Kind.FOLLOW_UP);
    turn.move(CaseMove.DOUBT);
    turn.conclude(Conclusion.REFUSED_TO_BELIEVE);
    turn.ringIn(Alarm.Kind.WATCH_END, turn.rules.watchLasts());
    turn.tell(because);
    if (turn.dossier().level().next() != turn.dossier().level()) {
      turn.ringIn(Alarm.Kind.UNCONVINCED, turn.grade().unconvincedAfter());
    } else if (!atTheDoor) {
      steps.visit(false);
    } else {
      steps.planFollowUps();
    }
  }

  /** Unconvinced, or spoken to without a word of what came of it: the next tier. */
  void unconvinced(String because) {
    turn.silence(Alarm.Kind.UNCONVINCED, Alarm.Kind.CONCLUDE_BY);
    Level raised = turn.dossier().level().next();
    if (raised == turn.dossier().level()) {
      supervise(because);
      return;
    }
    turn.move(CaseMove.CLIMB);
    turn.level(raised);
    turn.tell(because);
    begin();
  }

  /** An officer says that nobody can be reached: as if the time were over. */
  void declaredUnreached(String because) {
    if (turn.dossier().level().next() == turn.dossier().level()) {
      supervise(because);
    } else {
      unreached(because);
    }
  }

  /** The matter is no longer one for dissuasion; what the person does next still counts. */
  void handOver(Conclusion conclusion, String because) {
    tasks.finishAll(State.CANCELLED, Kind.SMS, Kind.CALL, Kind.FAMILY, Kind.VISIT, Kind.FOLLOW_UP);
    turn.move(CaseMove.WATCH);
    turn.conclude(conclusion);
    watch(because);
  }

  void supervise(String because) {
    turn.silenceAll();
    turn.move(CaseMove.SUPERVISE);
    turn.dossier(turn.edit().supervisedRound(1).contacted(false).build());
    turn.tell(because);
    tryAgainFromAbove();
  }

  void superviseAgain() {
    int round = turn.dossier().supervisedRound();
    if (round >= turn.rules.supervision().rounds()) {
      giveUp();
    } else {
      turn.dossier(turn.edit().supervisedRound(round + 1).build());
      turn.tell("SUPERVISED_AGAIN");
      tryAgainFromAbove();
    }
  }

  private void tryAgainFromAbove() {
    turn.ringIn(Alarm.Kind.SUPERVISE_AGAIN, turn.rules.supervision().every());
    if (turn.grade().calls() != null && tasks.none(Kind.CALL)) {
      steps.call();
    }
    if (tasks.none(Kind.VISIT)) {
      steps.visit(false);
    }
  }

  /** What came of it before stays: who was convinced once and not met again was not unreached. */
  private void giveUp() {
    Conclusion known = turn.dossier().conclusion();
    tasks.finishAll(State.EXPIRED, Kind.SMS, Kind.CALL, Kind.FAMILY, Kind.VISIT, Kind.FOLLOW_UP);
    turn.move(CaseMove.WATCH);
    turn.conclude(known == null ? Conclusion.UNREACHED : known);
    watch("GIVEN_UP");
  }

  /** Nothing more is asked of the teams until the next sign; the watch ends by itself. */
  void watch(String because) {
    turn.silenceAll();
    turn.dossier(turn.edit().supervisedRound(0).build());
    turn.ringIn(Alarm.Kind.WATCH_END, turn.rules.watchLasts());
    turn.tell(because);
  }

  /**
   * The last net under everybody: an open case with nothing to come goes to the level above. No way
   * through the process is known that ends here; should there be one, nobody is forgotten.
   */
  void keepGoing() {
    boolean stuck =
        turn.open() && turn.dossier().tasks().isEmpty() && turn.dossier().alarms().isEmpty();
    boolean stopRuns = turn.file().advice().stream().anyMatch(LiveAdvice::watched);
    if (stuck && !stopRuns) {
      turn.count("case_without_next_step");
      supervise("NO_NEXT_STEP");
    }
  }

  void watchOver() {
    Conclusion known = turn.dossier().conclusion();
    close(known == null ? Conclusion.UNREACHED : known, "WATCH_ENDED");
  }

  /** A case with a conclusion and no work left closes; a stop in force still needs its reminder. */
  void closeWhenDone(String because) {
    boolean dissuaded =
        turn.dossier().state() == CaseState.DISSUADED
            || turn.dossier().state() == CaseState.FOLLOWED_UP;
    boolean stopped = turn.file().advice().stream().anyMatch(LiveAdvice::watched);
    if (dissuaded && tasks.none(Kind.FOLLOW_UP) && !stopped) {
      close(turn.dossier().conclusion(), because);
    }
  }

  void close(Conclusion conclusion, String because) {
    tasks.cancelAll();
    turn.silenceAll();
    turn.conclude(conclusion);
    turn.move(CaseMove.CLOSE);
    turn.dossier(turn.edit().supervisedRound(0).build());
    turn.tell(because);
  }
}
