package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.AdviceChange.State;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.cases.UnmatchedOutcome.Reason;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.WarningBuilder;

/**
 * One payee, several victims (domain/dissuasion.md, Notice 86 of 2016): an account is stopped, once
 * more, and then no more, for whomever.
 */
class StopsAcrossVictimsTest {

  private static final String PAYEE = "payee";
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final long T0 = CaseRoom.at("10:00");

  private final List<Object> told = new ArrayList<>();
  private Centre centre = newCentre();

  @Test
  void whileItIsStoppedForOneVictimAStopForAnotherIsTheSameStop() {
    warned("ann", T0);
    warned("bob", T0 + HOUR);
    stopped("ann", T0 + 2 * HOUR);
    stopped("bob", T0 + 3 * HOUR);
    assertThat(last("bob").state()).isEqualTo(State.ACCEPTED);
    assertThat(last("bob").advice().until())
        .as("one stop has one end")
        .isEqualTo(last("ann").advice().until())
        .isEqualTo(T0 + 2 * HOUR + 2 * DAY);
    centre.runTo(T0 + 3 * DAY);
    assertThat(last("ann").state()).isEqualTo(State.EXPIRED);
    assertThat(last("bob").state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void onceItHasExpiredItMayBeStoppedOnceMoreAndTheThirdIsRefusedWithItsReason() {
    warned("ann", T0);
    warned("bob", T0);
    warned("eve", T0 + 3 * DAY);
    stopped("ann", T0 + HOUR);
    stopped("bob", T0 + 3 * DAY);
    assertThat(last("bob").advice().until()).isEqualTo(T0 + 5 * DAY);
    stopped("eve", T0 + 6 * DAY);
    assertThat(last("eve").state()).isEqualTo(State.REFUSED);
    assertThat(last("eve").advice().reasonCode()).isEqualTo("STOP_LIMIT");
    assertThat(last("eve").advice().remedy()).isNotNull();
    assertThat(unmatched()).containsExactly(Reason.STOP_LIMIT);
    assertThat(centre.counts).containsEntry("stop_refused_by_law", 1);
  }

  @Test
  void whoeverIsWarnedAfterTheSecondHasEndedIsToldAtOnceThatNoStopIsLeft() {
    twoStopsAreOver();
    warned("eve", T0 + 8 * DAY);
    assertThat(states("eve")).as("no bank is asked").containsExactly(State.REFUSED);
    assertThat(last("eve").advice().reasonCode()).isEqualTo("STOP_LIMIT");
  }

  @Test
  void aSecondVictimsAccountsAreCountedApart() {
    twoStopsAreOver();
    warned("eve", T0 + 8 * DAY, "other payee");
    stopped("eve", T0 + 8 * DAY + HOUR);
    assertThat(last("eve").state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void ofTwoWhoAskInTheSameMomentBothGetTheSameAnswerWhoeverIsFirst() {
    List<List<Object>> both = new ArrayList<>();
    for (List<String> order : List.of(List.of("ann", "bob"), List.of("bob", "ann"))) {
      told.clear();
      centre = newCentre();
      order.forEach(person -> warned(person, T0));
      order.forEach(person -> stopped(person, T0 + HOUR));
      centre.runTo(T0 + 4 * DAY);
      assertThat(last("ann").advice().until()).isEqualTo(last("bob").advice().until());
      both.add(sorted());
      assertThat(centre.stops().get(StopStage.key(stop("ann", T0).stopped(PAYEE))).times())
          .isEqualTo(1);
    }
    assertThat(both.get(0)).isEqualTo(both.get(1));
  }

  @Test
  void aCopyOfAnOutcomeIsNoSecondStop() {
    warned("ann", T0);
    OutcomeReported stop = stop("ann", T0 + HOUR);
    centre.input(stop, T0 + HOUR);
    centre.input(stop, T0 + 2 * HOUR);
    assertThat(centre.stops().values()).extracting(AccountStops::times).containsExactly(1);
    assertThat(states("ann")).containsExactly(State.ISSUED, State.ACCEPTED);
  }

  @Test
  void anAppealThatHoldsReleasesTheOneAtOnceAndTheOthersMoneyStaysHeld() {
    warned("ann", T0);
    warned("bob", T0);
    stopped("ann", T0 + HOUR);
    stopped("bob", T0 + HOUR);
    report("ann", T0 + 2 * HOUR, Step.APPEAL, Result.ACCEPTED);
    assertThat(last("ann").state()).isEqualTo(State.RELEASED);
    assertThat(last("ann").changedAt()).isEqualTo(T0 + 2 * HOUR);
    assertThat(last("bob").state()).isEqualTo(State.ACCEPTED);
    report("bob", T0 + 3 * HOUR, Step.APPEAL, Result.ACCEPTED);
    assertThat(last("bob").state()).isEqualTo(State.RELEASED);
    warned("eve", T0 + 3 * HOUR);
    stopped("eve", T0 + 4 * HOUR);
    assertThat(last("eve").advice().until())
        .as("nothing ran any more: a stop of its own, the second")
        .isEqualTo(T0 + 4 * HOUR + 2 * DAY);
  }

  @Test
  void whatWasNoScamHoldsNothingAnyMore() {
    warned("ann", T0);
    stopped("ann", T0 + HOUR);
    centre.input(
        reported(
            outcome("ann", T0 + 2 * HOUR, Step.CALL, Result.REACHED)
                .conclusion(Conclusion.NOT_SCAM)),
        T0 + 2 * HOUR);
    assertThat(last("ann").state()).isEqualTo(State.RELEASED);
    warned("bob", T0 + 3 * HOUR);
    stopped("bob", T0 + 3 * HOUR);
    assertThat(last("bob").advice().until()).isEqualTo(T0 + 3 * HOUR + 2 * DAY);
  }

  @Test
  void eachVictimsAmountIsHeldForItself() {
    warned("ann", T0);
    warned("bob", T0);
    centre.input(amount("ann", T0 + HOUR, "70000"), T0 + HOUR);
    centre.input(amount("bob", T0 + HOUR, "30000"), T0 + HOUR);
    assertThat(last("ann").advice().amountMinor()).isEqualTo(70_000L);
    assertThat(last("bob").advice().amountMinor()).isEqualTo(30_000L);
  }

  @Test
  void aFreezeIsRecordedWhereNoStopIsLeftAndHoldsForTheNextVictimToo() {
    twoStopsAreOver();
    centre.input(
        reported(stopOutcome("ann", T0 + 8 * DAY).checklist(Map.of("freeze", "2025-117"))),
        T0 + 8 * DAY);
    AdviceChange freeze = (AdviceChange) told.get(told.size() - 1);
    assertThat(freeze.advice().reasonCode()).isEqualTo("FORMAL_FREEZE");
    assertThat(freeze.advice().account()).isEqualTo(PAYEE);
    warned("eve", T0 + 9 * DAY);
    stopped("eve", T0 + 9 * DAY);
    assertThat(last("eve").state()).isEqualTo(State.ACCEPTED);
    assertThat(last("eve").advice().reasonCode()).isEqualTo("FORMAL_FREEZE");
    assertThat(last("eve").advice().until()).isEqualTo(T0 + 188 * DAY);
    assertThat(unmatched()).isEmpty();
  }

  @Test
  void stopsOfLongAgoCountNoMore() {
    twoStopsAreOver();
    centre.runTo(T0 + 210 * DAY);
    assertThat(centre.stops()).as("nothing is kept of the account").isEmpty();
    warned("eve", T0 + 210 * DAY);
    stopped("eve", T0 + 210 * DAY);
    assertThat(last("eve").state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void anOutcomeThatNamesNoAccountFindsIt() {
    warned("ann", T0);
    warned("bob", T0);
    centre.input(reported(stopOutcome("ann", T0 + HOUR).account(null)), T0 + HOUR);
    centre.input(reported(stopOutcome("bob", T0 + 2 * HOUR).account(null)), T0 + 2 * HOUR);
    assertThat(last("bob").advice().until()).isEqualTo(T0 + HOUR + 2 * DAY);
    report("ann", T0 + 3 * HOUR, Step.STOP_PAYMENT, Result.RELEASED);
    report("bob", T0 + 3 * HOUR, Step.STOP_PAYMENT, Result.RELEASED);
    assertThat(centre.stops().values()).allMatch(stops -> stops.holders().isEmpty());
  }

  @Test
  void aRestartInBetweenChangesNothing() {
    List<Object> without = story(false);
    told.clear();
    centre = newCentre();
    assertThat(story(true)).isEqualTo(without);
  }

  /** A replay sorts its lines; whatever order they come in, it tells what the live centre told. */
  @Test
  void aReplayOfShuffledLinesTellsTheSame() {
    Random random = new Random(7);
    List<CaseInput> lines = new ArrayList<>();
    List<String> people = List.of("ann", "bob", "cat", "dan", "eve");
    for (int i = 0; i < 60; i++) {
      String person = people.get(random.nextInt(people.size()));
      long time = T0 + i * 5 * HOUR + random.nextInt(3) * HOUR;
      lines.add(i % 3 == 0 ? warning(person, time, PAYEE) : stop(person, time));
    }
    List<Object> live = play(lines);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(lines, random);
      assertThat(play(lines)).isEqualTo(live);
    }
    assertThat(centre.counts).containsKeys("stop_joined", "stop_refused_by_law");
  }

  @Test
  void whatIsKeptOfAnAccountIsBounded() {
    for (int i = 0; i < 300; i++) {
      warned("p" + i, T0 + i);
      stopped("p" + i, T0 + HOUR + i);
    }
    assertThat(centre.stops().values())
        .singleElement()
        .satisfies(stops -> assertThat(stops.holders()).hasSizeLessThanOrEqualTo(64))
        .satisfies(stops -> assertThat(stops.answered()).hasSizeLessThanOrEqualTo(64));
  }

  private List<Object> play(List<CaseInput> lines) {
    told.clear();
    centre = newCentre();
    lines.stream()
        .sorted(Comparator.comparingLong(CaseInput::time).thenComparing(StopsAcrossVictimsTest::id))
        .forEach(line -> centre.input(line, line.time()));
    centre.runTo(T0 + 60 * DAY);
    return List.copyOf(told);
  }

  private static String id(CaseInput line) {
    return line instanceof WarningRaised raised
        ? raised.warning().warningId()
        : ((OutcomeReported) line).outcome().eventId();
  }

  private List<Object> story(boolean restarts) {
    warned("ann", T0);
    warned("bob", T0);
    restart(restarts);
    stopped("ann", T0 + HOUR);
    restart(restarts);
    stopped("bob", T0 + 3 * DAY);
    restart(restarts);
    warned("eve", T0 + 4 * DAY);
    stopped("eve", T0 + 6 * DAY);
    restart(restarts);
    centre.runTo(T0 + 60 * DAY);
    assertThat(unmatched()).containsExactly(Reason.STOP_LIMIT);
    return sorted();
  }

  private void restart(boolean wanted) {
    if (wanted) {
      Centre.Checkpoint checkpoint = centre.checkpoint();
      centre = newCentre();
      centre.restore(checkpoint);
    }
  }

  private void twoStopsAreOver() {
    warned("ann", T0);
    warned("bob", T0);
    stopped("ann", T0 + HOUR);
    stopped("bob", T0 + 3 * DAY);
    centre.runTo(T0 + 7 * DAY);
  }

  private Centre newCentre() {
    return new Centre(StandardRules.dissuasion(), told::add);
  }

  private List<Object> sorted() {
    Map<String, Object> lines = new TreeMap<>();
    told.forEach(line -> lines.put(line.toString(), line));
    return List.copyOf(lines.values());
  }

  private void warned(String person, long time) {
    warned(person, time, PAYEE);
  }

  private void warned(String person, long time, String payee) {
    centre.input(warning(person, time, payee), time);
  }

  private static String caseId(String person) {
    return CaseIds.of(EntityKey.person(person).hash(), "first");
  }

  private static WarningRaised warning(String person, long time, String payee) {
    String id = "w-" + person + "-" + time;
    Advice advice =
        new Advice(
            "stop-" + person,
            Advice.Kind.STOP_PAYMENT,
            payee,
            null,
            null,
            100_000L,
            "V1_PAYEE",
            "APPEAL",
            time + 7 * DAY);
    return new WarningRaised(
        WarningBuilder.builder()
            .warningId(id)
            .caseId(caseId(person))
            .revision(1)
            .lane(Lane.VICTIM)
            .pattern("V1")
            .alsoPatterns(List.of())
            .rulesVersion("1")
            .subjectKind(SubjectKind.PERSON)
            .subject(person)
            .person(person)
            .grade(Grade.URGENT)
            .tier(Tier.IN_PERSON)
            .score(90)
            .eventTime(time)
            .detectedAt(time)
            .reason(new Text("", ""))
            .evidence(List.of(new Evidence(Stream.TRANSACTION, "bank", id, time, "")))
            .advice(List.of(advice))
            .build());
  }

  private void stopped(String person, long time) {
    OutcomeReported stop = stop(person, time);
    String account = last(person).advice().account();
    centre.input(reported(OutcomeBuilder.builder(stop.outcome()).account(account)), time);
  }

  private static OutcomeReported stop(String person, long time) {
    return reported(stopOutcome(person, time));
  }

  private static OutcomeReported amount(String person, long time, String amount) {
    return reported(stopOutcome(person, time).checklist(Map.of("amountMinor", amount)));
  }

  private void report(String person, long time, Step step, Result result) {
    centre.input(reported(outcome(person, time, step, result)), time);
  }

  private static OutcomeReported reported(OutcomeBuilder outcome) {
    return new OutcomeReported(outcome.build());
  }

  private static OutcomeBuilder stopOutcome(String person, long time) {
    return outcome(person, time, Step.STOP_PAYMENT, Result.ACCEPTED).account(PAYEE);
  }

  private static OutcomeBuilder outcome(String person, long time, Step step, Result result) {
    return OutcomeBuilder.builder()
        .eventId(step + "-" + person + "-" + time)
        .source("bank")
        .eventTime(time)
        .caseId(caseId(person))
        .step(step)
        .result(result);
  }

  private AdviceChange last(String person) {
    List<AdviceChange> all = changes(person);
    return all.get(all.size() - 1);
  }

  private List<State> states(String person) {
    return changes(person).stream().map(AdviceChange::state).toList();
  }

  private List<AdviceChange> changes(String person) {
    return told.stream()
        .filter(AdviceChange.class::isInstance)
        .map(AdviceChange.class::cast)
        .filter(change -> change.advice().adviceId().equals("stop-" + person))
        .toList();
  }

  private List<Reason> unmatched() {
    return told.stream()
        .filter(UnmatchedOutcome.class::isInstance)
        .map(line -> ((UnmatchedOutcome) line).because())
        .toList();
  }
}
