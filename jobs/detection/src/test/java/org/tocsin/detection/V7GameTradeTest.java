package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.isAboveSms;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.core.event.Transaction.Kind;
import org.tocsin.core.event.Transaction.Result;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V7: a child buys something for a game with a parent's phone, and is led on. */
class V7GameTradeTest {

  private static Story parent() {
    return new Story()
        .owns("01-01 09:00", "zhao", "wallet")
        .owns("01-01 09:00", "zhao", "card")
        .hasPhone("01-01 09:00", "zhao", "phone");
  }

  private static Story scans(Story story, String time, double yuan) {
    return story.add(
        story
            .moving(time, "wallet", "shop", yuan)
            .kind(Kind.MERCHANT_PAYMENT)
            .channel(Channel.QR)
            .payeeHolder(Holder.MERCHANT)
            .merchantCategory("5816")
            .build());
  }

  private static Story small() {
    return scans(parent(), "03-01 15:00", 30);
  }

  /** Some of a row of wages are higher than the one before by chance. */
  @Test
  void aForemanPaysTenWorkersOneAfterTheOther() {
    Story story = small();
    double[] wages = {4_001, 4_801, 4_001, 4_501, 4_101, 5_001, 4_001, 4_301, 5_501, 4_201};
    for (int i = 0; i < wages.length; i++) {
      story.pays("03-01 15:%02d".formatted(30 + i), "wallet", "worker-" + i, wages[i]);
    }

    assertThat(warned(story)).isEmpty();
  }

  private static Story rising(Story story) {
    return story
        .pays("03-01 15:20", "wallet", "seller-1", 100)
        .pays("03-01 15:40", "wallet", "seller-2", 300)
        .pays("03-01 16:00", "wallet", "seller-3", 900);
  }

  private static List<Warning> warnings(Story story) {
    return new Chain().feed(story.inOrder()).warnings();
  }

  private static List<Warning> warned(Story story) {
    return warnings(story).stream()
        .filter(w -> w.pattern().equals("V7") || w.alsoPatterns().contains("V7"))
        .toList();
  }

  /** A friend has just paid a debt back; with money of one's own beside it that hides nothing. */
  @ParameterizedTest
  @CsvSource({"20000, true", "1000, false", ", false"})
  void whoHadTheMoneyAnywayPassesNothingOn(Double left, boolean warned) {
    Story story = small().pays("03-01 14:30", "debtor", "wallet", 8_000);
    double[] sums = {300, 900, 2_700};
    for (int i = 0; i < sums.length; i++) {
      String time = "03-01 15:%02d".formatted(10 + 10 * i);
      String seller = "seller-" + i;
      if (left == null) {
        story.pays(time, "wallet", seller, sums[i]);
      } else {
        story.pays(time, "wallet", seller, sums[i], left);
      }
    }

    assertThat(warned(story).isEmpty()).isEqualTo(!warned);
  }

  @Test
  void sevenTransfersOf170ThousandAreStoppedAtTheThird() {
    Story story = small();
    double[] sums = {500, 1_500, 5_000, 13_000, 30_000, 50_000, 70_000};
    for (int i = 0; i < sums.length; i++) {
      story.pays("03-01 15:%02d".formatted(10 + 5 * i), "wallet", "seller-" + i, sums[i]);
    }

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsOnly(Grade.HIGH);
    assertThat(warnings).extracting(Warning::warningId).containsOnly(warnings.get(0).warningId());
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-01 15:20"));
    assertThat(warnings.get(0).subject()).isEqualTo("zhao");
  }

  @Test
  void smallSumsAreTexted() {
    List<Warning> warnings = warned(rising(small()));

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.LOW);
    assertThat(warnings.get(0).pattern()).isEqualTo("V7");
    assertThat(warnings.get(0).reason().zh())
        .contains("3月1日15:20", "3次", "100元", "900元", "1,300元", "未成年人");
    assertThat(warnings.get(0).reason().en()).contains("3 payments", "¥100 up to ¥900", "child");
    assertThat(warnings.get(0).evidence()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"4600, HIGH", "4599, LOW"})
  void fiveThousandInTwoHoursIsWorthAVisit(double last, Grade grade) {
    Story story =
        small()
            .pays("03-01 15:20", "wallet", "seller-1", 100)
            .pays("03-01 15:40", "wallet", "seller-2", 300)
            .pays("03-01 16:00", "wallet", "seller-3", last);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(grade);
    if (grade == Grade.HIGH) {
      assertThat(warnings.get(0).advice())
          .extracting(Advice::kind)
          .contains(Advice.Kind.STOP_PAYMENT);
      assertThat(warnings.get(0).advice()).allMatch(a -> a.reasonCode().startsWith("V7_"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "17:20, 17:30, true",
    "17:20, 17:31, true",
    "17:20, 19:20, true",
    "17:20, 19:21, false"
  })
  void allWithinTwoHoursOfTheFirst(String first, String last, boolean warned) {
    Story story =
        scans(parent(), "03-01 15:20", 30)
            .pays("03-01 " + first, "wallet", "seller-1", 100)
            .pays("03-01 17:25", "wallet", "seller-2", 300)
            .pays("03-01 " + last, "wallet", "seller-3", 900);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"15:20, true", "15:19, false"})
  void theSmallPaymentIsAtMostTwoHoursBefore(String scan, boolean warned) {
    Story story =
        scans(parent(), "03-01 " + scan, 30)
            .pays("03-01 17:20", "wallet", "seller-1", 100)
            .pays("03-01 17:25", "wallet", "seller-2", 300)
            .pays("03-01 17:30", "wallet", "seller-3", 900);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 100, 200, true",
    "49, 100, 200, false",
    "50, 100, 199, false",
    "100, 110, 220, true",
    "100, 109, 220, false",
    "300, 200, 100, false",
  })
  void threeThatRise(double one, double two, double three, boolean warned) {
    Story story =
        small()
            .pays("03-01 15:20", "wallet", "seller-1", one)
            .pays("03-01 15:40", "wallet", "seller-2", two)
            .pays("03-01 16:00", "wallet", "seller-3", three);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @Test
  void aPersonsCodeOnOneAccountAndTransfersFromAnother() {
    Story story = parent();
    story.add(story.moving("03-01 15:00", "wallet", "seller-0", 20).channel(Channel.QR).build());
    story
        .pays("03-01 15:20", "card", "seller-1", 100)
        .pays("03-01 15:40", "card", "seller-2", 300)
        .pays("03-01 16:00", "wallet", "seller-3", 900);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  @Test
  void overMidnightAtTheEndOfAMonthIsAnOddHour() {
    Story story =
        scans(parent(), "03-31 23:30", 30)
            .pays("03-31 23:40", "wallet", "seller", 500)
            .pays("03-31 23:59", "wallet", "seller", 1_500)
            .pays("04-01 00:10", "wallet", "seller", 4_500);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.HIGH);
    assertThat(warned(story).get(0).reason().zh()).contains("时段异常");
  }

  @Test
  void anotherDeviceThanInTheDaysBeforeWeighs() {
    Story story = parent();
    story.add(story.moving("02-28 15:00", "wallet", "friend", 60).device("parents").build());
    scans(story, "03-01 15:00", 30);
    double[] sums = {500, 1_500, 4_500};
    for (int i = 0; i < sums.length; i++) {
      story.add(
          story
              .moving("03-01 15:%d0".formatted(i + 1), "wallet", "seller", sums[i])
              .device("tablet")
              .build());
    }

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.HIGH);
  }

  @Test
  void anAnnouncedPaymentIsDelayed() {
    Story story =
        small()
            .pays("03-01 15:20", "wallet", "seller-1", 500)
            .pays("03-01 15:40", "wallet", "seller-2", 1_500);
    story.add(
        story.moving("03-01 16:00", "wallet", "seller-3", 4_500).result(Result.PENDING).build());

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.HIGH);
    assertThat(warned(story).get(0).advice().get(0).kind()).isEqualTo(Advice.Kind.DELAY_PAYMENT);
  }

  @Test
  void anyOrderOfArrivalReachesTheSameLevelAlsoWhenTheOwnerIsKnownLast() {
    Story story = rising(small()).pays("03-01 16:10", "wallet", "seller-4", 4_000);
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings())
          .as("seed %d", seed)
          .anyMatch(
              w ->
                  (w.pattern().equals("V7") || w.alsoPatterns().contains("V7"))
                      && w.grade() == Grade.HIGH
                      && "zhao".equals(w.person()));
    }
  }

  @Test
  void copiesOfRecordsChangeNothing() {
    Story story = rising(small());

    assertThat(new Chain().feed(story.inOrder()).feed(story.inOrder()).warnings("V7")).hasSize(1);
  }

  // What looks like it and is not.

  @Test
  void gameTopUpsGoToARegisteredMerchant() {
    Story story = parent();
    double[] sums = {6, 30, 98, 328, 648, 5_000};
    for (int i = 0; i < sums.length; i++) {
      story.add(
          story
              .moving("03-01 15:%d0".formatted(i), "wallet", "game", sums[i])
              .kind(Kind.MERCHANT_PAYMENT)
              .payeeHolder(Holder.MERCHANT)
              .merchantCategory("5816")
              .build());
    }

    assertThat(warnings(story)).isEmpty();
  }

  @Test
  void aMarketsStallsTakeSmallChange() {
    Story story = small();
    for (int i = 0; i < 6; i++) {
      story.add(
          story
              .moving("03-01 15:%d0".formatted(i), "wallet", "stall-" + i, 12 + 11 * i)
              .channel(Channel.QR)
              .build());
    }

    assertThat(warnings(story)).isEmpty();
  }

  @Test
  void withoutASmallPaymentByCodeItIsAnotherMatter() {
    assertThat(warned(rising(parent()))).isEmpty();
  }

  @Test
  void earnestMoneyDepositAndRentAfterACoffeeAreTextedAtMost() {
    Story story =
        small()
            .pays("03-01 15:20", "wallet", "landlord", 500)
            .pays("03-01 15:40", "wallet", "landlord", 3_000)
            .pays("03-01 16:00", "wallet", "landlord", 9_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void theSmallPaymentMayBeMoreThanTheFirstThatRises() {
    Story story =
        scans(parent(), "03-01 17:00", 150)
            .pays("03-01 17:20", "wallet", "seller-1", 100)
            .pays("03-01 17:25", "wallet", "seller-2", 300)
            .pays("03-01 17:30", "wallet", "seller-3", 900);

    assertThat(warned(story)).hasSize(1);
  }
}
