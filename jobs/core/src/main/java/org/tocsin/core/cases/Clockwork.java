package org.tocsin.core.cases;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a case does by itself when its time comes, one thing after the other in the order of
 * time: a wake-up hours late has the same result as punctual ones.
 */
final class Clockwork {

  private final CaseTurn turn;
  private final Tasks tasks;
  private final Procedure procedure;
  private final AdviceLife advice;
  private final HandOvers handOvers;

  Clockwork(
      CaseTurn turn, Tasks tasks, Procedure procedure, AdviceLife advice, HandOvers handOvers) {
    this.turn = turn;
    this.tasks = tasks;
    this.procedure = procedure;
    this.advice = advice;
    this.handOvers = handOvers;
  }

  /**
   * Of what is due at one moment, tasks go first, then advice, then the case: a reminder nobody
   * answered is overdue, and known as that, when the stop it is about ends.
   */
  private record Due(long at, int order, String id, Runnable action) {

    static final Comparator<Due> FIRST =
        Comparator.comparingLong(Due::at).thenComparingInt(Due::order).thenComparing(Due::id);
  }

  /**
   * Fires what is due up to and including {@code time}.
   *
   * @param time epoch milliseconds
   */
  void advance(long time) {
    Optional<Due> due = first();
    while (due.isPresent() && due.get().at() <= time) {
      turn.at(due.get().at());
      due.get().action().run();
      procedure.keepGoing();
      due = first();
    }
  }

  /** When something is due next; empty when nothing is. */
  Optional<Long> nextAt() {
    return first().map(Due::at);
  }

  private Optional<Due> first() {
    Stream<Due> ofAdvice = advice.nextAt().map(at -> new Due(at, 1, "", this::adviceDue)).stream();
    if (turn.dossier() == null) {
      return ofAdvice.min(Due.FIRST);
    }
    Stream<Due> ofTasks =
        turn.dossier().tasks().stream()
            .map(open -> new Due(open.nextAt(), 0, open.task().taskId(), () -> taskDue(open)));
    Stream<Due> ofCase =
        turn.dossier().alarms().stream()
            .map(alarm -> new Due(alarm.at(), 2 + alarm.kind().ordinal(), "", () -> ring(alarm)));
    return Stream.of(ofAdvice, ofTasks, ofCase).flatMap(due -> due).min(Due.FIRST);
  }

  private void adviceDue() {
    advice.due();
    if (turn.open()) {
      procedure.closeWhenDone("ADVICE_OVER");
    }
  }

  private void taskDue(OpenTask open) {
    if (open.lapsesNext()) {
      handOvers.lapse(open);
      return;
    }
    if (open.task().overdue() != Task.Overdue.RED) {
      tasks.colour(open);
      return;
    }
    tasks.finish(open, Task.State.EXPIRED);
    switch (open.task().kind()) {
      case SMS -> procedure.smsOver();
      case FOLLOW_UP -> procedure.closeWhenDone("FOLLOW_UP_EXPIRED");
      default -> turn.count("task_expired");
    }
  }

  private void ring(Alarm alarm) {
    turn.silence(alarm.kind());
    switch (alarm.kind()) {
      case UNREACHED -> procedure.unreached("UNREACHED");
      case REACH_BY -> procedure.supervise("NOT_REACHED_IN_TIME");
      case NEXT_ROUND -> procedure.callAgain();
      case CONCLUDE_BY -> procedure.unconvinced("NOT_CONCLUDED");
      case UNCONVINCED -> procedure.unconvinced("UNCONVINCED");
      case SUPERVISE_AGAIN -> procedure.superviseAgain();
      case WATCH_END -> procedure.watchOver();
    }
  }
}
