package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.atMostWatched;
import static org.tocsin.detection.FlowAssert.delayedAt;
import static org.tocsin.detection.FlowAssert.foundInAnyOrder;
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
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Warning;

/** B1: a card is opened, tried with small change, and then used. */
class B1TestBurstTest {

  private static Story opened() {
    return new Story().owns("03-01 09:00", "zhao", "card");
  }

  private static Story tested() {
    return opened()
        .pays("03-03 10:00", "tester", "card", 50)
        .pays("03-03 10:20", "card", "tester-2", 48, 2);
  }

  private static Story burst() {
    return tested()
        .pays("03-04 14:00", "victim", "card", 20_000)
        .pays("03-04 14:08", "card", "next", 12_000, 8_002)
        .pays("03-04 14:15", "card", "last", 7_000, 1_002);
  }

  private static List<Signal> whole(Story story) {
    return FlowAssert.whole(story, SignalKind.TEST_BURST);
  }

  @Test
  void isWatchedBeforeTheFirstOfItLeaves() {
    Warning warning = watchedOnceAt(burst(), "B1", "03-04 14:00");

    assertThat(warning.subject()).isEqualTo("card");
    assertThat(warning.person()).isEqualTo("zhao");
    assertThat(warning.evidence()).hasSize(3);
    assertThat(warning.reason().zh())
        .isEqualTo("新开账户先有1次不超过100元的小额试转，3月4日14:00转入20,000元。可能为跑分账户，请关注其后去向。");
    assertThat(warning.reason().en())
        .isEqualTo(
            "A new account was tried with 1 payment of at most ¥100 to and fro, then ¥20,000 came"
                + " in at 4 Mar 14:00. May be a mule account: watch where it goes.");
  }

  @Test
  void theNextSumIsDelayed() {
    Story story = burst().pays("03-04 16:00", "victim-2", "card", 9_000);

    Warning delayed = delayedAt(story, "B1", "03-04 16:00", 9_000);

    assertThat(delayed.reason().zh())
        .isEqualTo(
            "新开账户先有1次不超过100元的小额试转，3月4日14:00转入20,000元，30分钟内转出19,000元；"
                + "3月4日16:00又有陌生账户转入9,000元，资金仍在账上。疑似跑分账户。");
    assertThat(delayed.advice().get(0).reasonCode()).isEqualTo("B1_MONEY_LEFT");
  }

  @Test
  void anAnnouncedExitCompletesIt() {
    Story story = opened().pays("03-03 10:00", "tester", "card", 50);
    story.pays("03-03 10:20", "card", "shop-owner", 48).pays("03-04 14:00", "old", "card", 9_000);
    story.add(
        story
            .moving("03-04 14:08", "card", "next", 8_500)
            .result(Transaction.Result.PENDING)
            .build());

    assertThat(whole(story)).hasSize(1).allMatch(s -> s.has(Trait.PENDING));
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    foundInAnyOrder(burst(), "B1");
    foundInAnyOrder(reportedByBothBanks(burst()), "B1");
  }

  @Test
  void bothBanksReportsAreOneFlow() {
    assertThat(whole(reportedByBothBanks(burst())).get(0).amountMinor()).isEqualTo(2_000_000);
    watchedOnceAt(reportedByBothBanks(burst()), "B1", "03-04 14:00");
  }

  @ParameterizedTest
  @CsvSource({
    // opened, test, in at, in yuan, out at, out yuan
    "03-01 00:00, 50, 03-04 14:00, 5000, 14:30, 4500, true",
    "03-01 00:00, 50, 03-04 14:00, 4999, 14:30, 4500, false", // below the floor
    "03-01 00:00, 50, 03-04 14:00, 5000, 14:31, 4500, false", // too slow
    "03-01 00:00, 50, 03-04 14:00, 5000, 14:30, 4499, false", // less than 90 %
    "03-01 00:00, 100, 03-04 14:00, 5000, 14:30, 4500, true",
    "03-01 00:00, 101, 03-04 14:00, 5000, 14:30, 4500, false", // no small change
    "03-01 00:00, 50, 03-06 10:00, 5000, 10:30, 4500, true", // 72 h after the first test
    "03-01 00:00, 50, 03-06 10:21, 5000, 10:30, 4500, false", // after the last as well
    "02-01 10:20, 50, 03-04 14:00, 5000, 14:30, 4500, true", // tests 30 d after the opening
    "02-01 09:59, 50, 03-04 14:00, 5000, 14:30, 4500, false",
  })
  void bothSidesOfEachNumber(
      String opened, double test, String at, double in, String out, double left, boolean found) {
    Story story =
        new Story()
            .owns(opened, "zhao", "card")
            .pays("03-03 10:00", "tester", "card", test)
            .pays("03-03 10:00:30", "card", "tester-2", test)
            .pays(at, "victim", "card", in)
            .pays(at.substring(0, 6) + out, "card", "next", left);

    assertThat(!whole(story).isEmpty()).isEqualTo(found);
  }

  @Test
  void acrossMidnightAndTheMonthsEnd() {
    Story story =
        new Story()
            .owns("02-27 23:50", "zhao", "card")
            .pays("02-28 23:58", "tester", "card", 1)
            .pays("03-01 00:01", "card", "tester", 1)
            .pays("03-01 23:50", "victim", "card", 30_000)
            .pays("03-02 00:15", "card", "next", 29_500);

    watchedOnceAt(story, "B1", "03-01 23:50");
    assertThat(whole(story)).hasSize(1);
  }

  @Test
  void whatIsTakenBackWasNone() {
    Story story = tested();
    story.add(story.moving("03-04 14:00", "victim", "card", 20_000).eventId("in").build());
    story.add(
        story
            .moving("03-04 14:02", "victim", "card", 20_000)
            .ofEventId("in")
            .result(Transaction.Result.REVERSED)
            .build());
    story.pays("03-04 16:00", "friend", "card", 6_000, 7_000);
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.signals().stream().filter(s -> s.has(Trait.REVERSED)))
        .anyMatch(s -> s.kind() == SignalKind.TEST_BURST);
  }

  // What looks like it and is not.

  @Test
  void aStudentsNewCard() {
    Story story = opened();
    for (int day = 2; day <= 5; day++) {
      story.pays("03-0" + day + " 12:00", "card", "canteen-" + day, 12);
      story.pays("03-0" + day + " 18:00", "card", "room-mate", 30);
    }
    story
        .pays("03-05 19:00", "room-mate", "card", 20)
        .pays("03-05 20:00", "father", "card", 8_000)
        .pays("03-05 20:20", "card", "dormitory", 7_500);

    quiet(story);
  }

  @Test
  void aCardForEverydayShoppingIsNotTestedByIt() {
    Story story = opened().pays("03-03 10:00", "friend", "card", 50);
    story.add(
        story
            .moving("03-03 12:00", "card", "cafe", 20)
            .payeeHolder(Holder.MERCHANT)
            .merchantCategory("5814")
            .kind(Transaction.Kind.MERCHANT_PAYMENT)
            .build());
    story.pays("03-04 14:00", "mother", "card", 20_000);

    quiet(story);
  }

  @Test
  void wagesOnANewCardGoToOnesOwnOther() {
    Story story = tested().owns("01-01 09:00", "zhao", "savings");
    story.add(
        story.moving("03-04 14:00", "employer", "card", 9_000).payerHolder(Holder.COMPANY).build());
    story.pays("03-04 14:08", "card", "savings", 8_900, 102);

    quiet(story);
  }

  @Test
  void ownMoneyTriedAndMoved() {
    Story story =
        new Story().owns("01-01 09:00", "zhao", "old").owns("03-01 09:00", "zhao", "card");
    story
        .pays("03-03 10:00", "old", "card", 1)
        .pays("03-03 10:20", "card", "old", 1)
        .pays("03-04 14:00", "old", "card", 50_000)
        .pays("03-04 14:08", "card", "landlord", 48_000);

    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings("B1")).isEmpty();
    assertThat(chain.held()).extracting(Finding.Held::reason).contains(Finding.Reason.OWN_ACCOUNT);
  }

  @Test
  void aFlatPaidThroughANewCard() {
    Story story = tested();
    story.add(
        story
            .moving("03-04 14:00", "bank-loan", "card", 900_000)
            .payerHolder(Holder.COMPANY)
            .build());
    story.add(
        story
            .moving("03-04 14:10", "card", "developer", 900_000)
            .payeeHolder(Holder.COMPANY)
            .build());

    quiet(story);
  }

  @Test
  void aCarSoldThroughANewCardIsAtMostWatched() {
    Story story =
        tested()
            .pays("03-04 14:00", "buyer", "card", 80_000)
            .pays("03-04 14:20", "card", "wife", 78_000, 2_002);
    story.add(
        story.moving("03-04 18:00", "employer", "card", 9_000).payerHolder(Holder.COMPANY).build());

    atMostWatched(story);
  }
}
