package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.delayedAt;
import static org.tocsin.detection.FlowAssert.foundInAnyOrder;
import static org.tocsin.detection.FlowAssert.quiet;
import static org.tocsin.detection.FlowAssert.reportedByBothBanks;
import static org.tocsin.detection.FlowAssert.watchedOnceAt;
import static org.tocsin.detection.FlowAssert.whole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Warning;

/** B10: an existing account, ordinary until the day; a small gift, and the money goes on. */
class B10EvasionTest {

  private static final String CHARITY = "8398";

  private static Story person() {
    Story story = new Story().owns("01-01 09:00", "zhao", "card");
    for (int day = 10; day < 28; day++) {
      buys(story, "02-%02d 12:30".formatted(day), 18, "5812");
    }
    return story;
  }

  private static Story buys(Story story, String time, double yuan, String category) {
    return story.add(
        story
            .moving(time, "card", "till-" + category, yuan)
            .kind(Transaction.Kind.MERCHANT_PAYMENT)
            .payeeHolder(Holder.MERCHANT)
            .merchantCategory(category)
            .build());
  }

  private static Story evaded() {
    Story story = person().pays("03-01 10:00", "victim", "card", 12_000);
    return buys(story, "03-01 10:05", 9.9, CHARITY).pays("03-01 10:20", "card", "next", 11_800);
  }

  private static boolean found(Story story) {
    return !whole(story, SignalKind.EVASION).isEmpty();
  }

  @Test
  void isWatchedBeforeTheMoneyLeaves() {
    Warning warning = watchedOnceAt(evaded(), "B10", "03-01 10:05");

    assertThat(warning.reason().zh())
        .isEqualTo("3月1日10:00转入12,000元后先有1笔不超过100元的捐款、理财或还款。可能为跑分账户，请关注其后去向。");
    assertThat(found(evaded())).isTrue();
  }

  @Test
  void theNextSumIsDelayed() {
    delayedAt(evaded().pays("03-01 12:00", "victim-2", "card", 8_000), "B10", "03-01 12:00", 8_000);
  }

  @Test
  void aPurchaseOfAKindNotReportedCountsOnceTheMoneyLeaves() {
    Story story = person().pays("03-01 10:00", "victim", "card", 12_000);
    buys(story, "03-01 10:05", 9.9, null).pays("03-01 10:20", "card", "next", 11_800);

    watchedOnceAt(story, "B10", "03-01 10:20");
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    foundInAnyOrder(evaded(), "B10");
    foundInAnyOrder(reportedByBothBanks(evaded()), "B10");
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 10:30, 100, 11:00, 4000, true",
    "4999, 10:30, 100, 11:00, 4000, false", // below the floor
    "5000, 10:31, 100, 11:00, 4000, false", // the gift too late
    "5000, 10:30, 100.01, 11:00, 4000, false", // no small gift
    "5000, 10:30, 100, 11:01, 4000, false", // too slow
    "5000, 10:30, 100, 11:00, 3999, false", // less than 80 %
  })
  void bothSidesOfEachNumber(
      double in, String coverAt, double cover, String outAt, double out, boolean found) {
    Story story = person().pays("03-01 10:00", "victim", "card", in);
    buys(story, "03-01 " + coverAt, cover, CHARITY).pays("03-01 " + outAt, "card", "next", out);

    assertThat(found(story)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"3, true", "4, false"})
  void atMostThreeOfThem(int covers, boolean found) {
    Story story = person().pays("03-01 10:00", "victim", "card", 9_000);
    for (int i = 0; i < covers; i++) {
      buys(story, "03-01 10:0" + (i + 1), 10, CHARITY);
    }

    assertThat(found(story.pays("03-01 10:20", "card", "next", 8_900))).isEqualTo(found);
  }

  @Test
  void acrossMidnight() {
    Story story = person().pays("02-28 23:50", "victim", "card", 9_000);
    buys(story, "02-28 23:59", 10, CHARITY).pays("03-01 00:20", "card", "next", 8_900);

    assertThat(found(story)).isTrue();
  }

  // What looks like it and is not.

  @Test
  void aShopInBetweenIsALifeAsBefore() {
    Story story = person();
    story.add(
        story.moving("03-01 10:00", "employer", "card", 9_000).payerHolder(Holder.COMPANY).build());
    buys(story, "03-01 10:10", 18, "5812").pays("03-01 10:20", "card", "landlord", 3_000);

    quiet(story);
  }

  @Test
  void wagesThatRepayALoanAndACard() {
    Story story = person();
    story.add(
        story.moving("03-01 10:00", "employer", "card", 9_000).payerHolder(Holder.COMPANY).build());
    buys(story, "03-01 10:10", 90, "6012");
    story.add(
        story.moving("03-01 10:20", "card", "lender", 8_000).payeeHolder(Holder.COMPANY).build());

    quiet(story);
  }
}
