package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.atMostWatched;
import static org.tocsin.detection.FlowAssert.delayedAt;
import static org.tocsin.detection.FlowAssert.foundInAnyOrder;
import static org.tocsin.detection.FlowAssert.leads;
import static org.tocsin.detection.FlowAssert.quiet;
import static org.tocsin.detection.FlowAssert.reportedByBothBanks;
import static org.tocsin.detection.FlowAssert.watchedOnceAt;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Warning;

/** B3: strangers pay in from everywhere, and one or two are paid. */
class B3ManyToFewTest {

  /** An account years old and ordinary until the day, as in Jiayuguan. */
  private static Story person() {
    Story story = new Story().owns("01-01 09:00", "zhao", "card");
    for (int day = 10; day < 28; day++) {
      story.pays("02-%02d 12:30".formatted(day), "card", "noodles", 18);
    }
    return story.pays("02-15 09:00", "employer", "card", 6_000);
  }

  private static Story gathered(Story story, String day, int payers, double yuan) {
    for (int i = 0; i < payers; i++) {
      story.pays(day + " 10:%02d".formatted(i * 5), "payer-" + day + i, "card", yuan);
    }
    return story;
  }

  private static Story passed() {
    return gathered(person(), "03-01", 6, 2_500)
        .pays("03-01 10:40", "card", "next", 9_000, 6_000)
        .pays("03-01 10:50", "card", "last", 5_500, 500);
  }

  private static List<Signal> whole(Story story) {
    return FlowAssert.whole(story, SignalKind.MANY_TO_FEW);
  }

  @Test
  void isWatchedFromTheFifthPayerOn() {
    Warning warning = watchedOnceAt(passed(), "B3", "03-01 10:20");

    assertThat(warning.subject()).isEqualTo("card");
    assertThat(warning.reason().zh()).isEqualTo("3月1日10:00起2小时内5个陌生账户转入共12,500元。可能为跑分账户，请关注其后去向。");
    assertThat(whole(passed())).hasSize(1).allMatch(s -> s.count() == 6);
  }

  @Test
  void smallerPaymentsAreToldOnceTheyArePassedOn() {
    Story story =
        gathered(person(), "03-01", 12, 600).pays("03-01 11:10", "card", "next", 7_000, 200);

    Warning warning = watchedOnceAt(story, "B3", "03-01 11:10");

    assertThat(warning.reason().en())
        .isEqualTo(
            "From 1 Mar 10:00 on 12 accounts not known before paid in ¥7,200 within 2 h, and"
                + " ¥7,000 went on to at most 2 payees. Looks like a mule account.");
  }

  /** A B row with money still on the account is called (mules.md). */
  @ParameterizedTest
  @CsvSource({"43_000, 5_000", "42_990, 5_010"})
  void whatIsLeftOfItIsDelayed(double out, double left) {
    Story story =
        gathered(person(), "03-01", 6, 8_000).pays("03-01 10:40", "card", "next", out, left);

    Warning warning = delayedAt(story, "B3", "03-01 10:40", left);

    assertThat(warning.reason().zh()).contains("元在账上");
  }

  @Test
  void littleThatIsLeftIsWatchedOnly() {
    Story story =
        gathered(person(), "03-01", 6, 8_000).pays("03-01 10:40", "card", "next", 43_010, 4_990);

    assertThat(FlowAssert.leads(story)).allMatch(Warning::watchOnly);
  }

  @Test
  void furtherMoneyIsDelayed() {
    delayedAt(
        passed().pays("03-01 12:00", "payer-late", "card", 5_000), "B3", "03-01 12:00", 5_000);
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    foundInAnyOrder(passed(), "B3");
    foundInAnyOrder(reportedByBothBanks(passed()), "B3");
  }

  @Test
  void bothBanksReportsAreOneFlow() {
    assertThat(whole(reportedByBothBanks(passed())).get(0).amountMinor()).isEqualTo(1_500_000);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1000, 12:00, 12:30, 4000, true",
    "4, 1300, 12:00, 12:30, 5000, false", // too few
    "5, 1000, 12:01, 12:30, 4000, false", // the fifth came too late
    "5, 1000, 12:00, 12:31, 4000, false", // too slow
    "5, 1000, 12:00, 12:30, 3999, false", // less than 80 %
    "5, 999.99, 12:00, 12:30, 4500, false", // together below the floor
    "26, 199.99, 12:00, 12:30, 5199, false", // small payments
    "25, 200, 12:00, 12:30, 5000, true",
  })
  void bothSidesOfEachNumber(
      int payers, double yuan, String lastAt, String outAt, double out, boolean found) {
    Story story = person();
    for (int i = 0; i < payers - 1; i++) {
      story.pays("03-01 10:%02d".formatted(i), "payer-" + i, "card", yuan);
    }
    story.pays("03-01 " + lastAt, "payer-last", "card", yuan);
    story.pays("03-01 " + outAt, "card", "next", out);

    assertThat(!whole(story).isEmpty()).isEqualTo(found);
  }

  @Test
  void threePayeesAreNotTwo() {
    Story story = gathered(person(), "03-01", 6, 900);
    for (int i = 0; i < 3; i++) {
      story.pays("03-01 10:3" + i, "card", "next-" + i, 1_700);
    }

    assertThat(whole(story)).isEmpty();
  }

  @Test
  void acrossMidnight() {
    Story story = person();
    for (int i = 0; i < 6; i++) {
      story.pays("02-28 23:5" + i, "payer-" + i, "card", 3_000);
    }
    story.pays("03-01 00:20", "card", "next", 17_900, 100);

    watchedOnceAt(story, "B3", "02-28 23:54");
    assertThat(whole(story)).hasSize(1);
  }

  // What looks like it and is not.

  @Test
  void aGroupBuyIsManySmallPayments() {
    Story story = gathered(person(), "03-01", 11, 68);
    quiet(story.pays("03-01 11:10", "card", "farmer", 700));
  }

  @Test
  void aDearGroupBuyIsAtMostWatched() {
    Story story = gathered(person(), "03-01", 11, 500);
    story
        .pays("03-01 11:10", "card", "farmer", 5_000)
        .pays("03-01 14:00", "neighbour", "card", 500);

    atMostWatched(story);
  }

  @Test
  void tenantsHavePaidBefore() {
    Story story = person();
    for (String day : List.of("01-25", "02-25")) {
      for (int i = 0; i < 6; i++) {
        story.pays(day + " 10:0" + i, "tenant-" + i, "card", 2_500);
      }
    }
    Story second = new Story();
    story.events().forEach(second::add);
    second.pays("02-25 10:20", "card", "owner-of-the-house", 14_000);

    assertThat(leads(second)).noneMatch(w -> w.eventTime() >= Story.at("02-25 00:00"));
  }

  @Test
  void aFamilyPoolingForAHousePaysADeveloper() {
    Story story = gathered(person(), "03-01", 6, 900);
    story.add(
        story
            .moving("03-01 10:40", "card", "developer", 5_400)
            .payeeHolder(Holder.COMPANY)
            .build());

    quiet(story);
  }

  @Test
  void aJewellersTakingsAreNoMules() {
    Story story = person();
    for (int i = 0; i < 8; i++) {
      story.add(
          story
              .moving("03-01 10:0" + i, "customer-" + i, "card", 8_000)
              .kind(Transaction.Kind.MERCHANT_PAYMENT)
              .merchantCategory("5944")
              .payeeHolder(Holder.MERCHANT)
              .payerAccount("customer-" + i)
              .build());
    }
    story.pays("03-01 10:40", "card", "goldsmith", 60_000);

    quiet(story);
  }

  @Test
  void takingsThatGoToTheOwnersOtherCard() {
    Story story = gathered(person(), "03-01", 6, 900).owns("01-01 09:00", "zhao", "savings");
    quiet(story.pays("03-01 10:40", "card", "savings", 5_400, 0));
  }

  @Test
  void theSameOnThreeEarlierDaysIsTheAccountsOwnPast() {
    Story story = person();
    for (int day = 1; day <= 4; day++) {
      gathered(story, "03-0" + day, 6, 900)
          .pays("03-0" + day + " 10:40", "card", "wholesaler-" + day, 5_300);
    }
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings("B3")).hasSize(1).allMatch(Warning::watchOnly);
    assertThat(chain.held())
        .filteredOn(h -> h.reason() == Finding.Reason.HABIT)
        .hasSize(1)
        .allMatch(h -> h.pattern().equals("B3") && h.eventTime() >= Story.at("03-04 00:00"));
  }

  @Test
  void twoEarlierDaysAreNoHabit() {
    Story story = person();
    for (String day : List.of("02-05", "02-06", "03-06")) {
      gathered(story, day, 6, 900).pays(day + " 10:40", "card", "wholesaler-" + day, 5_300);
    }
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.held()).noneMatch(h -> h.reason() == Finding.Reason.HABIT);
    assertThat(chain.warnings("B3")).hasSize(2);
  }
}
