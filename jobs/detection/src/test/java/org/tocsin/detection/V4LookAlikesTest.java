package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.isAboveSms;
import static org.tocsin.detection.V4Story.growth;
import static org.tocsin.detection.V4Story.hooked;
import static org.tocsin.detection.V4Story.paysFirm;
import static org.tocsin.detection.V4Story.person;
import static org.tocsin.detection.V4Story.redeems;
import static org.tocsin.detection.V4Story.warned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction.Kind;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V4: what looks like a fake investment and is none. */
class V4LookAlikesTest {

  @Test
  void aBrokerageAccountIsACompanyAndPaysBackItself() {
    Story story = person();
    String[] days = {"03-01", "03-06", "03-10", "03-14"};
    double[] sums = {1_000, 5_000, 20_000, 60_000};
    for (int i = 0; i < days.length; i++) {
      story.add(
          story
              .moving(days[i] + " 10:00", "card", "broker", sums[i])
              .payeeHolder(Holder.COMPANY)
              .build());
    }
    story.add(
        story.moving("03-04 10:00", "broker", "card", 1_080).payerHolder(Holder.COMPANY).build());
    redeems(story, "03-09 10:00", 50_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void aHouseFromAPrivateSellerWithALoanAndSavingsIsTextedAtMost() {
    Story story = person();
    redeems(story, "03-01 09:00", 300_000);
    story
        .pays("03-01 10:00", "card", "seller", 20_000)
        .loan("03-10 09:00", "bank", "savings", 900_000)
        .pays("03-05 10:00", "savings", "seller", 200_000)
        .pays("03-11 10:00", "savings", "seller", 900_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void medicalBillsRiseButHospitalsAreMerchants() {
    Story story = hooked();
    redeems(story, "03-09 10:00", 80_000);
    for (int i = 1; i <= 3; i++) {
      story.add(
          story
              .moving("03-1%d 10:00".formatted(i), "card", "hospital", 15_000 * i)
              .kind(Kind.MERCHANT_PAYMENT)
              .payeeHolder(Holder.MERCHANT)
              .merchantCategory("8062")
              .build());
    }

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void moneyThatTheSameFriendGivesBackIsNoReturn() {
    Story story =
        growth(
            person()
                .pays("03-10 10:00", "card", "friend", 1_000)
                .pays("03-12 10:00", "friend", "card", 1_050));

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void paymentsThatFallDoNotRise() {
    Story story =
        hooked()
            .pays("03-20 10:00", "card", "carpenter", 20_000)
            .pays("03-25 10:00", "card", "painter", 5_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void moneyLentAndGivenBackIsNoPayment() {
    Story story =
        hooked()
            .pays("03-20 10:00", "card", "cousin", 5_000)
            .pays("03-22 10:00", "cousin", "card", 5_000)
            .pays("03-25 10:00", "card", "carpenter", 20_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void ownAccountsAreNoStrangers() {
    Story story =
        hooked()
            .owns("01-01 09:00", "wen", "other-bank")
            .pays("03-20 10:00", "card", "savings", 5_000)
            .pays("03-25 10:00", "card", "other-bank", 20_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void aUsedCarAndSavingsBrokenForItAfterALunchPaidBackAreTextedAtMost() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "lunch", 280)
            .pays("03-07 10:00", "colleague", "card", 349)
            .pays("03-09 10:00", "card", "tutor", 1_956)
            .pays("03-10 10:00", "card", "tutor-2", 1_969);
    redeems(story, "03-10 12:00", 80_000);
    story.pays("03-11 10:00", "card", "car-seller", 73_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void aHouseFromADeveloperWithSavingsBrokenIsNoneOfIt() {
    Story story = redeems(hooked(), "03-12 10:00", 500_000);
    paysFirm(story, "03-10 10:00", "developer", Holder.COMPANY, 30_000);
    paysFirm(story, "03-13 10:00", "developer", Holder.COMPANY, 200_000);
    paysFirm(story, "03-20 10:00", "developer-2", Holder.COMPANY, 800_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void aFirmThatWasTriedWithPocketMoneyOrPaidBackItselfWasNotTried() {
    for (double test : new double[] {499, 500}) {
      Story story = paysFirm(person(), "03-01 10:00", "shell-1", Holder.COMPANY, test);
      story.pays("03-03 10:00", "stranger", "card", 520);
      for (int day = 10; day < 14; day++) {
        paysFirm(story, "03-" + day + " 10:00", "shell-" + day, Holder.COMPANY, day * day * 100);
      }
      assertThat(warned(story).isEmpty()).as("%s", test).isEqualTo(test < 500);
    }
    Story itself = paysFirm(person(), "03-01 10:00", "shell-1", Holder.COMPANY, 2_400);
    itself.pays("03-03 10:00", "shell-1", "card", 2_500);
    for (int day = 10; day < 14; day++) {
      paysFirm(itself, "03-" + day + " 10:00", "shell-" + day, Holder.COMPANY, day * day * 100);
    }
    assertThat(warned(itself)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1080, HIGH",
    "1010, 1080, MEDIUM",
    "1000.50, 1080, MEDIUM",
    "1000.50, 1000.50, LOW",
    "490.50, 495, LOW"
  })
  void anOddSumThatCameBackMayBeAShareOfABill(double test, double back, Grade gravest) {
    Story story =
        redeems(
            person()
                .pays("03-01 10:00", "card", "friend", test)
                .pays("03-04 16:00", "other", "card", back)
                .pays("03-10 10:00", "card", "seller-1", 20_000)
                .pays("03-12 10:00", "card", "seller-2", 60_000),
            "03-13 09:00",
            100_000);
    story.pays("03-13 10:00", "card", "seller-3", 150_000);

    assertThat(warned(story)).extracting(Warning::grade).contains(gravest);
    assertThat(isAboveSms(story)).isEqualTo(gravest != Grade.LOW);
  }

  /** Lent to a friend's wallet, paid back from her card; whose both are may be told last. */
  @ParameterizedTest
  @CsvSource({"01-02 09:00", "03-05 09:00"})
  void whatTheOnePaidGivesBackHasNotComeBackFromAnother(String told) {
    Story story =
        person()
            .owns("01-02 09:00", "ben", "ben-wallet")
            .owns(told, "ben", "ben-card")
            .pays("03-01 10:00", "card", "ben-wallet", 1_000)
            .pays("03-04 16:00", "ben-card", "card", 1_080);
    redeems(story, "03-18 10:00", 100_000);

    assertThat(warned(growth(story))).isEmpty();
  }
}
