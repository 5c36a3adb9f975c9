package org.tocsin.core.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Task.State;
import org.tocsin.core.cases.Tasks.Order;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.DissuasionRules.CallRules;
import org.tocsin.core.rulebook.DissuasionRules.Dispatch;
import org.tocsin.core.rulebook.DissuasionRules.GradeRules;
import org.tocsin.core.rulebook.DissuasionRules.StopRequest;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Level;

/**
 * What the teams are asked to do as a case goes on: the table "Grades and times" and the rules of
 * the process (domain/dissuasion.md). Every way through it ends in a conclusion by itself; nobody
 * has to press a button for the next step.
 */
final class Procedure {

  /** V10 of domain/victims.md: one tier up, and an SMS as well. */
  private static final String ALL_ATTEMPTS_FAILED = "V10";

  private static final int PERCENT = 100;

  private final CaseTurn turn;
  private final Tasks tasks;

  Procedure(CaseTurn turn, Tasks tasks) {
    this.turn = turn;
    this.tasks = tasks;
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
    sms();
    if (grade.calls() != null) {
      call(grade.calls());
      if (turn.alarm(Alarm.Kind.REACH_BY).isEmpty() && turn.dossier().supervisedRound() == 0) {
        turn.ringIn(Alarm.Kind.REACH_BY, turn.rules.reachWithin());
      }
    }
    if (grade.visit() == Dispatch.AT_ONCE) {
      visit(false);
    }
    if (grade.family() == Dispatch.AT_ONCE) {
      family();
    }
    requestStop();
  }

  private void sms() {
    if (tasks.none(Kind.SMS)) {
      tasks.make(Order.of(Kind.SMS, turn.at(), turn.grade().smsWithin()));
    }
  }

  /**
   * A round of calls from its first attempt; a call left over from the round before is replaced.
   */
  private void call(CallRules calls) {
    tasks.finishAll(State.CANCELLED, Kind.CALL);
    CallClock hours = hours();
    long from = hours.opens(turn.at());
    int round = turn.dossier().callRound() + 1;
    turn.dossier(turn.edit().callRound(round).callFrom(from).build());
    tasks.make(Order.of(Kind.CALL, from, calls.firstWithin()).during(hours));
    turn.ring(Alarm.Kind.UNREACHED, hours.plus(from, calls.unreachedAfter()));
  }

  private CallClock hours() {
    Grade grade = turn.dossier().level().grade();
    return turn.rules.callingHours().grades().contains(grade) ? restricted() : CallClock.ALWAYS;
  }

  private CallClock restricted() {
    return CallClock.of(turn.rules.callingHours(), turn.zone);
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
    CallClock hours = hours();
    long planned = hours.plus(turn.dossier().callFrom(), calls.within(attempt + 1));
    long now = hours.opens(turn.at());
    // A report that comes after the next deadline leaves the length of a first call.
    Duration limit = planned > now ? Duration.ofMillis(planned - now) : calls.firstWithin();
    Order order = Order.of(Kind.CALL, now, limit).attempt(attempt + 1);
    tasks.make(planned > now ? order : order.during(hours));
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
      sms();
    }
    if (before.family() != Dispatch.NEVER) {
      family();
    }
    if (before.visit() == Dispatch.WHEN_UNREACHED) {
      visit(before.visitSameDay());
    }
  }

  private void nextRound(CallRules calls) {
    if (calls != null && turn.dossier().callRound() < calls.rounds()) {
      turn.ringIn(Alarm.Kind.NEXT_ROUND, calls.roundPause());
    }
  }

  void callAgain() {
    turn.silence(Alarm.Kind.NEXT_ROUND);
    call(turn.grade().calls());
  }

  /** Telling the family is a disclosure: once, not at every failed round. */
  private void family() {
    if (!turn.dossier().familyAsked()) {
      turn.dossier(turn.edit().familyAsked(true).build());
      tasks.make(Order.of(Kind.FAMILY, turn.at(), turn.rules.familyWithin()));
    }
  }

  private void visit(boolean sameDay) {
    Duration limit = turn.grade().visitWithin();
    if (sameDay) {
      // Late in the evening the day's end would leave nobody time to go.
      Duration least = turn.rules.of(Grade.URGENT).visitWithin();
      limit = shorter(limit, longer(untilDayEnds(), least));
    }
    tasks.makeOrTighten(Order.of(Kind.VISIT, turn.at(), limit));
  }

  private Duration untilDayEnds() {
    var now = Instant.ofEpochMilli(turn.at()).atZone(turn.zone);
    return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plusDays(1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
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
      planFollowUps();
    }
  }

  private boolean onWatch() {
    return turn.dossier().state() == CaseState.ON_WATCH;
  }

  /** The request to a bank; once more when another payment becomes known, not twice at a time. */
  void requestStop() {
    requestStop(1);
  }

  void requestStop(int attempt) {
    StopRequest when = turn.grade().stopPayment();
    boolean wanted =
        when == StopRequest.AT_ONCE
            || when == StopRequest.IF_MONEY_MOVED && turn.dossier().moneyMoved();
    if (wanted && tasks.none(Kind.STOP_PAYMENT)) {
      Order order = Order.of(Kind.STOP_PAYMENT, turn.at(), turn.rules.stopRequestWithin());
      tasks.make(order.attempt(attempt));
    }
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
      planFollowUps();
    }
  }

  /** All at once: what is still to come shows from the first day. */
  private void planFollowUps() {
    tasks.finishAll(State.CANCELLED, Kind.FOLLOW_UP);
    GradeRules grade = turn.grade();
    // Drawn from the id: the sample is the same on every run.
    long draw = Math.floorMod(Ids.key("sample", turn.dossier().caseId()), PERCENT);
    if (draw < grade.followUpSharePercent()) {
      for (Duration after : grade.followUps()) {
        followUp(after, 1);
      }
    }
  }

  private void followUp(Duration after, int attempt) {
    long due = restricted().opens(turn.at() + after.toMillis());
    Duration window = shorter(turn.rules.followUpWindow(), after);
    tasks.make(Order.of(Kind.FOLLOW_UP, due - window.toMillis(), window).attempt(attempt));
  }

  void followUpFailed(int attempt) {
    if (attempt < turn.rules.followUpAttempts()) {
      followUp(turn.rules.followUpAgainAfter(), attempt + 1);
    } else if (!onWatch()) {
      supervise("FOLLOW_UP_UNREACHED");
    }
  }

  /** REFUSED_TO_BELIEVE keeps the person on watch, and the next tier comes on its timer. */
  void doubted(boolean atTheDoor, String because) {
    contactMade();
    turn.silence(Alarm.Kind.CONCLUDE_BY);
    tasks.finishAll(State.CANCELLED, Kind.CALL, Kind.FAMILY, Kind.FOLLOW_UP);
    turn.move(CaseMove.DOUBT);
    turn.conclude(Conclusion.REFUSED_TO_BELIEVE);
    turn.ringIn(Alarm.Kind.WATCH_END, turn.rules.watchLasts());
    turn.tell(because);
    if (turn.dossier().level().next() != turn.dossier().level()) {
      turn.ringIn(Alarm.Kind.UNCONVINCED, turn.grade().unconvincedAfter());
    } else if (!atTheDoor) {
      visit(false);
    } else {
      planFollowUps();
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
      call(turn.grade().calls());
    }
    if (tasks.none(Kind.VISIT)) {
      visit(false);
    }
  }

  private void giveUp() {
    tasks.finishAll(State.EXPIRED, Kind.SMS, Kind.CALL, Kind.FAMILY, Kind.VISIT, Kind.FOLLOW_UP);
    turn.move(CaseMove.WATCH);
    turn.conclude(Conclusion.UNREACHED);
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
    boolean stopRuns = turn.file().advice().stream().anyMatch(LiveAdvice::inForce);
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
    boolean stopped = turn.file().advice().stream().anyMatch(LiveAdvice::inForce);
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
