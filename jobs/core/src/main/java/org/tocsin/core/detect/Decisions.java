package org.tocsin.core.detect;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tocsin.core.detect.PersonHistory.CaseRef;
import org.tocsin.core.detect.PersonHistory.Legitimate;
import org.tocsin.core.detect.PersonHistory.Warned;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.Ids;
import org.tocsin.core.pattern.Assessment;
import org.tocsin.core.pattern.Row;
import org.tocsin.core.pattern.Rows;
import org.tocsin.core.rulebook.DecisionRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** What becomes a warning, of which case, and what is held back. */
final class Decisions implements Serializable {

  private static final long serialVersionUID = 1L;
  static final int WARNED_MAX = 24;
  static final int LEGITIMATE_MAX = 16;
  static final int HELD_MAX = 32;

  private final Rulebook rules;
  private final DecisionRules settings;
  private final WarningMaker maker;
  private final Rows rows;

  Decisions(Rulebook rules, Rows rows) {
    this.rules = rules;
    this.rows = rows;
    this.settings = rules.detection().decision();
    this.maker = new WarningMaker(rules);
  }

  /** A row and what it made of a match. */
  record Judged(Row row, Assessment assessment) {}

  /** What in a match takes the suspicion out of it. */
  record HeldMatch(Signal signal, Finding.Reason reason) {}

  /** The highest level wins, then the more specific row; the others stand beside it. */
  PersonHistory decided(long key, PersonHistory before, List<Judged> judged, Turn<Finding> turn) {
    PersonHistory person = pinned(before, judged);
    List<Judged> due = new ArrayList<>();
    for (Judged each : strongestByRow(judged)) {
      Judged raised = onWatch(person, each);
      if (isQuiet(person, raised)) {
        person = quieted(key, person, raised, turn);
      } else if (isToldByFamily(person, raised)) {
        person = toldBefore(quieted(key, person, raised, turn), raised);
      } else {
        due.add(raised);
      }
    }
    if (due.isEmpty()) {
      return person;
    }
    due.sort(
        Comparator.comparing((Judged each) -> each.assessment().level())
            .thenComparing(each -> each.row().specificity())
            .thenComparing(each -> each.assessment().score())
            .reversed()
            .thenComparing(each -> each.row().id()));
    return raised(key, person, due, turn);
  }

  private static PersonHistory pinned(PersonHistory before, List<Judged> judged) {
    long[] pinned = before.pinned();
    for (Judged each : judged) {
      pinned = History.pinned(pinned, each.assessment().signals());
    }
    return pinned == before.pinned()
        ? before
        : PersonHistoryBuilder.builder(before).pinned(pinned).build();
  }

  private static List<Judged> strongestByRow(List<Judged> judged) {
    Map<String, Judged> strongest = new LinkedHashMap<>();
    Comparator<Judged> order =
        Comparator.comparing((Judged each) -> each.assessment().level())
            .thenComparing(each -> each.assessment().score())
            .thenComparing(each -> each.assessment().signals().size());
    for (Judged each : judged) {
      strongest.merge(
          // Two accounts of one person are two matters for rows about accounts.
          each.row().id() + '/' + each.assessment().subject(),
          each,
          (one, other) -> order.compare(other, one) > 0 ? other : one);
    }
    return new ArrayList<>(strongest.values());
  }

  /** After a failed dissuasion new behaviour raises the level. */
  private Judged onWatch(PersonHistory person, Judged judged) {
    return isNewOnWatch(person, judged)
        ? new Judged(judged.row(), maker.raised(judged.assessment()))
        : judged;
  }

  private boolean isNewOnWatch(PersonHistory person, Judged judged) {
    long time = WarningMaker.eventTime(judged.assessment());
    return person.watchSince() != null
        && time > person.watchSince()
        && time - person.watchSince() <= settings.onWatchFor().toMillis();
  }

  private boolean isQuiet(PersonHistory person, Judged judged) {
    long time = WarningMaker.eventTime(judged.assessment());
    Level level = judged.assessment().level();
    boolean watchOnly = WarningMaker.watchOnly(judged.assessment());
    for (Warned warned : person.warned()) {
      if (!warned.pattern().equals(judged.row().id()) || !covers(warned, level, watchOnly)) {
        continue;
      }
      boolean same = warned.firstSignalId().equals(judged.assessment().first().signalId());
      boolean newOnWatch =
          isNewOnWatch(person, judged) && warned.eventTime() <= person.watchSince();
      long quiet = quiet(judged).toMillis();
      boolean near = Math.abs(time - warned.eventTime()) < quiet;
      if (!newOnWatch && (near || same)) {
        return !Asked.more(person, judged);
      }
    }
    return false;
  }

  /** The same money has been warned of by a more specific row, or this row was named with it. */
  private boolean isToldByFamily(PersonHistory person, Judged judged) {
    Level level = judged.assessment().level();
    boolean watchOnly = WarningMaker.watchOnly(judged.assessment());
    boolean named = isNamedLately(person, judged);
    return family(person, judged)
        .filter(each -> covers(each, level, watchOnly))
        .anyMatch(each -> named || rows.specificity(each.pattern()) > judged.row().specificity());
  }

  private boolean isNamedLately(PersonHistory person, Judged judged) {
    long time = WarningMaker.eventTime(judged.assessment());
    return person.warned().stream()
        .anyMatch(
            each ->
                each.pattern().equals(judged.row().id())
                    && Math.abs(time - each.eventTime()) < settings.quiet().toMillis());
  }

  /** What other rows of its family have said of the person lately. */
  private Stream<Warned> family(PersonHistory person, Judged judged) {
    String id = judged.row().id();
    String family = judged.row().family();
    long time = WarningMaker.eventTime(judged.assessment());
    return family.equals(id)
        ? Stream.empty()
        : person.warned().stream()
            .filter(each -> Math.abs(time - each.eventTime()) < settings.quiet().toMillis())
            .filter(each -> !each.pattern().equals(id))
            .filter(each -> rows.isOfFamily(each.pattern(), family));
  }

  /** Remembered, so that the next warning of the same money names it too. */
  private static PersonHistory toldBefore(PersonHistory person, Judged judged) {
    return withWarned(person, List.of(judged));
  }

  /** A lead on a card is with the carrier or bank for days; a victim is asked again tomorrow. */
  private Duration quiet(Judged judged) {
    boolean lead =
        judged.row().lane() == Lane.MULE && judged.assessment().level().tier() == Tier.SMS;
    return lead ? settings.watchQuiet() : settings.quiet();
  }

  /** Upwards is never quiet; something to do is above something to watch. */
  private static boolean covers(Warned warned, Level level, boolean watchOnly) {
    return !level.above(warned.level()) && (watchOnly || !warned.watchOnly());
  }

  private PersonHistory quieted(long key, PersonHistory person, Judged judged, Turn<Finding> turn) {
    boolean same =
        person.warned().stream()
            .anyMatch(
                each ->
                    each.firstSignalId().equals(judged.assessment().first().signalId())
                        && each.pattern().equals(judged.row().id()));
    if (same) {
      turn.count(Counts.ENRICHED);
      return person;
    }
    Signal first = judged.assessment().first();
    return held(key, person, judged.row(), new HeldMatch(first, Finding.Reason.QUIET_TIME), turn);
  }

  PersonHistory held(long key, PersonHistory person, Row row, HeldMatch match, Turn<Finding> turn) {
    String heldId = Ids.of("held", row.id(), key, match.signal().signalId(), match.reason());
    long hash = Ids.key(heldId);
    if (Arrays.stream(person.held()).anyMatch(each -> each == hash)) {
      return person;
    }
    turn.count(Counts.held(match.reason()));
    Signal signal = match.signal();
    turn.emit(
        new Finding.Held(
            heldId,
            match.reason(),
            row.lane(),
            row.id(),
            rules.version(),
            person.person() == null ? signal.subject() : person.person(),
            signal.signalId(),
            signal.lastEvidence().eventTime(),
            signal.subject(),
            signal.other() == null ? null : signal.other().token(),
            signal.lastEvidence()));
    long[] held = person.held();
    int drop = held.length >= HELD_MAX ? 1 : 0;
    long[] more =
        Arrays.copyOf(Arrays.copyOfRange(held, drop, held.length), held.length - drop + 1);
    more[more.length - 1] = hash;
    return PersonHistoryBuilder.builder(person).held(more).build();
  }

  private PersonHistory raised(
      long key, PersonHistory person, List<Judged> due, Turn<Finding> turn) {
    Judged best = due.get(0);
    List<String> also =
        Stream.concat(
                due.stream().skip(1).map(each -> each.row().id()),
                family(person, best).map(Warned::pattern))
            .distinct()
            .filter(id -> !id.equals(best.row().id()))
            .sorted()
            .toList();
    String warningId = maker.id(key, best);
    long time = WarningMaker.eventTime(best.assessment());
    CaseRef ref = caseFor(key, person, warningId, time);
    Warning warning = maker.make(best, also, warningId, ref, person, turn.now());
    turn.count(Counts.warnings(warning.tier(), warning.pattern()));
    turn.emit(new Finding.Raised(warning));
    Correspondence.ties(warning, best.assessment(), turn);
    return PersonHistoryBuilder.builder(withWarned(person, due)).caseRef(ref).build();
  }

  private static PersonHistory withWarned(PersonHistory person, List<Judged> due) {
    List<Warned> warned = new ArrayList<>(person.warned());
    for (Judged each : due) {
      Asked.add(
          warned,
          new Warned(
              each.row().id(),
              each.assessment().first().signalId(),
              each.assessment().level(),
              WarningMaker.eventTime(each.assessment()),
              WarningMaker.watchOnly(each.assessment()),
              Asked.accounts(each.assessment())));
    }
    int from = Math.max(0, warned.size() - WARNED_MAX);
    return PersonHistoryBuilder.builder(person)
        .warned(List.copyOf(warned.subList(from, warned.size())))
        .build();
  }

  /** An open case takes the warning; one concluded lately is reopened; else a new one begins. */
  private CaseRef caseFor(long key, PersonHistory person, String warningId, long time) {
    CaseRef ref = person.caseRef();
    boolean goesOn =
        ref != null
            && (ref.concludedAt() == null
                || time - ref.concludedAt() <= settings.reopenWithin().toMillis());
    return goesOn
        ? new CaseRef(ref.caseId(), ref.revision() + 1, null)
        : new CaseRef(CaseIds.of(key, warningId), 1, null);
  }

  PersonHistory outcome(PersonHistory before, Outcome outcome) {
    PersonHistoryBuilder person = PersonHistoryBuilder.builder(before);
    if (outcome.person() != null) {
      person.person(outcome.person());
    }
    if (Outcomes.concludes(outcome)) {
      person.watchSince(null);
      Optional.ofNullable(before.caseRef())
          .filter(ref -> outcome.caseId() == null || outcome.caseId().equals(ref.caseId()))
          .ifPresent(
              ref ->
                  person.caseRef(new CaseRef(ref.caseId(), ref.revision(), outcome.eventTime())));
    }
    if (Outcomes.failedDissuasion(outcome)) {
      person.watchSince(outcome.eventTime());
    }
    if (outcome.conclusion() == Outcome.Conclusion.NOT_SCAM && outcome.account() != null) {
      List<Legitimate> more = new ArrayList<>(before.legitimate());
      more.removeIf(each -> each.account().equals(outcome.account()));
      more.add(
          new Legitimate(
              outcome.account(), outcome.eventTime() + settings.legitimateFor().toMillis()));
      int from = Math.max(0, more.size() - LEGITIMATE_MAX);
      person.legitimate(List.copyOf(more.subList(from, more.size())));
    }
    return person.build();
  }
}
