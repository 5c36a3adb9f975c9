package org.tocsin.core.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.UnmatchedOutcome.Reason;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;

/**
 * A task passed on from one unit to another: offered, then taken or refused with a receipt. Its
 * deadline and colour stay as they are, and an offer that nobody answers lapses.
 */
final class HandOvers {

  private static final String ACCEPTED = "ACCEPTED";
  private static final String REFUSED = "REFUSED";

  private final CaseTurn turn;
  private final Tasks tasks;

  HandOvers(CaseTurn turn, Tasks tasks) {
    this.turn = turn;
    this.tasks = tasks;
  }

  static boolean isOne(Outcome outcome) {
    return outcome.checklist().containsKey(HandOver.TO)
        || outcome.checklist().containsKey(HandOver.RECEIPT);
  }

  /**
   * @return why the outcome cannot be used; empty when it was
   */
  Optional<Reason> handle(Outcome outcome) {
    if (!turn.open()) {
      return Optional.of(Reason.CASE_CLOSED);
    }
    boolean fits =
        outcome.step() != Step.APPEAL
            && outcome.result() == Result.DELIVERED
            && outcome.conclusion() == null;
    if (!fits) {
      return Optional.of(Reason.DOES_NOT_FIT);
    }
    String to = outcome.checklist().get(HandOver.TO);
    return to == null ? receipt(outcome) : offer(outcome, to);
  }

  private Optional<Reason> offer(Outcome outcome, String to) {
    Optional<OpenTask> open = task(outcome, false);
    if (open.isEmpty()) {
      return Optional.of(Reason.NO_SUCH_TASK);
    }
    String holder = open.get().task().unit();
    if (!tasks.units().knows(to) || to.equals(holder) || !mayGive(outcome.unit(), holder)) {
      return Optional.of(Reason.WRONG_UNIT);
    }
    long until = turn.at() + turn.rules.handOverWithin().toMillis();
    tasks.replace(open.get(), open.get().withOffer(new HandOver(to, until)));
    tell("HAND_OVER_OFFERED", open.get(), to);
    return Optional.empty();
  }

  /** The unit that has it, or one above; no unit named is the desk, which knows its people. */
  private boolean mayGive(String by, String holder) {
    return by == null || tasks.units().answersFor(by, holder);
  }

  private Optional<Reason> receipt(Outcome outcome) {
    String answer = outcome.checklist().get(HandOver.RECEIPT);
    if (!ACCEPTED.equals(answer) && !REFUSED.equals(answer)) {
      return Optional.of(Reason.DOES_NOT_FIT);
    }
    Optional<OpenTask> open = task(outcome, true);
    if (open.isEmpty()) {
      return Optional.of(Reason.NO_SUCH_TASK);
    }
    String to = open.get().offer().to();
    if (outcome.unit() != null && !outcome.unit().equals(to)) {
      return Optional.of(Reason.WRONG_UNIT);
    }
    if (ACCEPTED.equals(answer)) {
      take(open.get(), to);
      tell("HAND_OVER_ACCEPTED", open.get(), to);
    } else {
      tasks.replace(open.get(), open.get().withOffer(null));
      tell("HAND_OVER_REFUSED", open.get(), to);
    }
    return Optional.empty();
  }

  /** What has climbed stays as high: an overdue task is the county's, of the other unit too. */
  private void take(OpenTask open, String to) {
    Task task =
        TaskBuilder.builder(open.task()).unit(tasks.answering(to, open.task().overdue())).build();
    tasks.replace(open, open.withTask(task).withOffer(null));
    List<Dossier.Taken> taken = new ArrayList<>(turn.dossier().taken());
    taken.removeIf(each -> each.kind() == task.kind());
    taken.add(new Dossier.Taken(task.kind(), to));
    turn.dossier(turn.edit().taken(taken).build());
    turn.emit(task);
  }

  /** No receipt in time: the task is where it was, and everybody can see that nobody took it. */
  void lapse(OpenTask open) {
    tasks.replace(open, open.withOffer(null));
    tell("HAND_OVER_LAPSED", open, open.offer().to());
  }

  private Optional<OpenTask> task(Outcome outcome, boolean offered) {
    Kind kind = Kind.valueOf(outcome.step().name());
    return tasks.first(
        open ->
            open.is(kind)
                && (outcome.account() == null || outcome.account().equals(open.account()))
                && (open.offer() != null || !offered));
  }

  private void tell(String what, OpenTask open, String to) {
    turn.tell(what + ":" + open.task().kind() + " " + open.task().unit() + " > " + to);
  }
}
