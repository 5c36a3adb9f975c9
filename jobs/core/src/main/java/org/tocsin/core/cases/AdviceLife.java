package org.tocsin.core.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tocsin.core.cases.AdviceChange.State;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Tasks.Order;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.DissuasionRules.StopRules;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Warning;

/**
 * The life of what banks and carriers are advised to do: issued, accepted or refused by them,
 * appealed against, released, expired. Nothing freezes by itself: only an outcome makes a stop.
 *
 * <p>A stop lasts 48 h from its moment, the same account may be stopped once more, and then only a
 * formal freeze is left (Notice 86 of 2016). How often an account was stopped is known within one
 * person's cases; a bank that holds another stop of it answers REFUSED.
 */
final class AdviceLife {

  static final String OFFICER_REASON = "OFFICER_REQUEST";
  static final String OFFICER_REMEDY = "APPEAL_TO_CENTRE";

  private final CaseTurn turn;
  private final Tasks tasks;

  AdviceLife(CaseTurn turn, Tasks tasks) {
    this.turn = turn;
    this.tasks = tasks;
  }

  void issue(Warning warning) {
    for (Advice advice : warning.advice()) {
      boolean known = live(a -> a.advice().adviceId().equals(advice.adviceId())).isPresent();
      boolean stop = advice.kind() == Advice.Kind.STOP_PAYMENT;
      if (stop && exhausted(advice.account())) {
        turn.count("stop_refused_by_law");
        tell(new LiveAdvice(advice, warning.warningId(), State.REFUSED, null, false));
      } else if (!known) {
        LiveAdvice issued = new LiveAdvice(advice, warning.warningId(), State.ISSUED, null, false);
        keep(issued);
        tell(issued);
      }
    }
  }

  /**
   * The bank did as advised.
   *
   * @return false when the account may not be stopped again
   */
  boolean accepted(Outcome outcome) {
    String account = outcome.account() == null ? onlyStop() : outcome.account();
    if (account != null && exhausted(account)) {
      turn.count("stop_refused_by_law");
      each(a -> a.isStop() && a.concerns(account) && !a.inForce(), State.REFUSED);
      return false;
    }
    if (account != null) {
      stop(account, outcome);
    }
    for (LiveAdvice advice : matching(a -> isDelay(a) && a.concerns(outcome.account()))) {
      change(advice, State.ACCEPTED);
    }
    return true;
  }

  private static boolean isDelay(LiveAdvice advice) {
    return advice.advice().kind() == Advice.Kind.DELAY_PAYMENT;
  }

  /** The account an outcome means that names none: the one advised to be stopped. */
  private String onlyStop() {
    return live(LiveAdvice::isStop).map(a -> a.advice().account()).orElse(null);
  }

  private void stop(String account, Outcome outcome) {
    count(account);
    long until = turn.at() + stops().lasts().toMillis();
    List<LiveAdvice> asked = matching(a -> a.isStop() && a.concerns(account));
    if (asked.isEmpty()) {
      // An officer may stop what no warning advised; its end and release are watched all the same.
      String id = Ids.of("stop", turn.dossier().caseId(), outcome.source(), outcome.eventId());
      Advice own =
          new Advice(
              id,
              Advice.Kind.STOP_PAYMENT,
              account,
              null,
              null,
              null,
              OFFICER_REASON,
              OFFICER_REMEDY,
              until);
      LiveAdvice made =
          new LiveAdvice(own, turn.dossier().lastWarning(), State.ACCEPTED, null, false);
      keep(made);
      tell(made);
    }
    for (LiveAdvice each : asked) {
      Advice longer =
          new Advice(
              each.advice().adviceId(),
              each.advice().kind(),
              each.advice().account(),
              each.advice().phone(),
              each.advice().person(),
              each.advice().amountMinor(),
              each.advice().reasonCode(),
              each.advice().remedy(),
              until);
      LiveAdvice stopped = new LiveAdvice(longer, each.warningId(), State.ACCEPTED, null, false);
      replace(each, stopped);
      tell(stopped);
    }
  }

  void refused(String account) {
    each(a -> asksBank(a) && a.concerns(account) && a.state() == State.ISSUED, State.REFUSED);
  }

  private static boolean asksBank(LiveAdvice advice) {
    return advice.isStop() || isDelay(advice);
  }

  void appealed(String account) {
    for (LiveAdvice advice : matching(a -> a.concerns(account) && a.before() == null)) {
      LiveAdvice running =
          LiveAdviceBuilder.builder(advice).state(State.APPEALED).before(advice.state()).build();
      replace(advice, running);
      tell(running);
    }
  }

  /** The restriction stands: back to where the appeal found it. */
  void appealRefused(String account) {
    for (LiveAdvice advice : matching(a -> a.concerns(account) && a.before() != null)) {
      change(advice, advice.before());
    }
  }

  /** Lifted at once (law, article 32). */
  void released(String account) {
    each(a -> a.concerns(account), State.RELEASED);
  }

  void releaseAll() {
    each(a -> true, State.RELEASED);
  }

  /** When something is due by itself; empty when nothing is. */
  Optional<Long> nextAt() {
    return turn.file().advice().stream().map(this::nextAt).min(Comparator.naturalOrder());
  }

  private long nextAt(LiveAdvice advice) {
    return remindable(advice) ? remindAt(advice) : advice.advice().until();
  }

  private boolean remindable(LiveAdvice advice) {
    return advice.inForce() && !advice.reminded() && turn.open();
  }

  private long remindAt(LiveAdvice advice) {
    return advice.advice().until() - stops().reminderBefore().toMillis();
  }

  /** Fires what is due at the turn's time. */
  void due() {
    for (LiveAdvice advice : turn.file().advice()) {
      if (advice.advice().until() <= turn.at()) {
        expire(advice);
      } else if (remindable(advice) && remindAt(advice) <= turn.at()) {
        remind(advice);
      }
    }
  }

  private void expire(LiveAdvice advice) {
    over(advice, State.EXPIRED);
    String account = advice.advice().account();
    if (turn.open() && account != null) {
      tasks
          .first(t -> t.is(Kind.STOP_PAYMENT) && account.equals(t.account()))
          .ifPresent(t -> tasks.finish(t, Task.State.EXPIRED));
    }
  }

  /** Stop once more, have it frozen, or let it end: somebody decides before the end. */
  private void remind(LiveAdvice advice) {
    replace(advice, LiveAdviceBuilder.builder(advice).reminded(true).build());
    String account = advice.advice().account();
    boolean asked =
        turn.dossier().tasks().stream()
            .anyMatch(t -> t.is(Kind.STOP_PAYMENT) && account.equals(t.account()));
    if (!asked) {
      Order order = Order.of(Kind.STOP_PAYMENT, turn.at(), stops().reminderBefore());
      tasks.make(order.attempt(times(account) + 1).about(account));
    }
  }

  private StopRules stops() {
    return turn.rules.stops();
  }

  private boolean exhausted(String account) {
    return times(account) >= stops().most();
  }

  private int times(String account) {
    return turn.file().stops().stream()
        .filter(stop -> stop.account().equals(account))
        .mapToInt(StopCount::times)
        .findFirst()
        .orElse(0);
  }

  private void count(String account) {
    List<StopCount> counts = new ArrayList<>(turn.file().stops());
    counts.removeIf(stop -> stop.account().equals(account));
    counts.add(new StopCount(account, times(account) + 1));
    turn.file(CaseFileBuilder.builder(turn.file()).stops(counts).build());
  }

  private void each(Predicate<LiveAdvice> which, State state) {
    for (LiveAdvice advice : matching(which)) {
      over(advice, state);
    }
  }

  private List<LiveAdvice> matching(Predicate<LiveAdvice> which) {
    return turn.file().advice().stream().filter(which).toList();
  }

  private Optional<LiveAdvice> live(Predicate<LiveAdvice> which) {
    return turn.file().advice().stream().filter(which).findFirst();
  }

  private void change(LiveAdvice advice, State state) {
    LiveAdvice changed = LiveAdviceBuilder.builder(advice).state(state).before(null).build();
    replace(advice, changed);
    tell(changed);
  }

  private void over(LiveAdvice advice, State state) {
    List<LiveAdvice> rest = new ArrayList<>(turn.file().advice());
    rest.remove(advice);
    advice(rest);
    tell(LiveAdviceBuilder.builder(advice).state(state).build());
  }

  private void keep(LiveAdvice advice) {
    List<LiveAdvice> all = new ArrayList<>(turn.file().advice());
    all.add(advice);
    advice(all);
  }

  private void replace(LiveAdvice before, LiveAdvice after) {
    List<LiveAdvice> all = new ArrayList<>(turn.file().advice());
    all.set(all.indexOf(before), after);
    advice(all);
  }

  private void advice(List<LiveAdvice> all) {
    turn.file(CaseFileBuilder.builder(turn.file()).advice(all).build());
  }

  private void tell(LiveAdvice advice) {
    turn.emit(new AdviceChange(advice.advice(), advice.warningId(), advice.state(), turn.at()));
  }
}
