package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Holder;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** V2: "customer service" stays on the phone while loans are taken out and passed on. */
class V2LoanPassedOnTest {

  private static Story person() {
    return new Story().owns("01-01 09:00", "li", "card").hasPhone("01-01 09:00", "li", "phone");
  }

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("V2");
  }

  @Test
  void aThreeHourCallAndFourLenders() {
    Story story =
        person()
            .started("03-11 10:00", "c", "service", "phone", Origin.DOMESTIC)
            .loan("03-11 10:40", "lender-1", "card", 20_000)
            .loan("03-11 11:10", "lender-2", "card", 30_000)
            .pays("03-11 11:20", "card", "mule", 49_000)
            .loan("03-11 12:00", "lender-3", "card", 30_000)
            .loan("03-11 12:20", "lender-4", "card", 30_000)
            .pays("03-11 12:40", "card", "mule-2", 60_000)
            .ended("03-11 13:00", "c", "service", "phone", Origin.DOMESTIC, 180);

    List<Warning> warnings = warned(story);

    assertThat(warnings)
        .extracting(Warning::grade)
        .containsExactly(Grade.MEDIUM, Grade.URGENT, Grade.URGENT, Grade.URGENT);
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-11 10:40"));
    assertThat(warnings.get(1).eventTime()).isEqualTo(Story.at("03-11 11:10"));
    assertThat(warnings.get(1).reason().zh()).contains("2家机构", "50,000元", "仍在通话");
    assertThat(warnings.get(1).caseId()).isEqualTo(warnings.get(0).caseId());
    assertThat(warnings).extracting(Warning::revision).startsWith(1, 2).isSorted();
    // Told again for each account that the money goes to.
    assertThat(warnings.get(2).advice()).extracting(Advice::account).contains("mule");
    assertThat(warnings.get(3).advice()).extracting(Advice::account).contains("mule", "mule-2");
  }

  @Test
  void theLoansComeAfterTheCall() {
    Story story =
        person()
            .ended("03-11 10:30", null, "service", "phone", Origin.LOCAL, 30)
            .loan("03-11 11:30", "lender-1", "card", 20_000)
            .loan("03-11 12:30", "lender-2", "card", 30_000)
            .pays("03-11 12:45", "card", "mule", 48_000);

    assertThat(warned(story)).extracting(Warning::grade).containsOnly(Grade.URGENT);
  }

  @ParameterizedTest
  @CsvSource({"300, true", "299, false"})
  void theCallLastsFiveMinutes(int seconds, boolean warned) {
    Story story =
        person()
            .endedAfter("03-11 10:30", null, "service", "phone", Origin.LOCAL, seconds)
            .loan("03-11 11:00", "lender-1", "card", 20_000)
            .loan("03-11 11:30", "lender-2", "card", 30_000)
            .pays("03-11 10:40", "card", "stranger", 1_000);

    assertThat(warned(story).stream().anyMatch(w -> w.grade() == Grade.URGENT)).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"13:30, true", "13:31, false"})
  void theLoansComeWithinThreeHours(String second, boolean warned) {
    Story story =
        person()
            .ended("03-11 10:30", null, "service", "phone", Origin.LOCAL, 10)
            .loan("03-11 11:00", "lender-1", "card", 20_000)
            .loan("03-11 " + second, "lender-2", "card", 30_000)
            .pays("03-11 10:40", "card", "stranger", 1_000);

    assertThat(warned(story).stream().anyMatch(w -> w.grade() == Grade.URGENT)).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({
    "LOCAL, 30, URGENT",
    "LOCAL, 29, LOW",
    "FOREIGN, 20, URGENT",
    "FOREIGN, 19, LOW",
    "VOIP, 20, URGENT"
  })
  void beforeAnyPaymentTheLengthOfTheCallSaysWhetherItIsMoreThanBorrowing(
      Origin origin, int minutes, Grade grade) {
    Story story =
        person()
            .ended("03-11 10:30", null, "service", "phone", origin, minutes)
            .loan("03-11 11:00", "lender-1", "card", 20_000)
            .loan("03-11 11:30", "lender-2", "card", 30_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "PERSON, 35000, URGENT",
    "PERSON, 34999, MEDIUM",
    "PERSON, 14999, LOW",
    "COMPANY, 49000, LOW"
  })
  void afterAShortCallPaymentsToPeopleMakeItGraveAndASupplierDoesNot(
      Holder holder, double amount, Grade gravest) {
    Story story =
        person()
            .ended("03-11 10:30", null, "lender's-desk", "phone", Origin.LOCAL, 12)
            .loan("03-11 11:00", "lender-1", "card", 20_000)
            .loan("03-11 11:30", "lender-2", "card", 30_000);
    story.add(story.moving("03-11 11:40", "card", "payee", amount).payeeHolder(holder).build());

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(gravest);
  }

  @ParameterizedTest
  @CsvSource({"1000, URGENT", "999, LOW"})
  void whoPaidAStrangerAfterTheCallAlreadyDoesAsTheyAreTold(double yuan, Grade grade) {
    Story story =
        person()
            .ended("03-11 10:30", null, "service", "phone", Origin.LOCAL, 12)
            .pays("03-11 10:40", "card", "stranger", yuan)
            .loan("03-11 11:00", "lender-1", "card", 20_000)
            .loan("03-11 11:30", "lender-2", "card", 30_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }

  @Test
  void withoutACallTwoLendersAndTheMoneyStraightOutToPeople() {
    Story story =
        person()
            .loan("03-11 10:00", "lender-1", "card", 20_000)
            .loan("03-11 10:30", "lender-2", "card", 30_000)
            .pays("03-11 10:40", "card", "mule-1", 20_000)
            .pays("03-11 10:50", "card", "mule-2", 29_000);

    assertThat(warned(story))
        .extracting(Warning::grade)
        .containsExactly(Grade.LOW, Grade.MEDIUM, Grade.URGENT);
  }

  @ParameterizedTest
  @CsvSource({"lender-2, 13:00, true", "lender-2, 13:01, false", "lender-1, 10:30, false"})
  void withoutACallTwoLendersWithinHoursAreTextedBeforeAnyPayment(
      String lender, String time, boolean texted) {
    Story story =
        person()
            .loan("03-11 10:00", "lender-1", "card", 20_000)
            .loan("03-11 " + time, lender, "card", 30_000);

    List<Warning> warnings = warned(story);

    assertThat(!warnings.isEmpty()).isEqualTo(texted);
    assertThat(warnings).allMatch(w -> w.tier() == Tier.SMS && w.advice().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"19999, LOW", "20000, URGENT"})
  void withoutACallLessThanAFraudTakesIsATextThoughAllOfItGoesOut(double paid, Grade grade) {
    Story story =
        person()
            .loan("03-11 10:00", "lender-1", "card", 10_000)
            .loan("03-11 10:20", "lender-2", "card", 11_000)
            .pays("03-11 10:40", "card", "friend", paid);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(grade);
  }

  @Test
  void withoutACallEachLoanGoesOutBeforeTheNext() {
    Story story =
        person()
            .loan("03-11 10:00", "lender-1", "card", 22_000)
            .pays("03-11 10:10", "card", "mule-1", 21_900)
            .loan("03-11 10:30", "lender-2", "card", 30_000)
            .pays("03-11 10:40", "card", "mule-1", 29_900);

    assertThat(warned(story))
        .extracting(Warning::grade)
        .containsExactly(Grade.MEDIUM, Grade.URGENT);
  }

  @Test
  void theRecordsArriveInAnyOrder() {
    Story story =
        person()
            .started("03-11 10:00", "c", "service", "phone", Origin.DOMESTIC)
            .loan("03-11 10:40", "lender-1", "card", 20_000)
            .loan("03-11 11:10", "lender-2", "card", 30_000)
            .pays("03-11 11:20", "card", "mule", 49_000)
            .ended("03-11 13:00", "c", "service", "phone", Origin.DOMESTIC, 180);
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("V2"))
          .as("seed %d", seed)
          .anyMatch(w -> w.grade() == Grade.URGENT && w.subject().equals("li"));
    }
  }

  // What looks like it and is not.

  @Test
  void aBorrowerWhoPaysTheLandlordAfterAnAgentsCall() {
    Story story =
        person()
            .ended("03-11 10:10", null, "agent", "phone", Origin.LOCAL, 8)
            .loan("03-11 11:00", "bank-loan", "card", 20_000)
            .pays("03-11 11:20", "card", "landlord", 18_000);

    assertThat(new Chain().feed(story.inOrder()).warnings()).allMatch(w -> w.tier() == Tier.SMS);
  }

  @Test
  void consolidationPaysOffACompany() {
    Story story =
        person()
            .loan("03-11 10:00", "lender-1", "card", 20_000)
            .loan("03-11 10:30", "lender-2", "card", 30_000);
    story.add(
        story
            .moving("03-11 10:40", "card", "old-lender", 50_000)
            .payeeHolder(Holder.COMPANY)
            .build());

    assertThat(new Chain().feed(story.inOrder()).warnings()).allMatch(w -> w.tier() == Tier.SMS);
  }

  @Test
  void aVictimWhoPassesLoansOnIsNoMule() {
    Story story =
        person()
            .loan("03-11 10:00", "lender-1", "card", 20_000)
            .pays("03-11 10:05", "card", "mule-1", 20_000, 10)
            .loan("03-11 10:30", "lender-2", "card", 30_000)
            .pays("03-11 10:35", "card", "mule-1", 30_000, 10);

    assertThat(new Chain().feed(story.inOrder()).warnings("B2")).isEmpty();
  }
}
