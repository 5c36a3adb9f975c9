package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** B2: large sums come in from others and are gone within minutes. */
class B2FastInFastOutTest {

  private static Story person() {
    return new Story().owns("01-01 09:00", "zhao", "card");
  }

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("B2");
  }

  private static Story cycle(Story story, String day, int hour, double yuan) {
    String at = day + " " + "%02d:".formatted(hour);
    return story
        .pays(at + "00", "victim-" + day + hour, "card", yuan)
        .pays(at + "04", "card", "next-" + day + hour, yuan * 0.6, yuan * 0.4)
        .pays(at + "07", "card", "last-" + day + hour, yuan * 0.4 - 20, 20);
  }

  @Test
  void twiceInADayIsWatchedAndMoneyStillThereIsDelayed() {
    Story story = cycle(cycle(person(), "03-01", 10, 8_000), "03-01", 13, 9_000);
    story.pays("03-01 15:00", "victim-3", "card", 7_000);

    List<Warning> warnings = warned(story);

    Warning last = warnings.get(warnings.size() - 1);
    assertThat(warnings).allMatch(w -> w.lane() == Lane.MULE && w.subject().equals("card"));
    assertThat(warnings).allMatch(w -> w.subjectKind() == SubjectKind.ACCOUNT);
    assertThat(warnings).allMatch(w -> "zhao".equals(w.person()));
    assertThat(last.grade()).isEqualTo(Grade.MEDIUM);
    assertThat(last.eventTime()).isEqualTo(Story.at("03-01 15:00"));
    assertThat(last.amountAtRiskMinor()).isEqualTo(700_000);
    assertThat(last.advice()).extracting(Advice::kind).containsExactly(Advice.Kind.DELAY_PAYMENT);
  }

  /** It is remembered where it was announced; the balance it left is that of its settlement. */
  @Test
  void theLastPaymentMayHaveBeenAnnouncedBeforeTheOneBeforeIt() {
    Story story = cycle(person(), "03-01", 10, 8_000);
    story.pays("03-01 13:00", "victim-2", "card", 9_000);
    Transaction announced =
        story
            .moving("03-01 13:03", "card", "last-2", 1_000)
            .result(Transaction.Result.PENDING)
            .build();
    story
        .add(announced)
        .pays("03-01 13:04", "card", "next-2", 7_970, 1_030)
        .add(
            TransactionBuilder.builder(announced)
                .eventId("settled")
                .eventTime(Story.at("03-01 13:05"))
                .result(Transaction.Result.SETTLED)
                .ofEventId(announced.eventId())
                .payerBalanceMinor(3_000L)
                .build())
        .pays("03-01 15:00", "victim-3", "card", 7_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(Grade.MEDIUM);
  }

  @Test
  void moneyWhosePayerTheBankDoesNotNameIsWatched() {
    Story story = person();
    for (String hour : List.of("10", "13")) {
      story.add(story.moving("03-01 " + hour + ":00", null, "card", 8_000).build());
      story.pays("03-01 " + hour + ":04", "card", "next-" + hour, 7_950, 50);
    }

    assertThat(warned(story)).isNotEmpty().allMatch(w -> w.tier() == Tier.SMS);
  }

  @Test
  void theSecondSumIsWatchedBeforeItLeaves() {
    Story story = cycle(person(), "03-01", 10, 8_000);
    story.pays("03-01 13:00", "victim-2", "card", 9_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).watchOnly()).isTrue();
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-01 13:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 10:10, 4960, 40, true",
    "4999, 10:10, 4960, 39, false", // below the floor
    "5000, 10:11, 4960, 40, false", // too slow
    "5000, 10:10, 3990, 10, false", // less than 80 %
    "5000, 10:10, 4899, 101, false", // too much left
  })
  void bothSidesOfEachThreshold(
      double yuan, String out, double left, double balance, boolean found) {
    Story story =
        person()
            .pays("03-01 10:00", "someone", "card", yuan)
            .pays("03-01 " + out, "card", "elsewhere", left, balance);

    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.signals().stream().anyMatch(s -> s.kind().name().equals("FAST_OUT")))
        .isEqualTo(found);
  }

  @Test
  void acrossMidnight() {
    Story story =
        cycle(person(), "03-01", 20, 8_000)
            .pays("03-01 23:55", "victim", "card", 8_000)
            .pays("03-02 00:04", "card", "next", 7_990, 30);

    assertThat(warned(story)).isNotEmpty();
  }

  @Test
  void anyOrderOfArrivalFindsTheSame() {
    Story story = cycle(cycle(person(), "03-01", 10, 8_000), "03-01", 13, 9_000);
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("B2"))
          .as("seed %d", seed)
          .isNotEmpty()
          .allMatch(w -> w.subject().equals("card") && w.tier() == Tier.SMS);
    }
  }

  @ParameterizedTest
  @CsvSource({"22, 30", "23, 40", "5, 40", "6, 30"})
  void atNightItScoresHigherAndIsNotCalledAnythingElse(int hour, int score) {
    Story story = person();
    String at = "03-02 %02d:".formatted(hour);
    story.pays(at + "00", "victim-1", "card", 8_000).pays(at + "02", "card", "next-1", 7_990, 10);
    story.pays(at + "30", "victim-2", "card", 8_000).pays(at + "32", "card", "next-2", 7_990, 10);
    List<Warning> warnings = warned(story);

    assertThat(warnings).allMatch(w -> w.alsoPatterns().isEmpty() && w.watchOnly());
    assertThat(warnings.get(0).score()).isEqualTo(score);
    assertThat(warnings.get(0).reason().zh().contains("23点至6点")).isEqualTo(score == 40);
  }

  // What looks like it and is not.

  @Test
  void aStallHoldersDailySweepIsTheAccountsOwnPast() {
    Story story = person();
    for (int day = 1; day <= 3; day++) {
      story
          .pays("03-0" + day + " 20:00", "market", "card", 6_000)
          .pays("03-0" + day + " 20:05", "card", "supplier", 5_990, 10);
    }
    cycle(cycle(story, "03-04", 10, 6_000), "03-04", 13, 6_000);
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings("B2")).isEmpty();
    assertThat(chain.held()).extracting(Finding.Held::reason).contains(Finding.Reason.HABIT);
  }

  @Test
  void movingOnesOwnMoneyIsNeitherInNorOut() {
    Story story = person();
    for (int hour = 10; hour <= 13; hour++) {
      story.pays("03-01 " + hour + ":00", "employer", "card", 8_000);
      story.add(
          story
              .moving("03-01 " + hour + ":05", "card", "savings", 8_000)
              .payerPerson("zhao")
              .payeePerson("zhao")
              .payerBalanceMinor(0L)
              .build());
    }

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aShopsTillIsNoPersonalAccount() {
    Story story = new Story();
    for (int hour = 10; hour <= 13; hour++) {
      story.add(
          story
              .moving("03-01 " + hour + ":00", "customer-" + hour, "till", 8_000)
              .payeeHolder(org.tocsin.core.event.Holder.COMPANY)
              .build());
      story.add(
          story
              .moving("03-01 " + hour + ":05", "till", "supplier-" + hour, 8_000)
              .payerHolder(org.tocsin.core.event.Holder.COMPANY)
              .payerBalanceMinor(0L)
              .build());
    }

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aReversedIncomeWasNone() {
    Story story = person();
    story.add(story.moving("03-01 10:00", "someone", "card", 8_000).eventId("in").build());
    story.add(
        story
            .moving("03-01 10:01", "someone", "card", 8_000)
            .ofEventId("in")
            .result(Transaction.Result.REVERSED)
            .build());
    story.pays("03-01 10:05", "card", "next", 8_000, 0);

    assertThat(new Chain().feed(story.inOrder()).signals())
        .noneMatch(s -> s.kind().name().equals("FAST_OUT"));
  }
}
