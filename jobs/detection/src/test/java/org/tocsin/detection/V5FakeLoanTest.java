package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V5Story.called;
import static org.tocsin.detection.V5Story.person;
import static org.tocsin.detection.V5Story.warned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V5: a loan is promised on the phone; fee after fee is paid for it. */
class V5FakeLoanTest {

  @Test
  void afterACallTheSecondFeeIsWorthACallAndTheThirdAVisit() {
    Story story =
        called()
            .pays("03-01 10:00", "card", "m1", 3_600)
            .pays("03-01 11:00", "card", "m2", 12_000, 60_000)
            .pays("03-01 14:00", "wallet", "m3", 51_000, 10);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.MEDIUM, Grade.HIGH);
    assertThat(warnings).allMatch(w -> w.subject().equals("lin"));
    assertThat(warnings.get(0).amountAtRiskMinor()).isEqualTo(7_560_000);
    assertThat(warnings.get(0).reason().zh())
        .contains("3月1日09:01", "陌生号码", "3,600元", "3月1日11:00", "12,000元", "15,600元", "无贷款到账");
    assertThat(warnings.get(0).reason().en())
        .contains("1 Mar 09:01", "¥3,600", "¥12,000", "¥15,600 in all", "no loan");
    assertThat(warnings.get(1).evidence()).hasSize(4);
    assertThat(warnings.get(1).evidence().get(3).eventId()).isEqualTo(story.last().eventId());
  }

  @Test
  void withoutACallTheThirdFeeIsWorthAVisitAndMoneyIsStoppedWhereItWent() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 5_000)
            .pays("03-01 11:00", "card", "m2", 30_000)
            .pays("03-01 14:00", "card", "m3", 60_000, 510_000)
            .pays("03-01 18:00", "card", "m4", 504_000, 6_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.HIGH, Grade.HIGH);
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-01 14:00"));
    // The fourth fee: the same warning, as there is one account more to stop.
    assertThat(warnings.get(1).warningId()).isEqualTo(warnings.get(0).warningId());
    assertThat(warnings.get(1).advice()).extracting(Advice::account).contains("m4");
    assertThat(warnings.get(0).advice())
        .extracting(Advice::kind)
        .containsExactly(
            Advice.Kind.STOP_PAYMENT,
            Advice.Kind.STOP_PAYMENT,
            Advice.Kind.STOP_PAYMENT,
            Advice.Kind.DELAY_PAYMENT);
    assertThat(warnings.get(0).advice())
        .allSatisfy(
            advice -> {
              assertThat(advice.reasonCode()).startsWith("V5_");
              assertThat(advice.remedy()).isNotBlank();
            });
  }

  /**
   * Payments of a day that rise by chance lie hours apart; fees are asked for one after the other.
   */
  @ParameterizedTest
  @CsvSource({"16:00, 4000, HIGH", "16:01, 4000, MEDIUM", "16:01, 8000, HIGH"})
  void threeSmallOnesThatAreSpreadOverTheDayAreWorthACall(String last, double amount, Grade grade) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 600)
            .pays("03-01 12:00", "card", "m2", 1_500)
            .pays("03-01 " + last, "card", "m3", amount);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }

  @Test
  void anAnnouncedFeeCountsAndIsDelayed() {
    Story story = called().pays("03-01 10:00", "card", "m1", 3_600);
    story.add(
        story
            .moving("03-01 11:00", "card", "m2", 12_000)
            .result(Transaction.Result.PENDING)
            .build());

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
    assertThat(warnings.get(0).advice().get(0).kind()).isEqualTo(Advice.Kind.DELAY_PAYMENT);
    assertThat(warnings.get(0).advice().get(0).account()).isEqualTo("m2");
  }

  @ParameterizedTest
  @CsvSource({
    "500, 2500, true", // each ≥ 500, together ≥ 3,000
    "499.99, 2600, false",
    "500, 2499.99, false",
    "2000, 2200, true", // rising
    "2000, 2199.99, false",
  })
  void bothSidesOfEachAmount(double one, double two, boolean warned) {
    Story story =
        called().pays("03-01 10:00", "card", "m1", one).pays("03-01 11:00", "card", "m2", two);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"03-03 09:05, true", "03-03 09:06, false"})
  void theFirstFeeComesWithinTwoDaysOfTheCallsEnd(String first, boolean warned) {
    Story story =
        called().pays(first, "card", "m1", 3_600).pays("03-03 20:00", "card", "m2", 12_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"03-02 23:30, true", "03-02 23:31, false"})
  void theSecondComesWithinADayOfTheFirst(String second, boolean warned) {
    Story story =
        called().pays("03-01 23:30", "card", "m1", 3_600).pays(second, "card", "m2", 12_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"60, true", "59, false"})
  void theCallWasAnsweredForAMinute(int seconds, boolean warned) {
    Story story =
        person()
            .endedAfter("03-01 09:05", "c1", "lender", "phone", Origin.VOIP, seconds)
            .pays("03-01 10:00", "card", "m1", 3_600)
            .pays("03-01 11:00", "card", "m2", 12_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @Test
  void feesPaidWhileStillOnThePhone() {
    Story story =
        person()
            .started("03-01 09:05", "c1", "lender", "phone", Origin.DOMESTIC)
            .pays("03-01 09:30", "card", "m1", 3_600)
            .pays("03-01 09:50", "card", "m2", 12_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
  }

  @Test
  void overTheEndOfAMonth() {
    Story story =
        person()
            .pays("02-28 22:00", "card", "m1", 3_600)
            .pays("02-28 23:59", "card", "m2", 12_000)
            .pays("03-01 00:10", "card", "m3", 51_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.HIGH);
  }

  @Test
  void anyOrderOfArrivalReachesTheSameLevelAlsoWhenTheOwnerIsKnownLast() {
    Story story =
        called()
            .pays("03-01 10:00", "card", "m1", 3_600)
            .pays("03-01 11:00", "card", "m2", 12_000)
            .pays("03-01 14:00", "wallet", "m3", 51_000);
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("V5"))
          .as("seed %d", seed)
          .anyMatch(w -> w.grade() == Grade.HIGH && w.subject().equals("lin"));
    }
  }

  @Test
  void copiesOfRecordsChangeNothing() {
    Story story =
        called().pays("03-01 10:00", "card", "m1", 3_600).pays("03-01 11:00", "card", "m2", 12_000);
    Chain chain = new Chain().feed(story.inOrder()).feed(story.inOrder());

    assertThat(chain.warnings("V5")).hasSize(1);
  }

  @Test
  void smallPaymentsInBetweenDoNotHideTheRise() {
    Story story = called();
    story.pays("03-01 10:00", "card", "m1", 3_600);
    for (int i = 0; i < 12; i++) {
      story.pays("03-01 10:%02d".formatted(10 + i), "card", "stall-" + i, 15);
    }
    story.pays("03-01 11:00", "card", "m2", 12_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
  }

  @Test
  void aThirdToTheSamePayeeIsNoRent() {
    Story story =
        called()
            .pays("03-01 10:00", "card", "m1", 5_000)
            .pays("03-01 11:00", "card", "m1", 30_000)
            .pays("03-01 14:00", "card", "m1", 60_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
  }

  @Test
  void aFourthToTheSamePayeeIsWorthAVisit() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 5_000)
            .pays("03-01 11:00", "card", "m1", 31_000)
            .pays("03-01 14:00", "card", "m1", 60_000)
            .pays("03-01 18:00", "card", "m1", 504_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.HIGH);
  }

  @Test
  void noLandlordCallsFromAbroad() {
    Story story =
        person()
            .ended("03-01 09:05", "c1", "lender", "phone", Origin.FOREIGN, 4)
            .pays("03-01 10:00", "card", "m1", 3_600)
            .pays("03-01 11:00", "card", "m1", 12_000)
            .pays("03-01 14:00", "card", "m1", 51_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.MEDIUM, Grade.HIGH);
  }

  /** Fees are raised by leaps; two of about one height may be anything. */
  @ParameterizedTest
  @CsvSource({"6000, 7200, LOW", "6000, 9200, MEDIUM", "1500, 1800, LOW", "1500, 2300, LOW"})
  void aSecondFeeIsALeapAboveTheFirst(double one, double two, Grade grade) {
    Story story =
        called().pays("03-01 10:00", "card", "m1", one).pays("03-01 11:00", "card", "m2", two);

    assertThat(warned(story).stream().map(Warning::grade).toList())
        .isEqualTo(grade == null ? List.of() : List.of(grade));
  }
}
