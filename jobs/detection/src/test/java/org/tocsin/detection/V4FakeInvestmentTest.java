package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V4Story.growth;
import static org.tocsin.detection.V4Story.hooked;
import static org.tocsin.detection.V4Story.paysFirm;
import static org.tocsin.detection.V4Story.person;
import static org.tocsin.detection.V4Story.redeems;
import static org.tocsin.detection.V4Story.warned;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.Transaction.Kind;
import org.tocsin.core.event.Transaction.Result;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V4: a first sum is withdrawn again; what follows grows, and savings and loans go after it. */
class V4FakeInvestmentTest {

  private static Story withdrawnWithoutGain() {
    return person()
        .pays("03-01 10:00", "card", "platform-1", 1_000)
        .pays("03-04 16:00", "platform-2", "card", 1_000);
  }

  private static Story draws(Story story, String time, double yuan) {
    return story.add(
        story
            .moving(time, "savings", null, yuan)
            .kind(Kind.CASH_WITHDRAWAL)
            .channel(Transaction.Channel.COUNTER)
            .build());
  }

  @Test
  void withdrawnThen130ThousandThen160ThousandBorrowed() {
    Story story =
        hooked()
            .pays("03-10 10:00", "card", "platform-3", 130_000, 2_000)
            .loan("03-15 09:00", "lender", "savings", 160_000)
            .pays("03-15 15:00", "savings", "platform-4", 160_000, 500);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.HIGH, Grade.HIGH);
    Warning warning = warnings.get(0);
    // At the loan: before the second payment.
    assertThat(warning.eventTime()).isEqualTo(Story.at("03-15 09:00"));
    assertThat(warning.subject()).isEqualTo("wen");
    assertThat(warning.amountAtRiskMinor()).isEqualTo(29_000_000);
    assertThat(warning.reason().zh())
        .contains("3月1日10:00", "1,000元", "1,080元", "130,000元", "3月15日09:00贷款到账160,000元");
    assertThat(warning.reason().en())
        .contains("¥1,000", "¥1,080", "¥130,000", "a loan of ¥160,000", "15 Mar 09:00");
    assertThat(warning.evidence()).hasSize(4);
    assertThat(warning.evidence().get(0).eventTime()).isEqualTo(Story.at("03-01 10:00"));
    assertThat(warning.advice())
        .extracting(Advice::reasonCode)
        .containsExactly("V4_PAYEE", "V4_MONEY_LEFT", "V4_MONEY_RAISED");
  }

  @Test
  void withdrawalAndGrowthAreWorthACallBeforeTheThirdPaymentAndSavingsBrokenAVisit() {
    Story story =
        hooked()
            .pays("03-06 10:00", "card", "platform-3", 5_000)
            .pays("03-12 10:00", "card", "platform-4", 20_000);
    redeems(story, "03-14 09:00", 100_000);
    story.pays("03-15 10:00", "savings", "platform-5", 98_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings)
        .extracting(Warning::grade)
        .containsExactly(Grade.MEDIUM, Grade.HIGH, Grade.HIGH);
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-12 10:00"));
    assertThat(warnings.get(1).eventTime()).isEqualTo(Story.at("03-14 09:00"));
    // What was redeemed leaves all the same: one account more to stop.
    assertThat(warnings.get(2).warningId()).isEqualTo(warnings.get(1).warningId());
    assertThat(warnings.get(1).caseId()).isEqualTo(warnings.get(0).caseId());
  }

  @Test
  void theSamePayeeAllAlong() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "sweetheart", 1_000)
            .pays("03-04 16:00", "platform", "card", 1_100)
            .pays("03-10 10:00", "card", "sweetheart", 20_000)
            .pays("03-20 10:00", "savings", "sweetheart", 50_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
  }

  @Test
  void fromTwentyThousandTo490ThousandTo1400ThousandInAWeekIsTexted() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 20_000)
            .pays("03-03 10:00", "card", "m2", 490_000)
            .pays("03-08 10:00", "savings", "m3", 1_400_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  @Test
  void repeatedLargeCashWithdrawals() {
    Story story = withdrawnWithoutGain();
    draws(story, "03-10 10:00", 60_000);
    draws(story, "03-14 10:00", 50_000);
    List<Warning> warnings = warned(story);
    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
    assertThat(warnings.get(0).advice())
        .extracting(Advice::kind)
        .containsExactly(Advice.Kind.TELLER_PROMPT);
    assertThat(warnings.get(0).reason().zh()).contains("取现60,000元", "取现50,000元");

    // With a gain it is a handover as well, and the graver of the two is named.
    Story gained = draws(draws(hooked(), "03-07 10:00", 60_000), "03-11 10:00", 50_000);
    assertThat(new Chain().feed(gained.inOrder()).warnings())
        .anyMatch(w -> w.pattern().equals("V9") && w.alsoPatterns().contains("V4"));

    Story alone = draws(draws(person(), "03-10 10:00", 60_000), "03-14 10:00", 50_000);
    assertThat(warned(alone)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  @Test
  void cashOnBorrowedMoney() {
    Story story = hooked();
    draws(story, "03-10 10:00", 60_000);
    story.loan("03-12 10:00", "lender", "savings", 50_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.HIGH);
  }

  @Test
  void cashDrawnOnceOfOnesOwnSavingsIsAText() {
    Story story = hooked();
    redeems(story, "03-10 09:00", 80_000);
    draws(story, "03-10 10:00", 60_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  @ParameterizedTest
  @CsvSource({"50000, 03-17 10:00, true", "49999, 03-17 10:00, false", "50000, 03-17 10:01, false"})
  void cashOfFiftyThousandTwiceInAWeek(double second, String at, boolean warned) {
    Story story = draws(draws(withdrawnWithoutGain(), "03-10 10:00", 60_000), at, second);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000, true", // 1.0
    "1000, 999, false",
    "1000, 1500, true", // 1.5
    "1000, 1501, false",
    "4900, 4900, true",
    "5000, 5000, false", // the payments of 5,000 and 20,000 rise no more than once above it
    "100, 100, true",
    "99, 99, false",
  })
  void bothSidesOfTheFirstSumAndItsReturn(double test, double back, boolean called) {
    Story story =
        growth(
            person()
                .pays("03-10 10:00", "card", "platform-1", test)
                .pays("03-12 10:00", "platform-2", "card", back));

    assertThat(!warned(story).isEmpty()).isEqualTo(called);
  }

  @ParameterizedTest
  @CsvSource({"5000, true", "5001, false"})
  void theFirstSumIsFiveThousandAtMost(double test, boolean called) {
    Story story =
        person()
            .pays("03-10 10:00", "card", "platform-1", test)
            .pays("03-12 10:00", "platform-2", "card", 6_000)
            .pays("03-20 10:00", "card", "platform-3", 9_000)
            .pays("03-25 10:00", "card", "platform-4", 20_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(called);
  }

  @ParameterizedTest
  @CsvSource({"03-15 23:59, true", "03-16 00:00, true", "03-16 00:01, false"})
  void itComesBackWithinFourteenDays(String back, boolean called) {
    Story story =
        growth(
            person()
                .pays("03-02 00:00", "card", "platform-1", 1_000)
                .pays(back, "platform-2", "card", 1_080));

    assertThat(!warned(story).isEmpty()).isEqualTo(called);
  }

  @ParameterizedTest
  @CsvSource({"04-03 16:00, true", "04-03 16:01, false"})
  void paymentsGrowForThirtyDaysOverTheEndOfTheMonth(String second, boolean called) {
    Story story =
        hooked()
            .pays("03-31 23:59", "card", "platform-3", 5_000)
            .pays(second, "card", "platform-4", 20_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(called);
  }

  @ParameterizedTest
  @CsvSource({"03-17 10:00, true", "03-17 10:01, false"})
  void moneyIsRaisedWithinAWeekOfAPayment(String raised, boolean visited) {
    Story story = hooked().pays("03-10 10:00", "card", "platform-3", 130_000);
    story.loan(raised, "lender", "savings", 160_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(visited);
  }

  @Test
  void moneyRaisedBeforeTheFirstLargePayment() {
    Story story = hooked();
    redeems(story, "03-09 10:00", 120_000);
    story.pays("03-10 10:00", "savings", "platform-3", 120_000);
    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.HIGH);

    Story first = person();
    redeems(first, "03-03 10:00", 120_000);
    first
        .pays("03-01 10:00", "card", "platform-1", 1_000)
        .pays("03-04 16:00", "platform-2", "card", 1_080)
        .pays("03-05 10:00", "savings", "platform-3", 120_000);
    assertThat(warned(first)).extracting(Warning::grade).containsExactly(Grade.HIGH);
  }

  @Test
  void weeksOfEverydayLifeDoNotCrowdItOut() {
    Story story = person().pays("03-01 10:00", "card", "platform-1", 1_000);
    for (int day = 2; day < 12; day++) {
      story.pays("03-%02d 12:00".formatted(day), "card", "stall-" + day, 20 + day);
      story.pays("03-%02d 13:00".formatted(day), "card", "friend-" + day, 60 + 7 * day);
      story.pays("03-%02d 14:00".formatted(day), "guest-" + day, "card", 25);
    }
    story.pays("03-12 16:00", "platform-2", "savings", 1_080);
    for (int day = 13; day < 28; day++) {
      story.pays("03-%02d 12:00".formatted(day), "card", "stall-" + day, 20 + day);
      story.pays("03-%02d 13:00".formatted(day), "card", "friend-" + day, 60 + 7 * day);
    }
    story
        .pays("03-28 10:00", "card", "platform-3", 5_000)
        .pays("04-08 10:00", "savings", "platform-4", 20_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
  }

  @Test
  void anAnnouncedPaymentIsDelayed() {
    Story story = hooked().pays("03-06 10:00", "card", "platform-3", 5_000);
    story.add(
        story.moving("03-12 10:00", "card", "platform-4", 20_000).result(Result.PENDING).build());

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
    assertThat(warnings.get(0).advice().get(0).reasonCode()).isEqualTo("V4_PAYMENT_ANNOUNCED");
  }

  @Test
  void aReturnThatWasReversedIsNone() {
    Story story = hooked();
    String returned = story.last().eventId();
    story.add(
        story
            .moving("03-04 18:00", "platform-2", "card", 1_080)
            .result(Result.REVERSED)
            .ofEventId(returned)
            .build());
    growth(story);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void anyOrderOfArrivalWithinDaysReachesTheSameLevelAlsoWhenTheOwnerIsKnownLast() {
    Story story =
        new Story()
            .pays("03-01 10:00", "card", "platform-1", 1_000)
            .pays("03-02 16:00", "platform-2", "card", 1_080)
            .pays("03-03 10:00", "card", "platform-3", 5_000)
            .pays("03-03 20:00", "card", "platform-4", 20_000)
            .loan("03-04 09:00", "lender", "card", 160_000)
            .owns("01-01 09:00", "wen", "card");
    for (long seed = 0; seed < 60; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("V4"))
          .as("seed %d", seed)
          .anyMatch(w -> w.grade() == Grade.HIGH && "wen".equals(w.person()));
    }
  }

  @Test
  void copiesOfRecordsChangeNothing() {
    Story story = growth(hooked());
    Chain chain = new Chain().feed(story.inOrder()).feed(story.inOrder());

    assertThat(chain.warnings("V4")).hasSize(1);
  }

  /** 1,000 that came back as 1,080 is hardly chance, 300 as 380 may well be. */
  @ParameterizedTest
  @CsvSource({
    "1000, 1080, 11000, 12500, , LOW",
    "1000, 1080, 4000, 9000, 12000, MEDIUM",
    "1000, 1080, 4000, 21000, , MEDIUM",
    "1000, 1080, 4000, 5000, ,",
    "300, 380, 4000, 9000, 12000, LOW",
    "300, 380, 11000, 12500, ,",
  })
  void threeThatRiseAreGrowthAndTwoWhenTheLastIsLarge(
      double test, double back, double one, double two, Double three, Grade grade) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "platform-1", test)
            .pays("03-02 10:00", "platform-2", "card", back)
            .pays("03-05 10:00", "card", "platform-3", one)
            .pays("03-08 10:00", "card", "platform-4", two);
    if (three != null) {
      story.pays("03-11 10:00", "card", "platform-5", three);
    }

    assertThat(warned(story).stream().map(Warning::grade).max(Comparator.naturalOrder()))
        .isEqualTo(Optional.ofNullable(grade));
  }

  private static Story shell(Holder holder) {
    Story story = paysFirm(person(), "03-01 10:00", "shell-1", holder, 2_400);
    story.pays("03-03 10:00", "stranger", "card", 2_500);
    paysFirm(story, "03-10 10:00", "shell-2", holder, 8_500);
    return paysFirm(story, "03-11 10:00", "shell-3", holder, 32_800);
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPANY", "EXCHANGE"})
  void aPlatformThatTakesMoneyOnFirmsAccounts(Holder holder) {
    assertThat(warned(shell(holder))).isEmpty();

    Story third = paysFirm(shell(holder), "03-13 10:00", "shell-2", holder, 108_900);
    assertThat(warned(third)).extracting(Warning::grade).containsExactly(Grade.LOW);

    Story redeemed = redeems(shell(holder), "03-12 10:00", 100_000);
    List<Warning> warnings = warned(paysFirm(redeemed, "03-13 10:00", "shell-2", holder, 108_900));
    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
    assertThat(warnings.get(0).advice()).isNotEmpty();
  }

  @Test
  void wagesBetweenTwoPaymentsAreNoMoneyThatCameBack() {
    Story story = hooked().pays("03-10 10:00", "card", "platform-3", 8_000);
    story.add(
        story.moving("03-11 10:00", "employer", "card", 8_200).payerHolder(Holder.COMPANY).build());
    story
        .pays("03-12 10:00", "card", "platform-4", 16_000)
        .pays("03-13 10:00", "card", "platform-5", 40_000);

    assertThat(warned(story)).extracting(Warning::grade).contains(Grade.MEDIUM);
  }

  @Test
  void aBillPaidToACompanyInBetweenDoesNotHideWhatWasTried() {
    Story story = paysFirm(person(), "03-02 10:00", "garage", Holder.COMPANY, 1_020);
    story
        .pays("03-01 10:00", "card", "platform-1", 1_000)
        .pays("03-04 16:00", "platform-2", "card", 1_080)
        .pays("03-10 10:00", "card", "platform-3", 20_000)
        .pays("03-12 10:00", "card", "platform-4", 60_000);

    assertThat(warned(story)).extracting(Warning::grade).contains(Grade.MEDIUM);
  }
}
