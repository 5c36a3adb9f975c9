package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V8Story.buyer;
import static org.tocsin.detection.V8Story.buys;
import static org.tocsin.detection.V8Story.chen;
import static org.tocsin.detection.V8Story.own;
import static org.tocsin.detection.V8Story.warned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V8: "your parcel is lost, we pay you back" after something was bought. */
class V8ShopParcelRefundTest {

  @Test
  void theCourierPaysDamages() {
    Story story =
        buyer()
            .ended("03-11 10:06", "c", "courier", "phone", Origin.LOCAL, 6)
            .pays("03-11 10:20", "card", "stranger", 2_000, 8_000)
            .pays("03-11 10:25", "card", "stranger", 4_000, 4_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.MEDIUM);
    Warning last = warnings.get(1);
    assertThat(last.reason().zh()).contains("6,000元", "通话6分钟", "有过购物", "陌生号码来电");
    assertThat(last.reason().en()).contains("¥6,000", "6 min", "first-time payee");
    assertThat(last.eventTime()).isEqualTo(Story.at("03-11 10:25"));
    assertThat(last.caseId()).isEqualTo(warnings.get(0).caseId());
    assertThat(last.amountAtRiskMinor()).isEqualTo(1_000_000);
    assertThat(last.person()).isEqualTo("chen");
  }

  @ParameterizedTest
  @CsvSource({"1_000, LOW", "999.99, ", "4_999.99, LOW", "5_000, MEDIUM"})
  void theSumSaysHowMuch(String yuan, Grade grade) {
    Story story =
        buyer()
            .ended("03-11 10:06", "c", "courier", "phone", Origin.VOIP, 6)
            .pays("03-11 10:20", "card", "stranger", Double.parseDouble(yuan.replace("_", "")));

    assertThat(warned(story))
        .extracting(Warning::grade)
        .isEqualTo(grade == null ? List.of() : List.of(grade));
  }

  @ParameterizedTest
  @CsvSource({"180, 10:36, true", "179, 10:36, false", "180, 10:37, false", "180, 10:05, true"})
  void threeMinutesAndWithinHalfAnHour(int seconds, String paid, boolean warned) {
    Story story =
        buyer()
            .endedAfter("03-11 10:06", "c", "courier", "phone", Origin.LOCAL, seconds)
            .pays("03-11 " + paid, "card", "stranger", 2_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @Test
  void whileStillOnThePhone() {
    Story story =
        buyer()
            .started("03-11 23:58", "c", "courier", "phone", Origin.LOCAL)
            .pays("03-12 00:02", "card", "stranger", 6_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
    assertThat(warned(story).get(0).reason().zh()).contains("仍在通话");
  }

  /** Its end may never have been reported: that somebody is still speaking would be a guess. */
  @Test
  void hoursAfterACallWithoutAnEndNobodyIsSaidToBeStillSpeaking() {
    Story story =
        buyer()
            .started("03-11 10:00", "c", "courier", "phone", Origin.LOCAL)
            .pays("03-11 19:50", "card", "refund", 60_000, 0);

    assertThat(warned(story))
        .allSatisfy(
            warning -> {
              assertThat(warning.reason().zh()).contains("未报告挂断").doesNotContain("仍在通话");
              assertThat(warning.reason().en()).contains("no end of it reported");
            });
    assertThat(warned(story)).isNotEmpty();
  }

  @Test
  void paidInTheFirstMinutesOfACallThatGoesOn() {
    Story story =
        buyer()
            .started("03-11 10:00", "c", "courier", "phone", Origin.LOCAL)
            .pays("03-11 10:02", "card", "stranger", 2_000)
            .ended("03-11 10:08", "c", "courier", "phone", Origin.LOCAL, 8);

    List<Warning> warnings = warned(story);

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).detectedAt()).isEqualTo(Story.at("03-11 10:08"));
  }

  @ParameterizedTest
  @CsvSource({"03-04 10:00, LOW, MEDIUM", "03-04 09:59, , LOW"})
  void boughtWithinSevenDaysBefore(String bought, Grade small, Grade large) {
    for (int i = 0; i < 2; i++) {
      Grade expected = i == 0 ? small : large;
      Story story =
          buys(chen(), bought)
              .ended("03-11 10:06", "c", "courier", "phone", Origin.VOIP, 6)
              .pays("03-11 10:20", "card", "stranger", i == 0 ? 2_000 : 6_000);

      assertThat(warned(story))
          .extracting(Warning::grade)
          .isEqualTo(expected == null ? List.of() : List.of(expected));
    }
  }

  @Test
  void boughtWithAnotherCard() {
    Story story = chen().owns("01-01 09:00", "chen", "wallet");
    story.add(
        story
            .moving("03-08 20:00", "wallet", "shop", 129)
            .kind(Transaction.Kind.MERCHANT_PAYMENT)
            .payeeHolder(Holder.MERCHANT)
            .build());
    story
        .pays("03-09 12:00", "wallet", "canteen", 20)
        .ended("03-11 10:06", "c", "courier", "phone", Origin.LOCAL, 6)
        .pays("03-11 10:20", "card", "stranger", 2_000);

    assertThat(warned(story)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"10:36, 100, 1", "10:37, 100, 0", "10:36, 99.99, 0"})
  void twoPaymentsFail(String second, double yuan, int warnings) {
    Story story = buyer().ended("03-11 10:06", "c", "courier", "phone", Origin.LOCAL, 6);
    story.declined("03-11 10:15", "card", "stranger", 3_000);
    story.declined("03-11 " + second, "card", "stranger-2", yuan);

    List<Warning> told = warned(story);

    assertThat(told).hasSize(warnings);
    assertThat(told).allMatch(each -> each.reason().zh().contains("2笔付款被拒"));
    assertThat(told).allMatch(each -> each.grade() == Grade.LOW);
  }

  @Test
  void anAnnouncedPaymentThatIsDeclinedFails() {
    Story story = buyer().ended("03-11 10:06", "c", "courier", "phone", Origin.LOCAL, 6);
    for (String minute : List.of("10:15", "10:18")) {
      story.add(
          story
              .moving("03-11 " + minute, "card", "stranger", 800)
              .result(Transaction.Result.PENDING)
              .build());
      String announced = story.last().eventId();
      story.add(
          story
              .moving("03-11 " + minute + ":20", "card", "stranger", 800)
              .result(Transaction.Result.DECLINED)
              .ofEventId(announced)
              .build());
    }

    assertThat(warned(story)).hasSize(1);
  }

  @Test
  void gatheredFromTwoOwnAccountsAndOut() {
    Story story = chen();
    own(story, "03-11 10:00", "savings", "card", 3_000);
    own(story, "03-11 10:10", "old-card", "card", 4_000);
    story.pays("03-11 10:30", "card", "stranger", 6_900, 100);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.LOW);
    assertThat(warnings.get(0).reason().zh()).contains("2个本人账户", "7,000元", "6,900元");
  }

  @ParameterizedTest
  @CsvSource({"6_000, 11:00, MEDIUM", "4_999, 11:00, LOW", "6_000, 11:01, "})
  void intoAnOwnNewAccountAndOut(String yuan, String paid, Grade grade) {
    double amount = Double.parseDouble(yuan.replace("_", ""));
    Story story = chen().owns("03-10 09:00", "chen", "new-card");
    own(story, "03-11 10:00", "card", "new-card", 6_000);
    story.pays("03-11 " + paid, "new-card", "stranger", amount, 6_000 - amount);

    assertThat(warned(story))
        .extracting(Warning::grade)
        .isEqualTo(grade == null ? List.of() : List.of(grade));
  }

  @Test
  void noRecordNamesThePersonButTheOpenings() {
    Story story = chen().owns("03-10 09:00", "chen", "new-card");
    story
        .pays("03-11 10:00", "card", "new-card", 6_000)
        .pays("03-11 10:30", "new-card", "stranger", 5_900, 100);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
  }

  @Test
  void itBecomesV2WhenLoansAppear() {
    Story story =
        buyer()
            .ended("03-11 10:06", "c", "service", "phone", Origin.LOCAL, 6)
            .pays("03-11 10:20", "card", "stranger", 6_000)
            .loan("03-11 10:40", "lender-1", "card", 20_000)
            .loan("03-11 11:00", "lender-2", "card", 20_000);

    List<Warning> all = new Chain().feed(story.inOrder()).warnings();

    assertThat(all).extracting(Warning::pattern).startsWith("V8").endsWith("V2");
    assertThat(all).extracting(Warning::caseId).containsOnly(all.get(0).caseId());
    assertThat(all.get(all.size() - 1).grade()).isEqualTo(Grade.URGENT);
  }

  @Test
  void copiesAndOrderChangeNothing() {
    Story story =
        buyer()
            .started("03-11 10:00", "c", "courier", "phone", Origin.LOCAL)
            .ended("03-11 10:06", "c", "courier", "phone", Origin.LOCAL, 6)
            .pays("03-11 10:20", "card", "stranger", 4_000)
            .pays("03-11 10:25", "card", "stranger-2", 2_000);
    for (long seed = 0; seed < 24; seed++) {
      List<Event> events = new ArrayList<>(story.events());
      events.addAll(story.events());
      Collections.shuffle(events.subList(3, events.size()), new Random(seed));

      assertThat(new Chain().feed(events).warnings("V8"))
          .as("seed %d", seed)
          .anyMatch(w -> w.grade() == Grade.MEDIUM && "chen".equals(w.person()));
    }
  }

  @Test
  void theOwnersOfPhoneAndCardComeLast() {
    Story story =
        buyer()
            .ended("03-11 10:06", "c", "courier", "phone", Origin.VOIP, 6)
            .pays("03-11 10:20", "card", "stranger", 6_000);
    List<Event> events = new ArrayList<>(story.inOrder());
    Collections.rotate(events, -2);

    assertThat(new Chain().feed(events).warnings("V8"))
        .extracting(Warning::grade)
        .contains(Grade.MEDIUM);
  }

  @Test
  void gatheredInAnOwnNewAccountAndSentOnInParts() {
    Story story = chen().owns("03-10 09:00", "chen", "new-card");
    own(story, "03-11 10:00", "card", "new-card", 18_000);
    story
        .pays("03-11 10:10", "new-card", "stranger", 6_000, 12_000)
        .pays("03-11 10:20", "new-card", "stranger", 6_000, 6_000)
        .pays("03-11 10:30", "new-card", "stranger", 6_000, 0);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.MEDIUM);
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-11 10:10"));
  }
}
