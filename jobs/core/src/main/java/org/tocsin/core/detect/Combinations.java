package org.tocsin.core.detect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.core.detect.Decisions.Judged;
import org.tocsin.core.detect.PersonHistory.Warned;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.pattern.Assessment;
import org.tocsin.core.pattern.AssessmentBuilder;
import org.tocsin.core.pattern.Proposal;
import org.tocsin.core.pattern.Row;
import org.tocsin.core.pattern.Rows;
import org.tocsin.core.pattern.X1BothCards;
import org.tocsin.core.pattern.X4VictimTurnedMule;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** Rows that are two others of one person together: X1 and X4. */
final class Combinations implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Set<String> PHONE_ROWS = Set.of("P1", "P2");
  private static final Set<String> CARD_ROWS = Set.of("B1");
  private static final String FAST_OUT_ROW = "B2";

  private final X1BothCards bothCards;
  private final X4VictimTurnedMule turnedMule;
  private final Rows rows;

  Combinations(Rulebook rules, Rows rows) {
    this.bothCards = new X1BothCards(rules);
    this.turnedMule = new X4VictimTurnedMule(rules);
    this.rows = rows;
  }

  /**
   * @param judged what the person's signals amount to now
   */
  List<Judged> of(PersonHistory person, List<Judged> judged) {
    List<Judged> combined = new ArrayList<>();
    if (person.person() == null) {
      return combined;
    }
    for (Judged each : judged) {
      if (each.row().id().equals(FAST_OUT_ROW)) {
        turnedMule(person, each).ifPresent(combined::add);
      }
      bothCards(person, each, judged).ifPresent(combined::add);
    }
    return combined;
  }

  private Optional<Judged> turnedMule(PersonHistory person, Judged fastOut) {
    long time = WarningMaker.eventTime(fastOut.assessment());
    long within = turnedMule.settings().within().toMillis();
    return Stream.concat(
            person.warned().stream()
                .filter(each -> isVictims(each) && !each.watchOnly())
                .map(Warned::eventTime),
            Stream.ofNullable(person.reportedAt()))
        .filter(warnedAt -> warnedAt <= time && time - warnedAt <= within)
        .max(Comparator.naturalOrder())
        .map(turnedMule::reason)
        .map(
            reason ->
                judged(
                    turnedMule,
                    person,
                    fastOut.assessment(),
                    reason,
                    List.of(
                        held(Advice.Kind.TELLER_PROMPT, fastOut.assessment(), turnedMule),
                        held(Advice.Kind.DELAY_PAYMENT, fastOut.assessment(), turnedMule))));
  }

  private boolean isVictims(Warned warned) {
    return !warned.pattern().equals(turnedMule.id())
        && rows.all().stream()
            .anyMatch(row -> row.id().equals(warned.pattern()) && row.lane() == Lane.VICTIM);
  }

  private Optional<Judged> bothCards(PersonHistory person, Judged one, List<Judged> judged) {
    boolean card = CARD_ROWS.contains(one.row().id());
    if (!card && !PHONE_ROWS.contains(one.row().id())) {
      return Optional.empty();
    }
    Set<String> others = card ? PHONE_ROWS : CARD_ROWS;
    long time = WarningMaker.eventTime(one.assessment());
    long within = bothCards.settings().within().toMillis();
    boolean both =
        judged.stream().anyMatch(each -> others.contains(each.row().id()))
            || person.warned().stream()
                .anyMatch(
                    each ->
                        others.contains(each.pattern())
                            && Math.abs(time - each.eventTime()) <= within);
    return both
        ? Optional.of(
            judged(bothCards, person, one.assessment(), bothCards.reason(), ofBoth(one, judged)))
        : Optional.empty();
  }

  /** For each card that is before us; what was said of the other stands in its own warning. */
  private List<Proposal> ofBoth(Judged one, List<Judged> judged) {
    Map<EntityKey, Proposal> advice = new LinkedHashMap<>();
    Stream.concat(Stream.of(one), judged.stream())
        .forEach(
            each -> {
              boolean card = CARD_ROWS.contains(each.row().id());
              if (card || PHONE_ROWS.contains(each.row().id())) {
                Advice.Kind kind = card ? Advice.Kind.DELAY_PAYMENT : Advice.Kind.REVERIFY_SIM;
                Proposal proposal = held(kind, each.assessment(), bothCards);
                advice.putIfAbsent(proposal.about(), proposal);
              }
            });
    return List.copyOf(advice.values());
  }

  private static Proposal held(Advice.Kind kind, Assessment of, Row row) {
    EntityKey about = EntityKey.of(of.subjectKind(), of.subject());
    Long there = kind == Advice.Kind.DELAY_PAYMENT ? of.amountAtRiskMinor() : null;
    return new Proposal(kind, about, there, row.id() + "_" + kind);
  }

  private static Judged judged(
      Row row, PersonHistory person, Assessment of, Text reason, List<Proposal> advice) {
    return new Judged(
        row,
        AssessmentBuilder.builder(of)
            .level(Level.T3)
            .score(Math.max(of.score(), 75))
            .reason(reason)
            .advice(advice)
            .subjectKind(SubjectKind.PERSON)
            .subject(person.person())
            .build());
  }
}
