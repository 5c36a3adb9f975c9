package org.tocsin.core.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.StopAdvised;
import org.tocsin.core.cases.CaseInput.StopReleased;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.cases.StopAnswer.Kind;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.DissuasionRules.StopRules;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;

/**
 * Between the gate and the cases: the stops of one account, for whichever of its victims. Notice 86
 * of 2016: a stop lasts 48 h from its moment, the same account may be stopped once more, and then
 * only a formal freeze is left.
 *
 * <p>While an account is stopped, a stop for another victim is the same stop, with the same end; a
 * stop for a victim for whom it is held already is the next one. So of two who ask in the same
 * moment both get the same answer, whoever is handled first. What is held for one victim and
 * released goes on being held for the others.
 *
 * <p>Everything that is no matter of an account passes under the key of its case.
 */
public final class StopStage implements Stage<CaseInput, AccountStops, CaseInput> {

  private static final long serialVersionUID = 1;

  private final StopRules rules;

  public StopStage(StopRules rules) {
    this.rules = rules;
  }

  /** What passed the gate, with what is to be asked about accounts. */
  public static List<CaseInput> parts(CaseInput input) {
    if (!(input instanceof WarningRaised raised)) {
      return List.of(input);
    }
    // What is said about its accounts goes first: no bank is asked for what the law forbids.
    List<CaseInput> parts = new ArrayList<>(StopAdvised.of(raised));
    parts.add(raised);
    return List.copyOf(parts);
  }

  /** The key under which it is handled here. */
  public static long key(CaseInput input) {
    if (input instanceof StopAdvised advised) {
      return key(advised.account());
    } else if (input instanceof StopReleased released) {
      return key(released.account());
    } else if (input instanceof OutcomeReported reported && reported.stopped() != null) {
      return key(reported.stopped());
    }
    return input.key();
  }

  private static long key(String account) {
    return EntityKey.account(account).hash();
  }

  @Override
  public AccountStops onInput(long key, AccountStops state, CaseInput input, Turn<CaseInput> turn) {
    AccountStops stops = state == null ? AccountStops.NONE : state;
    long at = Math.min(input.time(), turn.now());
    if (input instanceof StopAdvised advised) {
      if (stops.times() >= rules.most() && !stops.holdsAt(at)) {
        turn.emit(advised);
      }
      return state;
    } else if (input instanceof StopReleased released) {
      return state == null ? null : released(stops, released.holder(), at);
    } else if (input instanceof OutcomeReported reported && reported.stopped() != null) {
      AccountStops after = answered(stops, reported, at, turn);
      turn.wakeAt(forgottenAt(after));
      return after;
    }
    turn.emit(input);
    return state;
  }

  private static AccountStops released(AccountStops stops, long holder, long at) {
    List<Long> holders = stops.holders().stream().filter(each -> each != holder).toList();
    boolean over = holders.isEmpty() && stops.holdsAt(at);
    return AccountStopsBuilder.builder(stops)
        .holders(holders)
        .until(over ? at : stops.until())
        .build();
  }

  private AccountStops answered(
      AccountStops stops, OutcomeReported reported, long at, Turn<CaseInput> turn) {
    Outcome outcome = reported.outcome();
    long hash = Ids.key("outcome", outcome.source(), outcome.eventId());
    Optional<StopAnswer> before =
        stops.answered().stream()
            .filter(each -> each.outcome() == hash)
            .map(AccountStops.Answered::answer)
            .findFirst();
    StopAnswer answer = before.orElseGet(() -> answer(stops, reported, at));
    turn.emit(reported.answered(answer));
    if (before.isPresent()) {
      // A copy; the account's case may have become a person's, who holds it then.
      boolean running = answer.until() == stops.until();
      return running ? held(stops, reported.key()) : stops;
    }
    if (answer.kind() == Kind.JOINED) {
      turn.count("stop_joined");
    }
    List<AccountStops.Answered> all = new ArrayList<>(stops.answered());
    all.add(new AccountStops.Answered(hash, answer));
    return AccountStopsBuilder.builder(after(stops, reported, answer)).answered(all).build();
  }

  private StopAnswer answer(AccountStops stops, OutcomeReported reported, long at) {
    String account = reported.stopped();
    boolean holds = stops.holdsAt(at);
    if (AdviceLife.isFreeze(reported.outcome())) {
      long until = at + rules.freezeLasts().toMillis();
      return new StopAnswer(Kind.FROZEN, account, stops.times(), until);
    } else if (holds && stops.frozen()) {
      return new StopAnswer(Kind.FROZEN, account, stops.times(), stops.until());
    } else if (holds && !stops.holders().contains(reported.key())) {
      return new StopAnswer(Kind.JOINED, account, stops.times(), stops.until());
    } else if (stops.times() >= rules.most()) {
      return new StopAnswer(Kind.BARRED, account, stops.times(), 0);
    }
    long until = at + rules.lasts().toMillis();
    return new StopAnswer(Kind.STOPPED, account, stops.times() + 1, until);
  }

  private static AccountStops after(
      AccountStops stops, OutcomeReported reported, StopAnswer answer) {
    return switch (answer.kind()) {
      case BARRED -> stops;
      case JOINED -> held(stops, reported.key());
      case STOPPED ->
          AccountStopsBuilder.builder(stops)
              .times(answer.number())
              .until(answer.until())
              .frozen(false)
              .holders(List.of(reported.key()))
              .build();
      case FROZEN ->
          held(
              AccountStopsBuilder.builder(stops).until(answer.until()).frozen(true).build(),
              reported.key());
    };
  }

  private static AccountStops held(AccountStops stops, long holder) {
    if (stops.holders().isEmpty() && !stops.frozen() || stops.holders().contains(holder)) {
      return stops;
    }
    List<Long> holders = new ArrayList<>(stops.holders());
    holders.add(holder);
    return AccountStopsBuilder.builder(stops).holders(holders).build();
  }

  private long forgottenAt(AccountStops stops) {
    return stops.until() + rules.countedFor().toMillis();
  }

  @Override
  public AccountStops onTime(long key, AccountStops state, Turn<CaseInput> turn) {
    if (state == null) {
      return null;
    }
    if (forgottenAt(state) <= turn.watermark()) {
      turn.count("stop_counts_forgotten");
      return null;
    }
    turn.wakeAt(forgottenAt(state));
    return state;
  }
}
