package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.isAboveSms;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V5: a loan is promised on the phone; fee after fee is paid for it. */
class V5FakeLoanTest {

  private static Story person() {
    return new Story()
        .owns("01-01 09:00", "lin", "card")
        .owns("01-01 09:00", "lin", "wallet")
        .hasPhone("01-01 09:00", "lin", "phone");
  }

  private static Story called() {
    return person().ended("03-01 09:05", "c1", "lender", "phone", Origin.DOMESTIC, 4);
  }

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("V5");
  }

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

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.HIGH);
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-01 14:00"));
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

  /** A wedding's vendors, three lenses, day labourers: rising by chance, and slowly. */
  @ParameterizedTest
  @CsvSource({"800, 1600, 3200, HIGH", "800, 1600, 3199, LOW", "800, 950, 3200, HIGH"})
  void threeThatRiseByLessThanTwofoldAreTexted(double one, double two, double three, Grade grade) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "flowers", one)
            .pays("03-01 11:00", "card", "photographer", two)
            .pays("03-01 14:00", "card", "cars", three);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }

  @ParameterizedTest
  @CsvSource({"DOMESTIC, LOW", "VOIP, HIGH"})
  void afterACallFromAbroadOrTheInternetTheyAreWorthAVisitAllTheSame(Origin from, Grade highest) {
    Story story =
        person()
            .ended("03-01 09:05", "c1", "lender", "phone", from, 4)
            .pays("03-01 10:00", "card", "m1", 1_600)
            .pays("03-01 11:00", "card", "m2", 2_200)
            .pays("03-01 14:00", "card", "m3", 3_100);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(highest);
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

  @Test
  void aFeeThatWasDeclinedIsNone() {
    Story story = called().pays("03-01 10:00", "card", "m1", 3_600);
    story.add(
        story
            .moving("03-01 11:00", "card", "m2", 12_000)
            .result(Transaction.Result.DECLINED)
            .build());

    assertThat(warned(story)).isEmpty();
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

  // What looks like it and is not.

  @Test
  void depositAndRentToOneLandlordWhoCalledAreTextedAtMost() {
    Story story =
        called()
            .pays("03-01 10:00", "card", "landlord", 3_000)
            .pays("03-01 11:00", "card", "landlord", 9_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void earnestMoneyDepositAndRentToOneLandlordAreTextedAtMost() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "landlord", 500)
            .pays("03-01 11:00", "card", "landlord", 3_000)
            .pays("03-01 12:00", "card", "landlord", 9_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void instalmentsOfOneHeightDoNotRise() {
    Story story =
        called()
            .pays("03-01 10:00", "card", "seller-1", 1_500)
            .pays("03-01 11:00", "card", "seller-2", 1_500)
            .pays("03-01 12:00", "card", "seller-3", 1_500);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void instalmentsToACompanyAreNoFeesToAPerson() {
    Story story = called();
    for (int i = 1; i <= 3; i++) {
      story.add(
          story
              .moving("03-01 1%d:00".formatted(i), "card", "company-" + i, 2_000 * i)
              .payeeHolder(Holder.COMPANY)
              .build());
    }

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void whoDidGetALoanWasNotToldAStory() {
    Story story =
        called()
            .pays("03-01 10:00", "card", "m1", 3_600)
            .loan("03-01 10:30", "lender", "card", 50_000)
            .pays("03-01 11:00", "card", "m2", 12_000);

    assertThat(warned(story)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1000, 9000, MEDIUM", "1000, 8999, LOW", "650, 5000, LOW"})
  void twoSmallPaymentsOfADayAreTextedOnly(double one, double two, Grade grade) {
    Story story =
        called().pays("03-01 10:00", "card", "m1", one).pays("03-01 11:00", "card", "m2", two);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }

  @Test
  void aMulePaysOutOfWhatStrangersSent() {
    Story story = called();
    for (int i = 1; i <= 3; i++) {
      story
          .pays("03-01 1%d:00".formatted(i), "victim-" + i, "card", 5_000 * i)
          .pays("03-01 1%d:05".formatted(i), "card", "upper-" + i, 4_900 * i);
    }

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void ownAccountsAreNoStrangers() {
    Story story =
        called()
            .owns("01-01 09:00", "lin", "savings")
            .pays("03-01 10:00", "card", "m1", 3_600)
            .pays("03-01 11:00", "card", "savings", 12_000);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aFriendWhoPaidBeforeIsNoStranger() {
    Story story =
        called()
            .pays("02-01 10:00", "friend", "card", 80)
            .pays("03-01 10:00", "card", "m1", 3_600)
            .pays("03-01 11:00", "card", "friend", 12_000);

    assertThat(warned(story)).isEmpty();
  }

  /** Two to one payee: 2,000 and 6,000 are a deposit and a quarter's rent. */
  @ParameterizedTest
  @CsvSource({
    "2000, 6000, false",
    "6000, 6000, false",
    "2000, 12000, false",
    "2000, 14000, true",
    "2000, 6100, true"
  })
  void rentAndDepositAreWholeMultiples(double one, double two, boolean texted) {
    Story story =
        called()
            .pays("03-01 10:00", "card", "landlord", one)
            .pays("03-01 11:00", "card", "landlord", two);

    assertThat(!warned(story).isEmpty()).isEqualTo(texted);
    assertThat(isAboveSms(story)).isFalse();
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

  @Test
  void aPayeePaidThreeTimesByYesterdayIsKnownToTheOtherCardToo() {
    Story story = called();
    for (int i = 0; i < 3; i++) {
      story.pays("02-2%d 10:00".formatted(6 + i), "wallet", "landlord", 200 + i);
    }
    story
        .pays("03-01 10:00", "card", "landlord", 3_600)
        .pays("03-01 11:00", "card", "landlord", 12_100);

    assertThat(warned(story)).isEmpty();
  }

  /** The call ended at 09:05; two of a thousand or two are texted for a day, hours apart. */
  @ParameterizedTest
  @CsvSource({
    "03-02 09:05, 03-02 15:05, 2500, true",
    "03-02 09:06, 03-02 15:05, 2500, false",
    "03-02 09:05, 03-02 15:06, 2500, false",
    "03-02 09:06, 03-02 18:00, 8500, true", // together no longer slight
  })
  void twoSmallPaymentsAreTextedWhileTheCallIsInTheEar(
      String first, String second, double two, boolean texted) {
    Story story = called().pays(first, "card", "m1", 1_500).pays(second, "card", "m2", two);

    assertThat(!warned(story).isEmpty()).isEqualTo(texted);
  }

  @ParameterizedTest
  @CsvSource({"1500, 15000, MEDIUM", "1500, 15001, LOW", "533, 13248, LOW"})
  void aSmallPaymentAndADepositAreNoRowOfFees(double one, double two, Grade grade) {
    Story story =
        called().pays("03-01 10:00", "card", "m1", one).pays("03-01 11:00", "card", "m2", two);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 02-26 12:00, 500, true",
    "3, 02-26 12:00, 500, false",
    "4, 02-25 10:00, 500, false",
    "4, 02-26 12:00, 499, false"
  })
  void aMoneyChangerWhomStrangersPayAllDayPaysNoFees(
      int customers, String firstOfThem, double yuan, boolean spared) {
    Story story = called();
    story.pays(firstOfThem, "customer-1", "card", yuan);
    for (int customer = 2; customer <= customers; customer++) {
      story.pays("02-28 15:0" + customer, "customer-" + customer, "card", yuan);
    }
    story
        .pays("03-01 10:00", "card", "m1", 3_600)
        .pays("03-01 11:00", "card", "m2", 12_000)
        .pays("03-01 12:00", "card", "m3", 51_000);

    assertThat(warned(story).isEmpty()).isEqualTo(spared);
  }

  @ParameterizedTest
  @CsvSource({"16:00, MEDIUM", "16:01, LOW"})
  void twoPaymentsHalfADayApartAreNotAskedForOneAfterTheOther(String second, Grade grade) {
    Story story =
        called()
            .pays("03-01 10:00", "card", "m1", 3_600)
            .pays("03-01 " + second, "card", "m2", 12_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }
}
