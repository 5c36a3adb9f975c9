package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V6Story.anna;
import static org.tocsin.detection.V6Story.warned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V6: "a friend" wants money sent, once and at once. */
class V6PersonTest {

  @Test
  void askedAt1007PaidAt1011() {
    Story story =
        anna()
            .endedAfter("03-11 10:07", null, "chief", "phone", Origin.LOCAL, 150)
            .pays("03-11 10:11", "card", "stranger", 40_000, 10_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.URGENT);
    Warning warning = warnings.get(0);
    assertThat(warning.eventTime()).isEqualTo(Story.at("03-11 10:11"));
    assertThat(warning.person()).isEqualTo("anna");
    assertThat(warning.amountAtRiskMinor()).isEqualTo(5_000_000);
    assertThat(warning.reason().zh()).contains("40,000元", "占余额80%", "6,666元", "接到陌生号码来电");
    assertThat(warning.reason().en())
        .contains("¥40,000", "80% of the balance", "of 10 payments known in 90 d", "¥6,666");
    assertThat(warning.evidence()).hasSize(2);
    assertThat(warning.advice())
        .extracting(Advice::kind)
        .contains(Advice.Kind.STOP_PAYMENT, Advice.Kind.DELAY_PAYMENT);
  }

  @Test
  void theAnnouncementIsEnough() {
    Story story = anna();
    story.add(
        story
            .moving("03-11 10:11", "card", "stranger", 40_000)
            .payerBalanceMinor(1_000_000L)
            .result(Transaction.Result.PENDING)
            .build());
    String announced = story.last().eventId();
    story.add(
        story
            .moving("03-11 10:13", "card", "stranger", 40_000)
            .payerBalanceMinor(1_000_000L)
            .ofEventId(announced)
            .build());

    List<Warning> warnings = warned(story);

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).detectedAt()).isEqualTo(Story.at("03-11 10:11"));
    assertThat(warnings.get(0).advice().get(0).kind()).isEqualTo(Advice.Kind.DELAY_PAYMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "20_000.00, 40_000, LOW",
    "19_999.99, 40_000, ",
    "30_000, 70_000, LOW",
    "30_000, 70_001, ",
    "40_000, 10_001, LOW",
    "40_000, 10_000, MEDIUM"
  })
  void theShareOfTheBalanceSaysHowMuch(String yuan, String left, Grade grade) {
    Story story =
        anna()
            .pays(
                "03-11 10:11",
                "card",
                "stranger",
                Double.parseDouble(yuan.replace("_", "")),
                Double.parseDouble(left.replace("_", "")));

    assertThat(warned(story))
        .extracting(Warning::grade)
        .isEqualTo(grade == null ? List.of() : List.of(grade));
  }

  @ParameterizedTest
  @CsvSource({"10_000, 30_000, true", "10_000, 29_999.99, false", "10_000.01, 30_000, false"})
  void threeTimesWhatIsUsual(String usual, String yuan, boolean warned) {
    Story story =
        anna(9, Double.parseDouble(usual.replace("_", "")))
            .pays(
                "03-11 10:11",
                "card",
                "stranger",
                Double.parseDouble(yuan.replace("_", "")),
                30_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"18, false", "19, true"})
  void oneLargePaymentInTwentyIsNotUsual(int small, boolean warned) {
    Story story = anna(small, 12_000).pays("03-11 10:11", "card", "stranger", 30_000, 30_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"9, false", "10, true"})
  void tenEarlierPaymentsAreKnown(int small, boolean warned) {
    Story story = anna(small, 0).pays("03-11 10:11", "card", "stranger", 30_000, 30_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"30_000, 7_500, true", "29_999, 0, false", "30_000, 7_501, false"})
  void aPersonWithNoPastIsNotInvisible(String yuan, String left, boolean warned) {
    Story story =
        anna(3, 0)
            .pays(
                "03-11 10:11",
                "card",
                "stranger",
                Double.parseDouble(yuan.replace("_", "")),
                Double.parseDouble(left.replace("_", "")));

    assertThat(warned(story))
        .extracting(Warning::grade)
        .isEqualTo(warned ? List.of(Grade.LOW) : List.of());
  }

  @Test
  void theFewPaymentsOfSeveralAccountsCountTogether() {
    Story story = anna(6, 0).owns("01-01 09:00", "anna", "other-card");
    for (int i = 0; i < 5; i++) {
      story.pays("02-%02d 18:00".formatted(1 + i), "other-card", "cafe-" + i, 20, 9_000);
    }
    story.pays("03-11 10:11", "card", "stranger", 30_000, 30_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  @Test
  void whatWasPaidLongAgoIsForgotten() {
    Story story = anna(0, 12_000);
    for (int i = 0; i < 10; i++) {
      story.pays("06-%02d 12:00".formatted(1 + i), "card", "shop-" + i, 80, 60_000);
    }
    story.pays("06-20 10:11", "card", "stranger", 30_000, 30_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  @Test
  void severalPaymentsToOnePayeeInADayAreOne() {
    Story story =
        anna()
            .pays("03-11 23:50", "card", "stranger", 12_000, 38_000)
            .pays("03-12 00:10", "card", "stranger", 12_000, 26_000)
            .pays("03-12 23:50", "card", "stranger", 18_000, 8_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.MEDIUM);
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-12 00:10"));
    assertThat(warnings.get(1).caseId()).isEqualTo(warnings.get(0).caseId());
  }

  /** What came in between went as well: nobody spends 150 % of a balance. */
  @Test
  void noMoreThanAllOfItIsSpent() {
    Story story =
        anna()
            .pays("03-11 10:11", "card", "stranger", 30_000, 0)
            .pays("03-11 10:30", "employer", "card", 15_000)
            .pays("03-11 10:40", "card", "stranger", 15_000, 0);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).reason().en()).contains("100% of the balance");
  }

  @Test
  void whereNoBankSaysTheBalanceTheSumMustBeLarger() {
    assertThat(warned(anna().pays("03-11 10:11", "card", "stranger", 30_000)))
        .extracting(Warning::grade)
        .containsExactly(Grade.LOW);
    assertThat(warned(anna().pays("03-11 10:11", "card", "stranger", 29_999))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10:09, 120, LOCAL, URGENT",
    "10:09, 119, LOCAL, LOW",
    "09:41, 120, LOCAL, URGENT",
    "09:40, 120, LOCAL, LOW",
    "09:40, 120, VOIP, URGENT",
    "08:13, 120, FOREIGN, URGENT",
    "08:12, 120, FOREIGN, LOW"
  })
  void anUnknownCallBefore(String ended, int seconds, Origin from, Grade grade) {
    Story story =
        anna()
            .endedAfter("03-11 " + ended, null, "chief", "phone", from, seconds)
            .pays("03-11 10:11", "card", "stranger", 30_000, 40_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }

  @Test
  void whileStillOnThePhone() {
    Story story =
        anna()
            .started("03-11 10:07", "c", "chief", "phone", Origin.LOCAL)
            .pays("03-11 10:11", "card", "stranger", 30_000, 40_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.URGENT);
  }

  @Test
  void theCallIsReportedAfterwards() {
    Story story = anna().pays("03-11 10:11", "card", "stranger", 30_000, 40_000);
    List<Event> events = new ArrayList<>(story.inOrder());
    events.addAll(
        new Story().endedAfter("03-11 10:12", null, "chief", "phone", Origin.LOCAL, 300).events());

    assertThat(warned(events)).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.URGENT);
  }

  @ParameterizedTest
  @CsvSource({"02-09 10:11, URGENT", "02-09 10:10, LOW"})
  void thePayeesAccountIsYoung(String opened, Grade grade) {
    Story story =
        anna()
            .owns(opened, "runner", "stranger")
            .pays("03-11 10:11", "card", "stranger", 30_000, 40_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }

  @Test
  void thePayeeIsListedAnHourLater() {
    Story story = anna().pays("03-11 10:11", "card", "stranger", 30_000, 40_000);
    story.clue("03-11 11:11", Clue.Kind.LISTED_ACCOUNT, null, "stranger");

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.URGENT);
  }

  /** Payments by other accounts become known late: a listed payee is enough without them. */
  @ParameterizedTest
  @CsvSource({"9, 20_000, true", "0, 20_000, true", "9, 19_999, false"})
  void aListedPayeeMakesUpForAnUnknownPast(int small, String yuan, boolean warned) {
    Story story = anna(small, 0);
    story.clue("03-11 09:00", Clue.Kind.LISTED_ACCOUNT, null, "stranger");
    story.pays(
        "03-11 10:11", "card", "stranger", Double.parseDouble(yuan.replace("_", "")), 30_000);

    assertThat(warned(story))
        .extracting(Warning::grade)
        .isEqualTo(warned ? List.of(Grade.URGENT) : List.of());
  }

  @ParameterizedTest
  @CsvSource({"5_000, 20:00, URGENT", "4_999.99, 20:00, LOW", "5_000, 09:00, LOW"})
  void threeStrangersPayThePayeeThatDay(String yuan, String third, Grade highest) {
    double amount = Double.parseDouble(yuan.replace("_", ""));
    Story story =
        anna()
            .pays("03-11 10:11", "card", "stranger", 30_000, 40_000)
            .pays("03-11 11:00", "card-b", "stranger", amount)
            .pays(
                "03-1" + (third.equals("09:00") ? "4" : "1") + " " + third,
                "card-c",
                "stranger",
                amount);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(highest);
    assertThat(warnings).allMatch(each -> "anna".equals(each.person()));
  }

  @ParameterizedTest
  @CsvSource({"false, LOW", "true, URGENT"})
  void ofWhomNothingIsKnownTheStrangersAloneAreATextAndACallMore(boolean called, Grade highest) {
    Story story = anna(0, 0);
    if (called) {
      story.endedAfter("03-11 10:07", null, "chief", "phone", Origin.LOCAL, 150);
    }
    story
        .pays("03-11 10:11", "card", "stranger", 40_000, 1_000)
        .pays("03-11 11:00", "card-b", "stranger", 6_000)
        .pays("03-11 12:00", "card-c", "stranger", 6_000);

    List<Warning> warnings =
        warned(story).stream().filter(each -> "anna".equals(each.person())).toList();

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(highest);
  }

  @Test
  void theOwnerBecomesKnownLate() {
    Story story = anna().pays("03-11 10:11", "card", "stranger", 40_000, 10_000);
    List<Event> events = new ArrayList<>(story.inOrder());
    Collections.rotate(events, -2);

    List<Warning> warnings = warned(events);

    assertThat(warnings).anyMatch(each -> "anna".equals(each.person()));
  }

  @Test
  void copiesAndOrderChangeNothing() {
    Story past = anna();
    int before = past.events().size();
    Story story =
        past.endedAfter("03-11 10:07", "c", "chief", "phone", Origin.LOCAL, 200)
            .pays("03-11 10:11", "card", "stranger", 20_000, 30_000)
            .pays("03-11 10:20", "card", "stranger", 20_000, 10_000)
            .owns("03-01 09:00", "runner", "stranger");
    for (long seed = 0; seed < 24; seed++) {
      List<Event> events = new ArrayList<>(story.events().subList(0, before));
      List<Event> scam = new ArrayList<>(story.events().subList(before, story.events().size()));
      scam.addAll(List.copyOf(scam));
      Collections.shuffle(scam, new Random(seed));
      events.addAll(scam);

      assertThat(warned(events)).as("seed %d", seed).anyMatch(w -> w.grade() == Grade.URGENT);
    }
  }

  @Test
  void whereNoBankSaysTheBalanceAnUnknownCallIsEnoughForASmallerSum() {
    Story called =
        anna()
            .endedAfter("03-11 10:07", null, "chief", "phone", Origin.LOCAL, 150)
            .pays("03-11 10:11", "card", "stranger", 24_000);
    Story quiet = anna().pays("03-11 10:11", "card", "stranger", 24_000);

    assertThat(warned(called)).extracting(Warning::grade).containsExactly(Grade.LOW);
    assertThat(warned(quiet)).isEmpty();
  }
}
