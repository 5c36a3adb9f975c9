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
import org.tocsin.core.event.Transaction;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Warning;

/** B8: by taxi from one jeweller to the next, with strangers' money; Yantai, 18 March. */
class B8GoldRunTest {

  private static Story person() {
    return new Story()
        .owns("01-01 09:00", "zhao", "card")
        .pays("02-20 12:00", "card", "noodles", 18);
  }

  private static Story gold(Story story, String time, String shop, double yuan) {
    return story.add(
        story
            .moving(time, "card", shop, yuan)
            .kind(Transaction.Kind.MERCHANT_PAYMENT)
            .payeeHolder(Holder.MERCHANT)
            .merchantCategory("5944")
            .build());
  }

  private static Story run() {
    Story story = person().pays("03-18 10:00", "victim", "card", 90_000);
    gold(story, "03-18 10:50", "jeweller-1", 28_000);
    gold(story, "03-18 11:40", "jeweller-2", 30_000);
    return gold(story, "03-18 12:30", "jeweller-3", 29_000);
  }

  private static boolean found(Story story) {
    return !whole(story, SignalKind.GOLD_RUN).isEmpty();
  }

  @Test
  void isWatchedFromTheFirstShopOn() {
    Warning warning = watchedOnceAt(run(), "B8", "03-18 10:50");

    assertThat(warning.subject()).isEqualTo("card");
    assertThat(warning.reason().zh())
        .isEqualTo("陌生账户转入90,000元后6小时内在1家金店消费，3月18日10:50起。可能为跑分账户，请关注其后去向。");
    assertThat(found(run())).isTrue();
  }

  @Test
  void theNextSumIsDelayed() {
    Story story = run().pays("03-18 14:00", "victim-2", "card", 50_000);

    assertThat(delayedAt(story, "B8", "03-18 14:00", 50_000).advice())
        .allMatch(advice -> advice.account().equals("card"));
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    foundInAnyOrder(run(), "B8");
    foundInAnyOrder(reportedByBothBanks(run()), "B8");
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 03-18 16:00, 10000, 03-19 16:00, 10000, false", // the second 24 h on, its money is old
    "10000, 03-18 16:00, 10000, 03-18 16:00, 10000, true", // 6 h after the money
    "10000, 03-18 16:01, 10000, 03-18 16:01, 10000, false",
    "9999, 03-18 16:00, 10000, 03-18 16:00, 10000, false", // strangers paid less than half
    "10000, 03-18 16:00, 9999, 03-18 16:00, 10000, false", // too small
  })
  void bothSidesOfEachNumber(
      double in, String firstAt, double first, String secondAt, double second, boolean found) {
    Story story = person().pays("03-18 10:00", "someone", "card", in);
    gold(gold(story, firstAt, "jeweller-1", first), secondAt, "jeweller-2", second);

    assertThat(found(story)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"03-19 11:00, true", "03-19 11:01, false"})
  void shopsOfOneDay(String second, boolean found) {
    Story story = person().pays("03-18 10:00", "someone", "card", 20_000);
    gold(story, "03-18 11:00", "jeweller-1", 15_000).pays("03-19 08:00", "other", "card", 20_000);

    assertThat(found(gold(story, second, "jeweller-2", 15_000))).isEqualTo(found);
  }

  // What looks like it and is not.

  @Test
  void theJewellerIsNeverTheMule() {
    Story story = new Story();
    for (int i = 0; i < 6; i++) {
      story.add(
          story
              .moving("03-18 10:0" + i, "customer-" + i, "jeweller", 20_000)
              .kind(Transaction.Kind.MERCHANT_PAYMENT)
              .payeeHolder(Holder.MERCHANT)
              .merchantCategory("5944")
              .build());
    }
    story.add(
        story
            .moving("03-18 10:20", "jeweller", "goldsmith", 110_000)
            .payerHolder(Holder.MERCHANT)
            .build());

    quiet(story);
  }

  @Test
  void aWeddingFromSavings() {
    Story story = person().pays("03-18 09:00", "cousin", "card", 2_000);
    gold(gold(story, "03-18 10:00", "jeweller-1", 15_000), "03-18 11:00", "jeweller-2", 12_000);

    quiet(story);
  }

  @Test
  void aWeddingPaidByTheParentsIsAtMostWatched() {
    Story story = person().pays("03-18 09:00", "father-in-law", "card", 60_000);
    gold(gold(story, "03-18 10:00", "jeweller-1", 15_000), "03-18 11:00", "jeweller-2", 12_000);

    atMostWatched(story);
  }

  @Test
  void theSameShopTwiceIsOne() {
    Story story = person().pays("03-18 09:00", "someone", "card", 60_000);
    gold(gold(story, "03-18 10:00", "jeweller-1", 15_000), "03-18 11:00", "jeweller-1", 12_000);

    assertThat(found(story)).isFalse();
  }
}
