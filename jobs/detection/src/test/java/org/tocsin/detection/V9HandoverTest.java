package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.isAboveSms;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.Transaction.Kind;
import org.tocsin.core.event.Transaction.Result;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** V9: gold and cash, trip after trip, for couriers who collect it. */
class V9HandoverTest {

  private static Story person() {
    return new Story()
        .owns("01-01 09:00", "mei", "card")
        .owns("01-01 09:00", "mei", "savings")
        .hasPhone("01-01 09:00", "mei", "phone");
  }

  private static Story called() {
    return person().ended("03-09 10:00", "c1", "officer", "phone", Origin.VOIP, 45);
  }

  /** Tried with a first sum, by app: no call is known. */
  private static Story tried() {
    return person()
        .pays("03-01 10:00", "card", "platform-1", 1_000)
        .pays("03-04 16:00", "platform-2", "card", 1_080);
  }

  private static Story buysGold(Story story, String time, String shop, double yuan) {
    return story.add(
        story
            .moving(time, "card", shop, yuan)
            .kind(Kind.MERCHANT_PAYMENT)
            .payeeHolder(Holder.MERCHANT)
            .merchantCategory("5944")
            .channel(Transaction.Channel.POS)
            .build());
  }

  private static Story draws(Story story, String time, double yuan) {
    return story.add(
        story
            .moving(time, "savings", null, yuan)
            .kind(Kind.CASH_WITHDRAWAL)
            .channel(Transaction.Channel.COUNTER)
            .build());
  }

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("V9");
  }

  private static List<Warning> visited(Story story) {
    return warned(story).stream().filter(w -> w.tier() == Tier.IN_PERSON).toList();
  }

  @Test
  void sevenGoldTripsAfterALongCallAreStoppedAtTheSecond() {
    Story story = called();
    for (int i = 0; i < 7; i++) {
      buysGold(story, "03-1%d 1%d:30".formatted(i / 4, i), "shop-" + i, 76_000);
    }

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(0).grade()).isEqualTo(Grade.LOW);
    Warning visit = visited(story).get(0);
    assertThat(visit.grade()).isEqualTo(Grade.HIGH);
    assertThat(visit.eventTime()).isEqualTo(Story.at("03-10 11:30"));
    assertThat(visit.subject()).isEqualTo("mei");
    assertThat(visit.reason().zh())
        .contains("3月9日09:15", "网络电话陌生号码", "7日内2次", "购金76,000元", "合计152,000元");
    assertThat(visit.reason().en())
        .contains(
            "9 Mar 09:15",
            "within 7 days cash was drawn or gold bought twice",
            "¥76,000 of gold",
            "¥152,000 in all");
    assertThat(visit.evidence()).hasSize(3);
    assertThat(visit.evidence().get(2).eventTime()).isEqualTo(Story.at("03-10 11:30"));
    assertThat(visit.advice())
        .extracting(Advice::kind)
        .containsExactly(Advice.Kind.TELLER_PROMPT, Advice.Kind.DELAY_PAYMENT);
    assertThat(visit.advice()).allMatch(a -> a.reasonCode().startsWith("V9_"));
  }

  @Test
  void cashAndGoldOnSeveralCardsWithoutACallAfterASumCameBack() {
    Story story = buysGold(draws(tried(), "03-07 10:00", 30_000), "03-12 15:00", "shop", 20_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.HIGH);
    assertThat(visited(story).get(0).reason().zh()).contains("1,000元", "1,080元", "取现", "购金");
  }

  @Test
  void aTaskRebateIsASignToo() {
    Story story =
        person().pays("03-18 10:00", "card", "m1", 108).pays("03-18 10:20", "r1", "card", 113);
    draws(draws(story, "03-20 10:00", 30_000), "03-21 10:00", 30_000);

    assertThat(visited(story)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"03-18 14:00, HIGH", "03-18 14:01, LOW", "03-19 10:00, LOW"})
  void aRebateThatMayBeChanceMakesItAText(String back, Grade grade) {
    Story story = person().pays("03-18 10:00", "card", "m1", 100).pays(back, "r1", "card", 110);
    draws(draws(story, "03-20 10:00", 30_000), "03-21 10:00", 30_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(grade);
  }

  /** A trial is a round sum that comes back with a gain; a split bill is neither. */
  @ParameterizedTest
  @CsvSource({"1000, 1080, LOW", "613.42, 690,", "1000, 1000,"})
  void besideOneHandoverOnlyATrialIsTexted(double trial, double back, Grade grade) {
    Story story =
        person().pays("03-17 10:00", "card", "m1", trial).pays("03-18 10:00", "r1", "card", back);
    draws(story, "03-20 10:00", 30_000);

    assertThat(warned(story).stream().map(Warning::grade).findFirst())
        .isEqualTo(Optional.ofNullable(grade));
  }

  @Test
  void passedOnFromOneNumberToTheNext() {
    Story story =
        person()
            .ended("03-09 10:00", "c1", "clerk", "phone", Origin.FOREIGN, 6)
            .ended("03-09 10:25", "c2", "officer", "phone", Origin.DOMESTIC, 20);
    draws(draws(story, "03-10 10:00", 30_000), "03-11 10:00", 30_000);

    assertThat(visited(story)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 03-17 10:00, true",
    "9999.99, 03-17 10:00, false",
    "10000, 03-17 10:01, false",
  })
  void tenThousandTwiceInAWeek(double second, String at, boolean visited) {
    Story story = draws(draws(called(), "03-10 10:00", 10_000), at, second);

    assertThat(!visited(story).isEmpty()).isEqualTo(visited);
  }

  @ParameterizedTest
  @CsvSource({"20, VOIP, true", "19, VOIP, false", "20, FOREIGN, true", "45, DOMESTIC, false"})
  void theCallIsSuspiciousAndLong(int minutes, Origin origin, boolean warned) {
    Story story = person().ended("03-09 10:00", "c1", "officer", "phone", origin, minutes);
    draws(draws(story, "03-10 10:00", 30_000), "03-11 10:00", 30_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"03-12 10:00, true", "03-12 10:01, false"})
  void theCallIsAtMostThreeDaysBefore(String first, boolean warned) {
    Story story = draws(called(), first, 30_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @Test
  void theCallMayComeBetweenOrAfterAsLongAsCouriersComeAgain() {
    Story between = draws(person(), "03-08 10:00", 30_000);
    between.ended("03-09 10:00", "c1", "officer", "phone", Origin.VOIP, 45);
    assertThat(visited(draws(between, "03-10 10:00", 30_000))).hasSize(1);

    Story after = draws(draws(person(), "03-07 10:00", 30_000), "03-08 10:00", 30_000);
    after.ended("03-09 10:00", "c1", "officer", "phone", Origin.VOIP, 45);
    assertThat(visited(after)).hasSize(1);
  }

  @Test
  void anAnnouncedWithdrawalCounts() {
    Story story = draws(called(), "03-10 10:00", 30_000);
    story.add(
        story
            .moving("03-11 10:00", "savings", null, 30_000)
            .kind(Kind.CASH_WITHDRAWAL)
            .result(Result.PENDING)
            .build());

    assertThat(visited(story)).hasSize(1);
  }

  @Test
  void overMidnightAtTheEndOfAMonth() {
    Story story = person().ended("03-31 20:00", "c1", "officer", "phone", Origin.VOIP, 45);
    draws(draws(story, "03-31 23:59", 30_000), "04-01 00:01", 30_000);

    assertThat(visited(story)).hasSize(1);
  }

  @Test
  void anyOrderOfArrivalReachesTheSameLevelAlsoWhenTheOwnerIsKnownLast() {
    Story story = called();
    buysGold(draws(story, "03-10 10:00", 30_000), "03-11 10:00", "shop", 30_000);
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("V9"))
          .as("seed %d", seed)
          .anyMatch(w -> w.grade() == Grade.HIGH && w.subject().equals("mei"));
    }
  }

  @Test
  void copiesOfRecordsChangeNothing() {
    Story story = draws(draws(called(), "03-10 10:00", 30_000), "03-11 10:00", 30_000);
    Chain chain = new Chain().feed(story.inOrder()).feed(story.inOrder());

    assertThat(chain.warnings("V9")).hasSize(2);
  }

  // What looks like it and is not.

  @Test
  void aWeddingIsGoldAndCash() {
    Story story = person();
    buysGold(story, "05-01 10:00", "shop-1", 18_000);
    buysGold(story, "05-01 15:00", "shop-2", 26_000);
    draws(story, "05-02 10:00", 20_000);

    assertThat(warned(story)).isEmpty();
    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void aWeddingWithFriendsWhoSplitBillsAndAClerkWhoCalls() {
    Story story =
        person()
            .ended("04-30 09:00", "c1", "hotel", "phone", Origin.LOCAL, 25)
            .pays("04-28 10:00", "card", "friend-1", 300)
            .pays("04-29 10:00", "friend-2", "card", 330)
            .pays("04-28 11:00", "card", "friend-3", 800)
            .pays("04-30 10:00", "friend-4", "card", 800);
    buysGold(story, "05-01 10:00", "shop-1", 18_000);
    buysGold(story, "05-01 15:00", "shop-2", 26_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void cashForTheFestival() {
    Story story = draws(draws(person(), "02-10 10:00", 20_000), "02-14 10:00", 30_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void otherShopsAreNoJewellers() {
    Story story = called();
    for (int i = 0; i < 3; i++) {
      story.add(
          story
              .moving("03-10 1%d:00".formatted(i), "card", "shop-" + i, 20_000)
              .kind(Kind.MERCHANT_PAYMENT)
              .payeeHolder(Holder.MERCHANT)
              .merchantCategory("5732")
              .build());
    }

    assertThat(warned(story)).isEmpty();
  }

  /** A trial sum comes first, and the courier soon after it. */
  @ParameterizedTest
  @CsvSource({"03-10 10:00, HIGH", "03-10 09:59, LOW", "03-14 18:00, LOW"})
  void theSumCameBackWithinThreeDaysBeforeTheFirst(String back, Grade grade) {
    Story story = person().pays("03-02 10:00", "card", "m1", 1_000).pays(back, "r1", "card", 1_080);
    draws(draws(story, "03-13 10:00", 30_000), "03-14 10:00", 30_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(grade);
  }

  @Test
  void weddingGuestsGiveMuchTheSameAndAnswerNothing() {
    Story story =
        person()
            .pays("03-08 10:00", "card", "florist", 800)
            .pays("03-09 11:00", "guest-1", "card", 888)
            .pays("03-09 11:10", "guest-2", "card", 888)
            .pays("03-09 11:20", "guest-3", "card", 1_000);
    draws(story, "03-09 18:00", 30_000);
    buysGold(story, "03-10 15:00", "shop", 20_000);

    assertThat(warned(story)).isEmpty();
    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void threeTestsWithTheirThreeRebatesAreNoGuests() {
    Story story = person();
    for (int i = 1; i <= 3; i++) {
      story
          .pays("03-09 1%d:00".formatted(i), "card", "m" + i, 300)
          .pays("03-09 1%d:20".formatted(i), "r" + i, "card", 330);
    }
    draws(draws(story, "03-09 18:00", 30_000), "03-10 15:00", 20_000);

    assertThat(visited(story)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1010, HIGH", "1010.50, LOW"})
  void anUnevenSumThatCameBackBeforeAWeddingIsAShareOfABill(double first, Grade gravest) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "friend", first)
            .pays("03-04 16:00", "other", "card", 1_080);
    draws(story, "03-05 10:00", 30_000);
    buysGold(story, "03-06 10:00", "shop", 20_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(gravest);
  }

  @Test
  void aMoneyChangerDrawsCashForCustomers() {
    Story story = tried();
    for (int customer = 1; customer <= 4; customer++) {
      story.pays("03-05 0" + customer + ":00", "customer-" + customer, "savings", 8_000);
    }
    draws(draws(story, "03-05 10:00", 10_000), "03-06 10:00", 10_000);

    assertThat(warned(story)).isEmpty();
  }
}
