package org.tocsin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.local.evaluate.Evaluator.Scope;
import org.tocsin.local.evaluate.LabelFile.Label;
import org.tocsin.local.evaluate.LabelFile.Loss;
import org.tocsin.local.evaluate.WarningFile.Warning;

class EvaluatorTest {
  private static final long BIG = 1_000_000;

  private final Evaluator evaluator = new Evaluator(new Scope(1_000L, 10.0, BIG));

  @Test
  void aWarningBetweenTwoLossesSavesTheSecond() {
    // given
    Label victim = victim("L1", "V3", 100, loss(1_000, 2_000), loss(61_000, 6_000));

    // when
    Evaluation.Row row = row(evaluate(List.of(victim), warning("W1", "V3", 31_000)), "V3");

    // then
    assertThat(row.found()).isEqualTo(1);
    assertThat(row.recall()).isEqualTo(1.0);
    assertThat(row.beforeFirstLoss()).isZero();
    assertThat(row.beforeLastLoss()).isEqualTo(1);
    assertThat(row.leadSecondsMedian()).isEqualTo(30.0);
    assertThat(row.savableShare()).isCloseTo(.75, within(1e-9));
  }

  @Test
  void moneyThatLeavesInTheMomentOfTheWarningIsLost() {
    // given
    Label victim = victim("L1", "V3", 100, loss(1_000, 2_000));

    // when
    Evaluation.Row row = row(evaluate(List.of(victim), warning("W1", "V3", 1_000)), "V3");

    // then
    assertThat(row.beforeLastLoss()).isZero();
    assertThat(row.savableMinor()).isZero();
  }

  @Test
  void fiveSecondsAfterTheFirstLossIsStillAtOnce() {
    // given
    Label victim = victim("L1", "V6", 100, loss(1_000, BIG), loss(60_000, BIG));

    // then
    assertThat(row(evaluate(List.of(victim), warning("W1", "V6", 6_000)), "V6").atOnce())
        .isEqualTo(1);
    assertThat(row(evaluate(List.of(victim), warning("W1", "V6", 6_001)), "V6").atOnce()).isZero();
    assertThat(row(evaluate(List.of(victim)), "V6").atOnce()).isZero();
  }

  @Test
  void theGoalOfTheFirstLargeLossAsksOnlyTheRowsWhereSomethingSmallerComesFirst() {
    // given
    Label rebate = victim("L1", "V3", 100, loss(1_000, BIG));
    Label boss = victim("L2", "V6", 100, loss(1_000, BIG));

    // when
    List<Evaluation.Goal> goals = evaluate(List.of(rebate, boss), warning("W1", "V3", 500)).goals();

    // then
    assertThat(goals.get(0).figure()).as("before the last loss").isEqualTo(.5);
    assertThat(goals.get(0).met()).isFalse();
    assertThat(goals.get(1).figure()).as("before the last loss, V3").isEqualTo(1.0);
    assertThat(goals.get(2).figure()).as("before the first large loss").isEqualTo(1.0);
    assertThat(goals.get(3).figure()).as("V6").isZero();
    assertThat(goals.get(6).met()).as("no false call").isTrue();
    assertThat(goals.get(8).met()).as("no look-alikes told").isNull();
  }

  @Test
  void theFirstLargeLossIsTheFirstFromTheGivenAmountOn() {
    // given
    Label victim = victim("L1", "V3", 100, loss(1_000, BIG - 1), loss(2_000, BIG));

    // when
    Evaluation.Row row = row(evaluate(List.of(victim), warning("W1", "V3", 1_500)), "V3");

    // then
    assertThat(row.beforeFirstLoss()).isZero();
    assertThat(row.withLargeLoss()).isEqualTo(1);
    assertThat(row.beforeFirstLargeLoss()).isEqualTo(1);
  }

  @Test
  void aWarningBeforeTheStoryIsFalse() {
    // given
    Label victim = victim("L1", "V3", 100, loss(1_000, 2_000));

    // when
    Evaluation evaluation = evaluate(List.of(victim), warning("W1", "V3", 99));

    // then
    assertThat(row(evaluation, "V3").found()).isZero();
    assertThat(falseOf(evaluation, "VICTIM", "CALL").count()).isEqualTo(1);
  }

  @Test
  void aWarningOfAnotherLaneIsFalseThoughItNamesSomebodyLabelled() {
    // given
    Label victim = victim("L1", "V3", 100, loss(1_000, 2_000));
    Warning mule = warning("W1", Lane.MULE, "B2", "person-L1", Tier.CALL, 500, List.of());

    // when
    Evaluation evaluation = evaluate(List.of(victim), mule);

    // then
    assertThat(falseOf(evaluation, "MULE", "CALL").count()).isEqualTo(1);
    assertThat(falseOf(evaluation, "MULE", "CALL").onLabelled()).isEqualTo(1);
  }

  @Test
  void oneWarningMayFindSeveralLabelsThroughItsEvidence() {
    // given
    Label one = mule("L1", "B2", "events.transaction.v1/B/t1");
    Label two = mule("L2", "B2", "events.transaction.v1/B/t1");
    Warning said =
        warning(
            "W1",
            Lane.MULE,
            "X2",
            "somebody-else",
            Tier.IN_PERSON,
            500,
            List.of("events.transaction.v1/B/t1"));

    // when
    Evaluation.Row row = row(evaluate(List.of(one, two), said), "B2");

    // then
    assertThat(row.found()).isEqualTo(2);
    assertThat(row.samePattern()).isZero();
    assertThat(row.savableShare()).isNull();
  }

  @Test
  void falseWarningsAreCountedByTierPerMillionPersonDays() {
    // given
    Warning call = warning("W1", Lane.VICTIM, "V3", "nobody", Tier.CALL, 5, List.of());
    Warning again = warning("W1", Lane.VICTIM, "V3", "nobody", Tier.CALL, 5, List.of());
    Warning sms = warning("W2", Lane.VICTIM, "V3", "nobody", Tier.SMS, 5, List.of());

    // when
    Evaluation evaluation = evaluate(List.of(), call, again, sms);

    // then 1 in 10,000 person-days is 100 in a million
    assertThat(falseOf(evaluation, "VICTIM", "CALL_OR_ABOVE").perMillionPersonDays())
        .isCloseTo(100.0, within(1e-9));
    assertThat(falseOf(evaluation, "VICTIM", "ALL").count()).isEqualTo(2);
    assertThat(falseOf(evaluation, "MULE", "ALL").count()).isZero();
    assertThat(evaluation.falsePatterns())
        .containsExactly(new Evaluation.FalsePattern("VICTIM", "V3", 2, 1, 200.0, 1, 0));
  }

  @Test
  void withoutPersonsNoRateIsSaid() {
    // given
    Evaluator blind = new Evaluator(new Scope(null, 10.0, BIG));

    // when
    Evaluation evaluation = blind.evaluate(List.of(), List.of(warning("W1", "V3", 5)), List.of());

    // then
    assertThat(falseOf(evaluation, "VICTIM", "ALL").count()).isEqualTo(1);
    assertThat(falseOf(evaluation, "VICTIM", "ALL").perMillionPersonDays()).isNull();
  }

  @Test
  void aLookAlikeCountsWhenAWarningRestsOnItsEvents() {
    // given
    Label honest = mule("H1", "B2", "events.transaction.v1/B/t9");
    Warning rests =
        warning(
            "W1",
            Lane.MULE,
            "B2",
            "account",
            Tier.CALL,
            500,
            List.of("events.transaction.v1/B/t9"));
    Warning elsewhere = warning("W2", Lane.MULE, "B2", "person-H1", Tier.CALL, 500, List.of());

    // when
    Evaluation warned = evaluator.evaluate(List.of(), List.of(rests), List.of(honest));
    Evaluation spared = evaluator.evaluate(List.of(), List.of(elsewhere), List.of(honest));

    // then
    assertThat(warned.lookAlikes()).containsExactly(new Evaluation.LookAlikes("B2", 1, 1, 1));
    assertThat(spared.lookAlikes()).containsExactly(new Evaluation.LookAlikes("B2", 1, 0, 0));
  }

  @Test
  void theLowestTenthOfLeadsIsReported() {
    // given ten victims, warned 1, 2, … 10 seconds before the last loss
    List<Label> victims = new ArrayList<>();
    Warning[] said = new Warning[10];
    for (int i = 1; i <= 10; i++) {
      victims.add(victim("L" + i, "V3", 0, loss(20_000, 1)));
      said[i - 1] =
          warning(
              "W" + i,
              Lane.VICTIM,
              "V3",
              "person-L" + i,
              Tier.CALL,
              20_000 - i * 1_000L,
              List.of());
    }

    // when
    Evaluation.Row row = row(evaluate(victims, said), "V3");

    // then
    assertThat(row.leadSecondsMedian()).isEqualTo(5.0);
    assertThat(row.leadSecondsP10()).isEqualTo(1.0);
  }

  private Evaluation evaluate(List<Label> labels, Warning... warnings) {
    return evaluator.evaluate(labels, List.of(warnings), List.of());
  }

  /** O rows are told at the application; a label may begin when the card is opened. */
  @Test
  void whatRestsOnAnEventOfALabelBelongsToItHoweverEarly() {
    // given
    String application = "events.card-opening.v1/bank/applied";
    Label opener =
        new Label(
            "L1", Lane.OPENING, "O2", "p", "p", 900_000, List.of(), List.of(application, "other"));

    // then
    assertThat(row(evaluate(List.of(opener), opening("W1", application)), "O2").found())
        .isEqualTo(1);
    assertThat(row(evaluate(List.of(opener), opening("W1", "unrelated")), "O2").found()).isZero();
  }

  private static Warning opening(String id, String event) {
    return warning(id, Lane.OPENING, "O2", "p", Tier.SMS, 1_000, List.of(event));
  }

  private static Evaluation.Row row(Evaluation evaluation, String pattern) {
    return evaluation.rows().stream()
        .filter(row -> row.pattern().equals(pattern))
        .findFirst()
        .orElseThrow();
  }

  private static Evaluation.FalseWarnings falseOf(Evaluation evaluation, String lane, String tier) {
    return evaluation.falseWarnings().stream()
        .filter(row -> row.lane().equals(lane) && row.tier().equals(tier))
        .findFirst()
        .orElseThrow();
  }

  private static Label victim(String id, String pattern, long start, Loss... losses) {
    return new Label(
        id,
        Lane.VICTIM,
        pattern,
        "person-" + id,
        "person-" + id,
        start,
        List.of(losses),
        List.of());
  }

  private static Label mule(String id, String pattern, String event) {
    return new Label(
        id, Lane.MULE, pattern, "account-" + id, "person-" + id, 0, List.of(), List.of(event));
  }

  private static Loss loss(long at, long amount) {
    return new Loss(at, amount);
  }

  private static Warning warning(String id, String pattern, long at) {
    return warning(id, Lane.VICTIM, pattern, "person-L1", Tier.CALL, at, List.of());
  }

  private static Warning warning(
      String id,
      Lane lane,
      String pattern,
      String person,
      Tier tier,
      long at,
      List<String> evidence) {
    return new Warning(
        id, lane, pattern, List.of(), "subject-" + id, person, tier, false, at, evidence);
  }
}
