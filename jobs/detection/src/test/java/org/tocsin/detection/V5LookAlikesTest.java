package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.isAboveSms;
import static org.tocsin.detection.V5Story.called;
import static org.tocsin.detection.V5Story.person;
import static org.tocsin.detection.V5Story.warned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Holder;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V5: what looks like fees for a loan and is none. */
class V5LookAlikesTest {

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

  /**
   * Two days after a landlord's call such payments are everyday life; after this call they are not.
   */
  @ParameterizedTest
  @CsvSource({"DOMESTIC, 08:41, 0", "VOIP, 08:41, 1", "FOREIGN, 08:41, 1", "VOIP, 15:00, 0"})
  void twoSlightFeesFortyHoursAfterTheCall(Origin from, String second, int warnings) {
    Story story =
        person()
            .ended("03-01 13:27", "c1", "lender", "phone", from, 4)
            .pays("03-03 07:31", "card", "m1", 800)
            .pays("03-03 " + second, "card", "m2", 2_600);

    assertThat(warned(story)).hasSize(warnings).allMatch(each -> each.grade() == Grade.LOW);
  }

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
    "4, 02-26 12:00, 16650, true",
    "4, 02-26 12:00, 16649, false", // a landlord's tenants pay less than the fees
    "3, 02-26 12:00, 30000, false",
    "4, 02-25 10:00, 16650, false"
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
  @CsvSource({"500, true", "499, false"})
  void whoeverPaysLessThanTheLeastFeeIsNoCustomer(double yuan, boolean spared) {
    Story story = called();
    for (int customer = 1; customer <= 8; customer++) {
      story.pays("02-28 15:0" + customer, "customer-" + customer, "card", yuan);
    }
    story
        .pays("03-01 10:00", "card", "m1", 500)
        .pays("03-01 11:00", "card", "m2", 1_000)
        .pays("03-01 12:00", "card", "m3", 2_100);

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
