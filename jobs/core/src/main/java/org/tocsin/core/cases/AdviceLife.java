package org.tocsin.core.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tocsin.core.cases.AdviceChange.State;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Tasks.Order;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.DissuasionRules.StopRules;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Warning;

/**
 * The life of what banks and carriers are advised to do: issued, accepted or refused by them,
 * appealed against, released, expired. Nothing freezes by itself: only an outcome makes a stop.
 *
 * <p>A stop lasts 48 h from its moment, the same account may be stopped once more, and then only a
 * formal freeze is left (Notice 86 of 2016). Which of an account's stops one is, {@link StopStage}
 * says, who knows them all.
 */
final class AdviceLife {

  static final String OFFICER_REASON = "OFFICER_REQUEST";
  static final String OFFICER_REMEDY = "APPEAL_TO_CENTRE";

  /** The reason of a stop whose place a formal freeze has taken. */
  static final String FREEZE_REASON = "FORMAL_FREEZE";

  /** The reason of a stop that is refused because the law allows no more of this account. */
  static final String LIMIT_REASON = "STOP_LIMIT";

  /** Key in an outcome's checklist: the decision by which the authority froze the money. */
  static final String FREEZE = "freeze";

  /** Key in an outcome's checklist: the amount that is held, in minor units. */
  static final String AMOUNT = "amountMinor";

  private static final int AMOUNT_DIGITS = 15;

  private final CaseTurn turn;
  private final Tasks tasks;
  private final AdviceBook book;

  /** The account that may not be stopped any more; null when nothing was said of one. */
  private String barred;

  AdviceLife(CaseTurn turn, Tasks tasks) {
    this.turn = turn;
    this.tasks = tasks;
    this.book = new AdviceBook(turn);
  }

  void issue(Warning warning) {
    for (Advice advice : warning.advice()) {
      Optional<LiveAdvice> known = book.first(a -> a.advice().adviceId().equals(advice.adviceId()));
      boolean stop = advice.kind() == Advice.Kind.STOP_PAYMENT;
      if (stop && barred != null && barred.equals(advice.account())) {
        book.tell(made(barred(advice), warning.warningId(), State.REFUSED));
      } else if (known.isPresent()) {
        revise(known.get(), advice);
      } else if (!book.isOver(advice)) {
        // What a bank refused or an appeal lifted is not asked for again by a revision that only
        // repeats it (law, articles 20 and 32).
        LiveAdvice issued = made(advice, warning.warningId(), State.ISSUED);
        book.issue(issued);
      }
    }
  }

  /**
   * A later revision asks for the same with another amount or for longer. What is in force as a
   * stop ends when the law has it end, and what is appealed against waits for its answer.
   */
  private void revise(LiveAdvice known, Advice advice) {
    boolean settled = known.before() != null || known.isStop() && known.inForce();
    if (settled || known.advice().equals(advice) || advice.until() < known.advice().until()) {
      return;
    }
    LiveAdvice revised = LiveAdviceBuilder.builder(known).advice(advice).build();
    book.change(known, revised);
  }

  private LiveAdvice made(Advice advice, String warningId, State state) {
    return new LiveAdvice(advice, warningId, state, null, false, false, turn.dossier().caseId());
  }

  /** A stop of this account that is advised in this turn is refused. */
  void bar(String account) {
    barred = account;
  }

  private static Advice barred(Advice advice) {
    return changed(advice, advice.amountMinor(), LIMIT_REASON, advice.until());
  }

  /** The account may not be stopped any more: what is advised and not yet in force is refused. */
  void refuseBarred(String account) {
    turn.count("stop_refused_by_law");
    for (LiveAdvice each : book.matching(a -> a.isStop() && a.concerns(account) && !a.inForce())) {
      LiveAdvice told = LiveAdviceBuilder.builder(each).advice(barred(each.advice())).build();
      book.replace(each, told);
      book.end(told, State.REFUSED);
    }
  }

  /**
   * The bank did as advised.
   *
   * @param stop which of the account's stops it is; null when nobody knows of which account
   * @return false when the account may not be stopped again
   */
  boolean accepted(Outcome outcome, StopAnswer stop) {
    if (stop != null) {
      switch (stop.kind()) {
        case STOPPED, JOINED -> stop(stop, outcome);
        case FROZEN -> frozen(outcome, stop);
        case BARRED -> {
          refuseBarred(stop.account());
          return false;
        }
      }
    }
    for (LiveAdvice advice : book.matching(a -> a.isDelay() && a.concerns(outcome.account()))) {
      book.set(advice, State.ACCEPTED);
    }
    return true;
  }

  private void stop(StopAnswer stop, Outcome outcome) {
    String account = stop.account();
    long until = stop.until();
    count(account, stop.number());
    Long held = amount(outcome);
    List<LiveAdvice> asked = book.matching(a -> a.isStop() && a.concerns(account) && !a.frozen());
    if (asked.isEmpty()) {
      // An officer may stop what no warning advised; its end and release are watched all the same.
      Long atRisk = held == null ? turn.dossier().amountMinor() : held;
      LiveAdvice own = officers(account, outcome, atRisk, OFFICER_REASON, until);
      book.issue(own);
    }
    for (LiveAdvice each : asked) {
      LiveAdvice stopped =
          LiveAdviceBuilder.builder(each)
              .advice(changed(each.advice(), held, each.advice().reasonCode(), until))
              .state(State.ACCEPTED)
              .before(null)
              .reminded(false)
              .build();
      book.change(each, stopped);
    }
  }

  static boolean isFreeze(Outcome outcome) {
    return outcome.step() == Step.STOP_PAYMENT
        && outcome.result() == Result.ACCEPTED
        && outcome.checklist().containsKey(FREEZE);
  }

  /**
   * The authority froze the money: recorded whatever the number of stops before it, in the place of
   * the stop. Whether and until when is the authority's decision; nobody is reminded of it.
   *
   * @param freeze null when nobody knows of which account
   * @return false when nobody does
   */
  boolean frozen(Outcome outcome, StopAnswer freeze) {
    if (freeze == null) {
      return false;
    }
    String account = freeze.account();
    long until = freeze.until();
    turn.count("freeze_recorded");
    Long held = amount(outcome);
    List<LiveAdvice> stopped = book.matching(a -> a.isStop() && a.concerns(account));
    if (stopped.isEmpty()) {
      LiveAdvice own = officers(account, outcome, held, FREEZE_REASON, until);
      LiveAdvice frozen = LiveAdviceBuilder.builder(own).frozen(true).build();
      book.issue(frozen);
    }
    for (LiveAdvice each : stopped) {
      LiveAdvice frozen =
          LiveAdviceBuilder.builder(each)
              .advice(changed(each.advice(), held, FREEZE_REASON, until))
              .state(State.ACCEPTED)
              .before(null)
              .frozen(true)
              .build();
      book.change(each, frozen);
    }
    return true;
  }

  private LiveAdvice officers(
      String account, Outcome outcome, Long amount, String reason, long until) {
    if (amount == null) {
      // Allowed, and never our proposal: a whole account is held where nobody knows how much.
      turn.count("stop_of_whole_account");
    }
    String id = Ids.of("stop", turn.dossier().caseId(), outcome.source(), outcome.eventId());
    Advice own =
        new Advice(
            id,
            Advice.Kind.STOP_PAYMENT,
            account,
            null,
            null,
            amount,
            reason,
            OFFICER_REMEDY,
            until);
    return made(own, turn.dossier().lastWarning(), State.ACCEPTED);
  }

  private static Advice changed(Advice advice, Long amount, String reason, long until) {
    return new Advice(
        advice.adviceId(),
        advice.kind(),
        advice.account(),
        advice.phone(),
        advice.person(),
        amount == null ? advice.amountMinor() : amount,
        reason,
        advice.remedy(),
        until);
  }

  /** What is held, where the bank says so; null when it does not, or not in digits. */
  private Long amount(Outcome outcome) {
    String said = outcome.checklist().get(AMOUNT);
    boolean digits =
        said != null
            && !said.isEmpty()
            && said.length() <= AMOUNT_DIGITS
            && said.chars().allMatch(c -> c >= '0' && c <= '9');
    if (said != null && !digits) {
      turn.count("amount_illegible");
    }
    return digits ? Long.valueOf(said) : null;
  }

  /** Each of the following says false when there is nothing it could be about. */
  boolean refused(Outcome outcome) {
    return book.endEach(
        a -> (a.isStop() || a.isDelay()) && a.state() == State.ISSUED && meant(a, outcome),
        State.REFUSED);
  }

  boolean appealed(Outcome outcome) {
    List<LiveAdvice> against = book.matching(a -> a.before() == null && meant(a, outcome));
    for (LiveAdvice advice : against) {
      LiveAdvice running =
          LiveAdviceBuilder.builder(advice).state(State.APPEALED).before(advice.state()).build();
      book.change(advice, running);
    }
    return !against.isEmpty();
  }

  /** The restriction stands: back to where the appeal found it. */
  boolean appealRefused(Outcome outcome) {
    List<LiveAdvice> standing = book.matching(a -> a.before() != null && meant(a, outcome));
    for (LiveAdvice advice : standing) {
      book.set(advice, advice.before());
    }
    return !standing.isEmpty();
  }

  /** Lifted at once (law, article 32), a recorded freeze too: the advice is to lift it. */
  boolean released(Outcome outcome) {
    return book.endEach(a -> meant(a, outcome), State.RELEASED);
  }

  /** Whether a stop of the account and one of another account both stand in this case. */
  boolean isOneOfSeveral(String account) {
    boolean stands =
        account != null && book.first(a -> a.isStop() && a.concerns(account)).isPresent();
    return stands && book.first(a -> a.isStop() && !a.concerns(account)).isPresent();
  }

  void releaseAll() {
    book.endEach(a -> true, State.RELEASED);
  }

  /** An outcome about a case that is over means that case's measures only. */
  private boolean meant(LiveAdvice advice, Outcome outcome) {
    String named = outcome.caseId();
    boolean former = named != null && turn.file().formerIds().contains(named);
    return advice.concerns(outcome.account()) && (!former || advice.ofCase(named));
  }

  /**
   * Whether a bank is still to answer about an account other than this one.
   *
   * @param account null to ask about any
   */
  boolean awaitsAnswerBeside(String account) {
    return book.first(
            a ->
                a.isStop()
                    && a.state() == State.ISSUED
                    && (account == null || !account.equals(a.advice().account())))
        .isPresent();
  }

  /** When something is due by itself; empty when nothing is. */
  Optional<Long> nextAt() {
    return turn.file().advice().stream().map(this::nextAt).min(Comparator.naturalOrder());
  }

  private long nextAt(LiveAdvice advice) {
    return remindable(advice) ? remindAt(advice) : advice.advice().until();
  }

  private boolean remindable(LiveAdvice advice) {
    return advice.watched() && !advice.reminded() && turn.open();
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
    book.end(advice, State.EXPIRED);
    String account = advice.advice().account();
    if (turn.open() && account != null) {
      tasks
          .first(t -> t.is(Kind.STOP_PAYMENT) && account.equals(t.account()))
          .ifPresent(t -> tasks.finish(t, Task.State.EXPIRED));
    }
  }

  /** Stop once more, have it frozen, or let it end: somebody decides before the end. */
  private void remind(LiveAdvice advice) {
    book.replace(advice, LiveAdviceBuilder.builder(advice).reminded(true).build());
    String account = advice.advice().account();
    boolean asked =
        turn.dossier().tasks().stream()
            .anyMatch(t -> t.is(Kind.STOP_PAYMENT) && Objects.equals(account, t.account()));
    if (!asked) {
      // Word of the stop may have come late: what is left, not the whole time before the end.
      Duration left = Duration.ofMillis(advice.advice().until() - turn.at());
      Order order = Order.of(Kind.STOP_PAYMENT, turn.at(), left);
      tasks.make(order.attempt(times(account) + 1).about(account));
    }
  }

  private StopRules stops() {
    return turn.rules.stops();
  }

  private int times(String account) {
    return turn.file().stops().stream()
        .filter(stop -> stop.account().equals(account))
        .mapToInt(StopCount::times)
        .findFirst()
        .orElse(0);
  }

  private void count(String account, int number) {
    List<StopCount> counts = new ArrayList<>(turn.file().stops());
    counts.removeIf(stop -> stop.account().equals(account));
    counts.add(new StopCount(account, number));
    turn.file(CaseFileBuilder.builder(turn.file()).stops(counts).build());
  }
}
