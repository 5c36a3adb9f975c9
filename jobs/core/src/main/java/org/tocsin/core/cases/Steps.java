package org.tocsin.core.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Task.State;
import org.tocsin.core.cases.Tasks.Order;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.DissuasionRules.CallRules;
import org.tocsin.core.rulebook.DissuasionRules.GradeRules;
import org.tocsin.core.rulebook.DissuasionRules.StopRequest;
import org.tocsin.core.warning.Grade;

/** The single steps the teams are asked for, each with the limit of the case's grade. */
final class Steps {

  private static final int PERCENT = 100;

  private final CaseTurn turn;
  private final Tasks tasks;

  Steps(CaseTurn turn, Tasks tasks) {
    this.turn = turn;
    this.tasks = tasks;
  }

  void sms() {
    if (tasks.none(Kind.SMS)) {
      tasks.make(Order.of(Kind.SMS, turn.at(), turn.grade().smsWithin()));
    }
  }

  /**
   * A round of calls from its first attempt; a call left over from the round before is replaced.
   */
  void call() {
    CallRules calls = turn.grade().calls();
    tasks.finishAll(State.CANCELLED, Kind.CALL);
    CallClock hours = hours();
    long from = hours.opens(turn.at());
    int round = turn.dossier().callRound() + 1;
    turn.dossier(turn.edit().callRound(round).callFrom(from).build());
    tasks.make(Order.of(Kind.CALL, from, calls.firstWithin()).during(hours));
    turn.ring(Alarm.Kind.UNREACHED, hours.plus(from, calls.unreachedAfter()));
  }

  /** The next call of the round; a report that comes after its deadline leaves a first call's. */
  void callAgainAfter(int attempt) {
    CallRules calls = turn.grade().calls();
    CallClock hours = hours();
    long planned = hours.plus(turn.dossier().callFrom(), calls.within(attempt + 1));
    long now = hours.opens(turn.at());
    Duration limit = planned > now ? hours.between(now, planned) : calls.firstWithin();
    tasks.make(Order.of(Kind.CALL, now, limit).attempt(attempt + 1).during(hours));
  }

  private CallClock hours() {
    Grade grade = turn.dossier().level().grade();
    return turn.rules.callingHours().grades().contains(grade) ? restricted() : CallClock.ALWAYS;
  }

  private CallClock restricted() {
    return CallClock.of(turn.rules.callingHours(), turn.zone);
  }

  /** Telling the family is a disclosure: once, not at every failed round. */
  void family() {
    if (!turn.dossier().familyAsked()) {
      turn.dossier(turn.edit().familyAsked(true).build());
      tasks.make(Order.of(Kind.FAMILY, turn.at(), turn.rules.familyWithin()));
    }
  }

  /**
   * @param sameDay whether it is also due by the day's end
   */
  void visit(boolean sameDay) {
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

  /** The request to a bank; once, and once more when another payee becomes known. */
  void requestStop() {
    if (!turn.dossier().stopAsked()) {
      requestStop(1);
    }
  }

  void requestStop(int attempt) {
    StopRequest when = turn.grade().stopPayment();
    boolean wanted =
        when == StopRequest.AT_ONCE
            || when == StopRequest.IF_MONEY_MOVED && turn.dossier().moneyMoved();
    if (wanted && tasks.none(Kind.STOP_PAYMENT)) {
      Order order = Order.of(Kind.STOP_PAYMENT, turn.at(), turn.rules.stopRequestWithin());
      tasks.make(order.attempt(attempt));
      turn.dossier(turn.edit().stopAsked(true).build());
    }
  }

  /** All at once: what is still to come shows from the first day. */
  void planFollowUps() {
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

  void followUp(Duration after, int attempt) {
    long due = restricted().opens(turn.at() + after.toMillis());
    Duration window = shorter(turn.rules.followUpWindow(), after);
    tasks.make(Order.of(Kind.FOLLOW_UP, due - window.toMillis(), window).attempt(attempt));
  }
}
