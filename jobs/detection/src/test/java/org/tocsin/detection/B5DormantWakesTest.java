package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.atMostWatched;
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
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Warning;

/** B5: a card that slept for half a year passes money on. */
class B5DormantWakesTest {

  private static Story slept() {
    return new Story().owns("01-01 09:00", "zhao", "card").pays("01-02 12:00", "card", "shop", 30);
  }

  private static Story woken() {
    return slept()
        .pays("07-10 10:00", "victim", "card", 8_000)
        .pays("07-10 10:30", "card", "next", 4_000)
        .pays("07-10 10:50", "card", "last", 3_900);
  }

  private static boolean found(Story story) {
    return !whole(story, SignalKind.WOKEN).isEmpty();
  }

  @Test
  void isWatchedWhenAStrangersMoneyComes() {
    Warning warning = watchedOnceAt(woken(), "B5", "07-10 10:00");

    assertThat(warning.reason().zh()).isEqualTo("188天无交易的账户于7月10日10:00转入8,000元。可能为跑分账户，请关注其后去向。");
    assertThat(found(woken())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "999, false"})
  void aSmallSumIsToldBeforeItLeavesInOnePayment(double amount, boolean watched) {
    Story story =
        slept()
            .pays("07-10 10:00", "victim", "card", amount)
            .pays("07-10 11:00", "card", "next", amount * 0.9);

    if (watched) {
      watchedOnceAt(story, "B5", "07-10 10:00");
    } else {
      assertThat(found(story)).isFalse();
    }
  }

  @Test
  void anAcquaintancesSumIsToldOnceItIsPassedOn() {
    Story story =
        slept()
            .pays("01-02 10:00", "card", "victim", 5)
            .pays("07-10 10:00", "victim", "card", 1_000)
            .pays("07-10 11:00", "card", "x", 800);

    Warning warning = watchedOnceAt(story, "B5", "07-10 11:00");

    assertThat(warning.reason().en())
        .isEqualTo(
            "To an account without movement for 188 days ¥1,000 came at 10 Jul 10:00, and ¥800 was"
                + " passed on within 60 min. Looks like a mule account.");
  }

  @Test
  void theNextSumIsDelayed() {
    delayedAt(woken().pays("07-10 15:00", "victim-2", "card", 9_000), "B5", "07-10 15:00", 9_000);
  }

  @Test
  void aTestMayWakeIt() {
    Story story =
        slept()
            .pays("07-10 08:00", "tester", "card", 1)
            .pays("07-10 10:00", "victim", "card", 8_000)
            .pays("07-10 10:30", "card", "next", 7_900);

    assertThat(found(story)).isTrue();
    foundInAnyOrder(story, "B5");
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    foundInAnyOrder(woken(), "B5");
    foundInAnyOrder(reportedByBothBanks(woken()), "B5");
  }

  @ParameterizedTest
  @CsvSource({
    "07-01 12:00, 1000, 13:00, 800, true", // 180 d to the minute
    "07-01 11:59, 1000, 12:30, 800, false",
    "07-01 12:00, 999, 13:00, 800, false", // below the floor
    "07-01 12:00, 1000, 13:01, 800, false", // too slow
    "07-01 12:00, 1000, 13:00, 799, false", // less than 80 %
  })
  void bothSidesOfEachNumber(String at, double in, String outAt, double out, boolean found) {
    Story story = new Story().pays("01-02 12:00", "card", "shop", 30);
    story.pays(at, "victim", "card", in).pays("07-01 " + outAt, "card", "next", out);

    assertThat(found(story)).isEqualTo(found);
  }

  @Test
  void acrossMidnight() {
    Story story = slept().pays("07-10 23:40", "victim", "card", 6_000);
    assertThat(found(story.pays("07-11 00:20", "card", "next", 5_900))).isTrue();
  }

  // What looks like it and is not.

  @Test
  void neverSeenIsNotDormant() {
    Story story = new Story().owns("01-01 09:00", "zhao", "card");
    quiet(story.pays("07-10 10:00", "a", "card", 8_000).pays("07-10 10:30", "card", "b", 7_900));
  }

  @Test
  void anOldCardForWages() {
    Story story = slept();
    story.add(
        story.moving("07-10 10:00", "employer", "card", 8_000).payerHolder(Holder.COMPANY).build());
    story.pays("07-10 10:30", "card", "noodles", 20).pays("07-10 19:00", "card", "landlord", 3_000);

    quiet(story);
  }

  @Test
  void savingsMovedToAnOldCardAndOn() {
    Story story = slept().owns("01-01 09:00", "zhao", "savings");
    quiet(
        story
            .pays("07-10 10:00", "savings", "card", 50_000)
            .pays("07-10 10:30", "card", "contractor", 49_000));
  }

  private static Story schoolFees(double yuan) {
    Story story = slept().pays("07-10 10:00", "grandmother", "card", yuan);
    return story.add(
        story.moving("07-10 10:20", "card", "school", yuan).payeeHolder(Holder.COMPANY).build());
  }

  @Test
  void schoolFeesFromGrandmother() {
    quiet(schoolFees(999));
    atMostWatched(schoolFees(2_900));
    atMostWatched(schoolFees(12_000));
  }

  @Test
  void aCarSoldThroughAnOldCardIsAtMostWatched() {
    Story story = slept().pays("07-10 10:00", "buyer", "card", 60_000);
    story.pays("07-10 10:30", "card", "wife", 58_000);

    atMostWatched(story);
  }
}
