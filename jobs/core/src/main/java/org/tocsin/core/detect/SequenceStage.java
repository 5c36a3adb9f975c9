package org.tocsin.core.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.pattern.Row;
import org.tocsin.core.pattern.Rows;
import org.tocsin.core.pattern.View;
import org.tocsin.core.profile.EventHash;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.sequence.Matcher;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;

/**
 * Keyed by person, or by subject while nobody knows whose it is: keeps the short history of
 * signals, runs the sequences over it, has the rows judge the matches, and decides what becomes a
 * warning and what is held back.
 */
public final class SequenceStage implements Stage<Message, PersonHistory, Finding> {

  private static final long serialVersionUID = 1L;
  private static final int OWN_MAX = 32;
  private static final int FORMER_MAX = 8;
  private static final int KNOWN_PAYEES_MAX = 128;
  private static final int USUAL_MAX = 8;

  private final Rulebook rules;
  private final Matcher matcher;
  private final Rows rows;
  private final Decisions decisions;
  private final WeakSigns weakSigns;
  private final Leanings leanings;
  private final Retention retention;
  private final SmallSums smallSums;
  private final Combinations combinations;
  private final Correspondence correspondence;

  /** The matcher must be serializable, as stages are. */
  public SequenceStage(Rulebook rules, Matcher matcher) {
    this.rules = rules;
    this.matcher = matcher;
    this.rows = Rows.of(rules);
    this.decisions = new Decisions(rules, rows);
    this.leanings = new Leanings(rules.detection().decision());
    this.weakSigns = new WeakSigns(rules, leanings);
    this.retention = Retention.of(rules);
    this.smallSums = new SmallSums(rules);
    this.combinations = new Combinations(rules, rows);
    this.correspondence = new Correspondence(rules);
  }

  @Override
  public PersonHistory onInput(long key, PersonHistory state, Message input, Turn<Finding> turn) {
    PersonHistory person = state == null ? PersonHistory.NOTHING : state;
    if (input instanceof Signal signal) {
      return signal(key, person, signal, turn);
    } else if (input instanceof Message.TieTold told) {
      return tied(person, told);
    } else if (input instanceof Message.TieEnded ended) {
      return ended(state, ended.entity());
    } else if (input instanceof Message.PayeeKnownTold told) {
      return payeeKnown(person, told);
    } else if (input instanceof Message.OutcomeTold told) {
      return outcome(key, person, told.outcome(), turn);
    } else if (input instanceof Message.SegmentTold told) {
      return segment(person, told);
    } else if (input instanceof Message.ReportTold told) {
      return reported(person, told, turn);
    }
    return state;
  }

  @Override
  public PersonHistory onTime(long key, PersonHistory state, Turn<Finding> turn) {
    if (state == null) {
      return null;
    }
    List<Signal> heard = OpenCalls.heard(state.signals(), turn.watermark());
    List<Match> matches = matcher.matchesByAbsence(heard, turn.watermark());
    PersonHistory person =
        judged(key, state, null, matches, new Scene(heard, state.newest()), turn);
    person = caughtUp(key, person, turn);
    for (Row row : rows.all()) {
      for (Row.Ripening ripe : row.ripening(state.signals())) {
        if (ripe.time() <= turn.watermark()) {
          person = ripened(key, person, row, ripe, turn);
        }
      }
    }
    askForTime(person, turn);
    return person;
  }

  /** Calls are read as far as what had to wait for them. */
  private PersonHistory caughtUp(long key, PersonHistory before, Turn<Finding> turn) {
    if (before.awaiting().length == 0) {
      return before;
    }
    List<Signal> inStep = OpenCalls.inStep(before.signals(), turn.watermark());
    PersonHistory person = before;
    for (Signal each : inStep) {
      if (History.isAmong(each, before.awaiting())) {
        List<Match> matches = matcher.matchesWith(each, inStep, turn.watermark());
        person = judged(key, person, each, matches, new Scene(inStep, each.eventTime()), turn);
      }
    }
    return PersonHistoryBuilder.builder(person)
        .awaiting(OpenCalls.awaiting(person.signals(), turn.watermark()))
        .build();
  }

  /** Nothing happened but that time passed, which is all that was missing. */
  private PersonHistory ripened(
      long key, PersonHistory person, Row row, Row.Ripening ripe, Turn<Finding> turn) {
    List<Match> matches =
        matcher.matchesWith(ripe.signal(), person.signals(), turn.watermark()).stream()
            .filter(match -> row.sequences().contains(match.sequence()))
            .toList();
    Scene scene = new Scene(person.signals(), ripe.time());
    return matches.isEmpty() ? person : judged(key, person, null, matches, scene, turn);
  }

  @Override
  public List<String> counted() {
    return Counts.ofSequences(rows);
  }

  private PersonHistory signal(long key, PersonHistory before, Signal told, Turn<Finding> turn) {
    return told.usual() == null
        ? plain(key, before, told, turn)
        : plain(
            key,
            remembered(before, told),
            SignalBuilder.builder(told).usual(null).purchaseAt(null).build(),
            turn);
  }

  /** The latest word of each account is enough: signals need not carry it on. */
  private static PersonHistory remembered(PersonHistory before, Signal told) {
    long account = EventHash.token(told.subject());
    List<PersonHistory.AccountUsual> usual = new ArrayList<>(before.usual().size() + 1);
    before.usual().stream().filter(each -> each.account() != account).forEach(usual::add);
    usual.add(new PersonHistory.AccountUsual(account, told.usual()));
    int from = Math.max(0, usual.size() - USUAL_MAX);
    return PersonHistoryBuilder.builder(before)
        .usual(List.copyOf(usual.subList(from, usual.size())))
        .purchaseAt(
            told.purchaseAt() == null
                ? before.purchaseAt()
                : Math.max(before.purchaseAt(), told.purchaseAt()))
        .build();
  }

  private PersonHistory plain(long key, PersonHistory before, Signal told, Turn<Finding> turn) {
    Signal signal = History.joined(before.signals(), told);
    if (signal.has(Trait.REVERSED)) {
      return SmallSums.without(
          PersonHistoryBuilder.builder(before)
              .signals(History.without(before.signals(), signal))
              .build(),
          signal);
    }
    List<Signal> signals = History.with(before.signals(), signal);
    if (signals == null) {
      return before;
    }
    long newest = Math.max(before.newest(), signal.eventTime());
    long now = turn.watermark() == Long.MIN_VALUE ? newest : Math.min(newest, turn.watermark());
    List<Signal> pruned =
        History.pruned(
            signals,
            Math.min(now, newest),
            retention,
            before.pinned(),
            rules.detection().history());
    for (int dropped = pruned.size(); dropped < signals.size(); dropped++) {
      turn.count(Counts.HISTORY_DROPPED);
    }
    PersonHistory person =
        PersonHistoryBuilder.builder(before)
            .person(signal.person() == null ? before.person() : signal.person())
            .signals(pruned)
            .newest(newest)
            .awaiting(OpenCalls.awaiting(pruned, turn.watermark()))
            .build();
    if (pruned.stream().noneMatch(each -> each.signalId().equals(signal.signalId()))) {
      return person;
    }
    List<Signal> heard = OpenCalls.heard(pruned, turn.watermark());
    boolean unheard = signal.ongoing() && heard != pruned;
    List<Match> matches =
        unheard ? List.of() : matcher.matchesWith(signal, heard, turn.watermark());
    Scene scene = new Scene(heard, signal.eventTime());
    PersonHistory judged = judged(key, person, signal, matches, scene, turn);
    askForTime(judged, turn);
    return withReturned(key, judged, signal, turn);
  }

  /** What the signal and those before it make together is a signal too. */
  private PersonHistory withReturned(
      long key, PersonHistory before, Signal signal, Turn<Finding> turn) {
    PersonHistory person = smallSums.withoutPaidBack(smallSums.with(before, signal), signal);
    for (Signal returned : smallSums.returned(person, signal)) {
      person = signal(key, person, returned, turn);
    }
    return person;
  }

  private void askForTime(PersonHistory person, Turn<Finding> turn) {
    matcher.nextAbsence(person.signals(), turn.watermark()).ifPresent(turn::wakeAt);
    if (person.awaiting().length > 0) {
      person.signals().stream()
          .mapToLong(each -> OpenCalls.inStepAt(each.eventTime()))
          .filter(time -> time > turn.watermark())
          .forEach(turn::wakeAt);
    }
    for (Row row : rows.all()) {
      for (Row.Ripening ripe : row.ripening(person.signals())) {
        if (ripe.time() > turn.watermark()) {
          turn.wakeAt(ripe.time());
        }
      }
    }
  }

  /** Every match is judged by its row, unless something in it takes the suspicion out of it. */
  private PersonHistory judged(
      long key,
      PersonHistory before,
      Signal added,
      List<Match> matches,
      Scene scene,
      Turn<Finding> turn) {
    PersonHistory person = before;
    List<Decisions.Judged> judged = new ArrayList<>();
    View view = null;
    for (Match match : matches) {
      Row row = rows.of(match.sequence());
      Optional<Decisions.HeldMatch> held = held(match, person);
      if (held.isPresent()) {
        person = decisions.held(key, person, row, held.get(), turn);
        continue;
      }
      view = view == null ? view(person, scene) : view;
      PersonHistory weighing = person;
      row.judge(match, view)
          .map(assessment -> leanings.weighed(new Decisions.Judged(row, assessment), weighing))
          .ifPresent(judged::add);
    }
    if (added != null) {
      View seen = view == null ? view(person, scene) : view;
      weakSigns.judge(person, seen, judged).ifPresent(judged::add);
      correspondence.firstLayers(added, seen, turn);
      correspondence.paidAfterReport(added, person, seen, turn);
    }
    judged.addAll(combinations.of(person, judged));
    return decisions.decided(key, person, judged, turn);
  }

  private static Optional<Decisions.HeldMatch> held(Match match, PersonHistory person) {
    for (Signal signal : match.signals()) {
      Optional<Finding.Reason> reason = Holds.of(signal, person);
      if (reason.isPresent()) {
        return Optional.of(new Decisions.HeldMatch(signal, reason.get()));
      }
    }
    return Optional.empty();
  }

  /** What of the history is looked at, and from when. */
  private record Scene(List<Signal> signals, long now) {}

  private static View view(PersonHistory person, Scene scene) {
    List<Signal> free = new ArrayList<>();
    List<Signal> heldBack = new ArrayList<>();
    for (Signal each : scene.signals()) {
      (Holds.of(each, person).isEmpty() ? free : heldBack).add(each);
    }
    return new View(
        person.person(),
        free,
        person.own(),
        person.usual().stream().map(PersonHistory.AccountUsual::usual).toList(),
        person.purchaseAt(),
        scene.now(),
        heldBack);
  }

  private static PersonHistory tied(PersonHistory before, Message.TieTold told) {
    if (told.person() == null || !told.late() && before.own().contains(told.entity().token())) {
      return before;
    }
    Set<String> own = new HashSet<>(before.own());
    List<String> more = new ArrayList<>(before.own());
    if (own.add(told.entity().token())) {
      more.add(told.entity().token());
    }
    return PersonHistoryBuilder.builder(before)
        .person(told.person())
        .own(List.copyOf(more.subList(Math.max(0, more.size() - OWN_MAX), more.size())))
        .former(told.late() ? former(before, told.entity()) : before.former())
        .build();
  }

  /** Who opens it next is somebody else, and paying them is no payment to oneself. */
  private static PersonHistory ended(PersonHistory state, EntityKey entity) {
    if (state == null || !state.own().contains(entity.token())) {
      return state;
    }
    return PersonHistoryBuilder.builder(state)
        .own(state.own().stream().filter(each -> !each.equals(entity.token())).toList())
        .build();
  }

  private static List<EntityKey> former(PersonHistory before, EntityKey entity) {
    List<EntityKey> former = new ArrayList<>(before.former());
    former.remove(entity);
    former.add(entity);
    return List.copyOf(former.subList(Math.max(0, former.size() - FORMER_MAX), former.size()));
  }

  private PersonHistory payeeKnown(PersonHistory before, Message.PayeeKnownTold told) {
    return PersonHistoryBuilder.builder(before)
        .knownPayees(
            before
                .knownPayees()
                .with(
                    told.payee(),
                    told.eventTime(),
                    rules.detection().profiles().payeeMemory().toMillis(),
                    KNOWN_PAYEES_MAX))
        .build();
  }

  /** The latest record counts, in whatever order they come; nothing is judged again for it. */
  private static PersonHistory segment(PersonHistory before, Message.SegmentTold told) {
    boolean newer = before.segment() == null || told.eventTime() >= before.segment().since();
    return newer
        ? PersonHistoryBuilder.builder(before)
            .person(told.person())
            .segment(new PersonHistory.Belongs(told.segment(), told.eventTime()))
            .build()
        : before;
  }

  private PersonHistory reported(
      PersonHistory before, Message.ReportTold told, Turn<Finding> turn) {
    View view = view(before, new Scene(before.signals(), told.eventTime()));
    correspondence.reported(told, view, turn);
    boolean newer = before.reportedAt() == null || told.eventTime() >= before.reportedAt();
    PersonHistoryBuilder person = PersonHistoryBuilder.builder(before).person(told.person());
    return newer
        ? person.reportedAt(told.eventTime()).reportedPayee(told.payee()).build()
        : person.build();
  }

  private PersonHistory outcome(
      long key, PersonHistory before, Outcome outcome, Turn<Finding> turn) {
    PersonHistory person = decisions.outcome(before, outcome);
    Optional<Signal> failed = Outcomes.contactFailed(outcome, person.person());
    if (failed.isPresent()) {
      person = signal(key, person, failed.get(), turn);
    }
    turn.emit(new Finding.OutcomePassed(outcome));
    return person;
  }
}
