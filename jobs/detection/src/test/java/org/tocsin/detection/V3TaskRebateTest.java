package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V3Story.person;
import static org.tocsin.detection.V3Story.warned;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** V3: a small payment, a little more back, then leaps. */
class V3TaskRebateTest {

  @Test
  void whoPaid108AndGot113BackIsTextedThenCalledThenVisited() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 108)
            .pays("03-01 10:20", "r1", "card", 113)
            .pays("03-01 14:00", "card", "m2", 3_000)
            .pays("03-01 15:00", "wallet", "m3", 280_000, 12);

    List<Warning> warnings = warned(story);

    assertThat(warnings)
        .extracting(Warning::grade)
        .containsExactly(Grade.LOW, Grade.MEDIUM, Grade.HIGH);
    assertThat(warnings).allMatch(w -> w.subject().equals("anna"));
    assertThat(warnings.get(2).amountAtRiskMinor()).isEqualTo(28_301_200);
    assertThat(warnings.get(2).reason().zh()).contains("108元", "113元", "3,000元", "280,000元");
  }

  @Test
  void twoTestsRebatedThenThirtyThousandAtOnce() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-01 10:20", "r1", "card", 110)
            .pays("03-01 11:00", "card", "m2", 100)
            .pays("03-01 11:20", "r2", "card", 115)
            .pays("03-02 20:00", "card", "m3", 30_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.HIGH);
  }

  @Test
  void fromAThousandToAHundredThousand() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-01 10:20", "r1", "card", 105)
            .pays("03-01 11:00", "card", "m2", 1_000)
            .pays("03-01 12:00", "card", "m3", 5_000)
            .pays("03-01 13:00", "card", "m4", 100_000);

    assertThat(warned(story))
        .extracting(Warning::grade)
        .containsExactly(Grade.LOW, Grade.MEDIUM, Grade.HIGH, Grade.HIGH);
    assertThat(warned(story).get(2).eventTime()).isEqualTo(Story.at("03-01 12:00"));
    assertThat(warned(story).get(3).warningId()).isEqualTo(warned(story).get(2).warningId());
  }

  @ParameterizedTest
  @CsvSource({
    "500, 510, 10:00, true", // 1.02
    "500, 509, 10:00, false",
    "100, 120, 10:00, true", // 1.20
    "100, 121, 10:00, false",
    "501, 520, 10:00, false", // no longer a test
  })
  void bothSidesOfEachRatio(double test, double back, String time, boolean warned) {
    Story story =
        person().pays("03-01 " + time, "card", "m1", test).pays("03-01 11:00", "r1", "card", back);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"03-02 10:00, true", "03-02 10:01, false"})
  void theRebateComesWithinADay(String back, boolean warned) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays(back, "r1", "card", 110)
            .pays("03-02 12:00", "card", "m2", 2_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"03-04 11:00, true", "03-04 11:01, false"})
  void theJumpComesWithinThreeDays(String jump, boolean called) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-01 11:00", "r1", "card", 110)
            .pays(jump, "card", "m2", 2_000);

    assertThat(warned(story).stream().anyMatch(w -> w.tier() == Tier.CALL)).isEqualTo(called);
  }

  @Test
  void whatCameBackWasNoJump() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-01 11:00", "r1", "card", 110)
            .pays("03-01 12:00", "card", "m2", 1_000)
            .pays("03-01 13:00", "r2", "card", 1_300)
            .pays("03-01 14:00", "card", "m3", 4_000);

    assertThat(warned(story)).extracting(Warning::grade).doesNotContain(Grade.HIGH);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 03-01 12:00, true", // in whole yuan: within two hours
    "100, 03-01 12:01, false",
    "100.50, 03-01 10:30, false", // what lunch costs
  })
  void aPairThatMayBeChanceIsNotTextedByItself(double test, String back, boolean texted) {
    Story story = person().pays("03-01 10:00", "card", "m1", test).pays(back, "r1", "card", 110);

    assertThat(!warned(story).isEmpty()).isEqualTo(texted);
  }

  @Test
  void aRebateTestAndALongUnknownCallAreWorthACall() {
    Story story =
        person()
            .ended("03-01 09:30", null, "stranger", "phone", Origin.DOMESTIC, 25)
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-01 11:00", "r1", "card", 110);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
  }

  @Test
  void manyEverydayPaymentsDoNotCrowdOutTheTest() {
    Story story =
        person().pays("03-01 10:00", "card", "m1", 100).pays("03-01 10:20", "r1", "card", 110);
    for (int i = 0; i < 30; i++) {
      story.pays("03-02 08:%02d".formatted(i), "card", "stall-" + i, 12);
      story.pays("03-02 09:%02d".formatted(i), "friend-" + i, "card", 450);
    }
    story.pays("03-03 10:00", "card", "m2", 2_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.MEDIUM);
  }

  @Test
  void anyOrderOfArrivalReachesTheSameLevel() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 108)
            .pays("03-01 10:20", "r1", "card", 113)
            .pays("03-01 14:00", "card", "m2", 3_000)
            .pays("03-01 15:00", "wallet", "m3", 28_000, 12);
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("V3"))
          .as("seed %d", seed)
          .anyMatch(w -> w.grade() == Grade.HIGH && w.subject().equals("anna"));
    }
  }

  @Test
  void copiesOfRecordsChangeNothing() {
    Story story =
        person().pays("03-01 10:00", "card", "m1", 108).pays("03-01 10:20", "r1", "card", 113);
    Chain chain = new Chain().feed(story.inOrder()).feed(story.inOrder());

    assertThat(chain.warnings("V3")).hasSize(1);
    assertThat(chain.count("duplicates")).isEqualTo(story.events().size());
  }

  @ParameterizedTest
  @CsvSource({"03-01 14:00, true", "03-01 14:01, false"})
  void aSingleLateRebateMayBeChanceSoItsFirstJumpIsOnlyTexted(String back, boolean called) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays(back, "r1", "card", 110)
            .pays("03-02 10:00", "card", "m2", 2_000);

    assertThat(warned(story)).isNotEmpty();
    assertThat(warned(story).stream().anyMatch(w -> w.tier() == Tier.CALL)).isEqualTo(called);
  }

  @Test
  void twoJumpsAfterASingleLateRebateAreNoChance() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-02 09:00", "r1", "card", 110)
            .pays("03-02 10:00", "card", "m2", 1_000)
            .pays("03-02 12:00", "card", "m3", 4_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.HIGH);
  }

  @ParameterizedTest
  @CsvSource({"1_999, false", "2_000, true"})
  void oneJumpAfterALateRebateIsLarger(String yuan, boolean texted) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-02 09:00", "r1", "card", 110)
            .pays("03-02 10:00", "card", "m2", Double.parseDouble(yuan.replace("_", "")));

    assertThat(!warned(story).isEmpty()).isEqualTo(texted);
  }

  @Test
  void twoPairsAreToldHoweverLateTheirRebates() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-01 14:30", "r1", "card", 110)
            .pays("03-01 15:00", "card", "m2", 200)
            .pays("03-01 19:30", "r2", "card", 220);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  @ParameterizedTest
  @CsvSource({"9_999, ", "10_000, LOW"})
  void afterALunchPaidBackOnlyALargeJumpIsOne(String yuan, Grade grade) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 98.80)
            .pays("03-01 12:00", "r1", "card", 110)
            .pays("03-02 10:00", "card", "m2", Double.parseDouble(yuan.replace("_", "")));

    assertThat(warned(story))
        .extracting(Warning::grade)
        .isEqualTo(grade == null ? List.of() : List.of(grade));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 12:00, 2_000,, false", // hours later, one jump: small change
    "10, 10:40, 2_000, LOW, false", // within the hour, in whole yuan
    "10.5, 10:40, 2_000,, false",
    "30, 11:30, 2_000, HIGH, true",
    "5, 11:30, 2_000, HIGH, true",
    "4.99, 11:30, 2_000,, true",
    "30, 11:30, 12_000, HIGH, false",
  })
  void tinyTestsSaySomethingOnceJumpsFollow(
      double test, String back, String jump, Grade grade, boolean again) {
    double first = Double.parseDouble(jump.replace("_", ""));
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", test)
            .pays("03-01 " + back, "r1", "card", Math.round(test * 110) / 100.0)
            .pays("03-01 17:00", "card", "m2", first);
    if (again) {
      story.pays("03-01 17:30", "card", "m3", first * 5);
    }

    assertThat(warned(story).stream().map(Warning::grade).max(Comparator.naturalOrder()))
        .isEqualTo(Optional.ofNullable(grade));
  }

  @Test
  void aSmallSumRebatedWithinTheHourIsATest() {
    Story story =
        person().pays("03-01 10:00", "card", "m1", 67).pays("03-01 11:00", "r1", "card", 71);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  @ParameterizedTest
  @CsvSource({"3000, 2500,", "3000, 28000, HIGH", "12000, 500, HIGH"})
  void aSmallTestIsOneOnceALargeLeapOrTwoFollow(double one, double two, Grade grade) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 67)
            .pays("03-01 11:20", "r1", "card", 71)
            .pays("03-01 14:00", "card", "m2", one)
            .pays("03-01 15:00", "card", "m3", two);

    assertThat(warned(story).stream().map(Warning::grade).max(Comparator.naturalOrder()))
        .isEqualTo(Optional.ofNullable(grade));
  }
}
