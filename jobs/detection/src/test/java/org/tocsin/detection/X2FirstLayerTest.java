package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.links.Letter;
import org.tocsin.core.links.Mail;
import org.tocsin.core.warning.Level;

/** X2, the part at the payer: a fraud number calls, a stranger is paid, the stranger is told of. */
class X2FirstLayerTest {

  private final Story story =
      new Story()
          .owns("01-05 09:00", "anna", "savings")
          .hasPhone("01-05 09:00", "anna", "phone")
          .owns("01-05 09:00", "mule", "a");

  private static List<Mail> told(List<Event> events) {
    return new Chain()
        .feed(events).findings().stream()
            .filter(Finding.Posted.class::isInstance)
            .map(each -> ((Finding.Posted) each).mail())
            .filter(mail -> mail.letter() instanceof Letter.FirstLayer)
            .toList();
  }

  private Story called(String time, int minutes) {
    return story.ended(time, "c1", "fraud", "phone", Origin.DOMESTIC, minutes);
  }

  @Test
  void a_listed_number_calls_and_a_stranger_is_paid_within_a_day() {
    called("03-11 14:00", 5)
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null)
        .pays("03-12 10:00", "savings", "a", 2_000);
    List<Mail> told = told(story.inOrder());

    assertThat(told).isNotEmpty().allMatch(mail -> mail.token().equals("a"));
    Letter.FirstLayer letter = (Letter.FirstLayer) told.get(0).letter();
    assertThat(letter.victim().token()).isEqualTo("anna");
    assertThat(letter.owner()).isEqualTo("mule");
    assertThat(letter.amountMinor()).isEqualTo(200_000);
    assertThat(letter.evidence()).hasSize(2);
  }

  @Test
  void what_is_announced_is_not_paid_until_it_settles() {
    called("03-11 14:00", 5).clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null);
    story.add(
        new Story()
            .moving("03-11 15:00", "savings", "a", 3_000)
            .eventId("announced")
            .result(Transaction.Result.PENDING)
            .build());
    assertThat(told(story.inOrder())).isEmpty();

    story.add(
        new Story()
            .moving("03-11 15:01", "savings", "a", 3_000)
            .ofEventId("announced")
            .result(Transaction.Result.DECLINED)
            .build());
    assertThat(told(story.inOrder())).isEmpty();

    story.pays("03-11 15:10", "savings", "a", 3_000);
    assertThat(told(story.inOrder())).isNotEmpty();
  }

  @Test
  void a_long_talk_with_a_listed_number_is_as_grave_a_day_later() {
    called("03-11 14:00", 10)
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null)
        .pays("03-12 10:00", "savings", "a", 3_000);

    Letter.FirstLayer letter = (Letter.FirstLayer) told(story.inOrder()).get(0).letter();
    assertThat(letter.level()).isEqualTo(Level.T3_PLUS);
  }

  @Test
  void whatever_comes_last() {
    called("03-11 14:00", 5)
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null)
        .pays("03-12 10:00", "savings", "a", 2_000);
    for (int seed = 0; seed < 60; seed++) {
      assertThat(told(story.shuffled(seed))).as("seed " + seed).isNotEmpty();
    }
  }

  @Test
  void an_unlisted_number_a_day_later_or_small_change_tells_nothing() {
    called("03-11 14:00", 5).pays("03-12 10:00", "savings", "a", 2_000);
    assertThat(told(story.inOrder())).isEmpty();

    story
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null)
        .pays("03-12 10:01", "savings", "b", 499);
    assertThat(told(story.inOrder())).noneMatch(mail -> mail.token().equals("b"));

    story.pays("03-12 14:06", "savings", "c", 2_000);
    assertThat(told(story.inOrder())).noneMatch(mail -> mail.token().equals("c"));
  }

  @Test
  void pieces_that_each_are_too_little_count_together() {
    called("03-11 14:00", 5)
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null)
        .pays("03-11 14:10", "savings", "a", 200)
        .pays("03-11 14:20", "savings", "a", 299);
    assertThat(told(story.inOrder())).isEmpty();

    story.pays("03-11 14:30", "savings", "a", 150);
    List<Mail> told = told(story.inOrder());
    assertThat(told).isNotEmpty().allMatch(mail -> mail.time() == Story.at("03-11 14:30"));
    Letter.FirstLayer letter = (Letter.FirstLayer) told.get(0).letter();
    assertThat(letter.amountMinor()).isEqualTo(64_900);
    assertThat(letter.evidence()).hasSize(4);
    for (int seed = 0; seed < 60; seed++) {
      assertThat(told(story.shuffled(seed))).as("seed " + seed).isNotEmpty();
    }
  }

  @Test
  void pieces_to_several_or_before_the_call_or_a_day_later_do_not() {
    called("03-11 14:00", 5)
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null)
        .pays("03-11 13:50", "savings", "a", 400)
        .pays("03-11 14:10", "savings", "a", 300)
        .pays("03-11 14:20", "savings", "b", 300)
        .pays("03-12 14:10", "savings", "a", 300);

    assertThat(told(story.inOrder())).isEmpty();
  }

  @Test
  void own_accounts_shops_and_trusted_numbers_are_spared() {
    called("03-11 14:00", 5)
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null)
        .owns("01-05 09:00", "anna", "own")
        .pays("03-11 15:00", "savings", "own", 2_000)
        .add(
            story
                .moving("03-11 15:01", "savings", "shop", 2_000)
                .payeeHolder(Holder.MERCHANT)
                .build())
        .add(
            story
                .moving("03-11 15:02", "savings", "firm", 2_000)
                .payeeHolder(Holder.COMPANY)
                .build());
    assertThat(told(story.inOrder())).isEmpty();

    story
        .clue("03-01 09:00", Clue.Kind.TRUSTED_PHONE, "fraud", null)
        .pays("03-11 15:03", "savings", "a", 2_000);
    assertThat(told(story.inOrder())).isEmpty();
  }

  private static final int CALLED_A_DAY = 22;

  /** A number that calls many on several days, and Anna among them. */
  private Story fanned(String openedAt, int minutes) {
    if (openedAt != null) {
      story.hasPhone(openedAt, "somebody", "fraud");
    }
    for (int day = 8; day <= 11; day++) {
      for (int i = 0; i < CALLED_A_DAY; i++) {
        story.ended(
            "03-%02d 10:%02d".formatted(day, i),
            null,
            "fraud",
            "callee-" + day + i,
            Origin.LOCAL,
            1);
      }
    }
    return called("03-11 14:00", minutes);
  }

  private Level levelOfTold(double yuan) {
    List<Mail> told = told(story.pays("03-12 10:00", "savings", "a", yuan).inOrder());
    return told.isEmpty() ? null : ((Letter.FirstLayer) told.get(0).letter()).level();
  }

  @ParameterizedTest
  @CsvSource({"10, 1000, T3_PLUS", "10, 999, T1", "9, 20000, T1", "10, 499,"})
  void a_young_sim_that_fans_out_and_talks_for_long_is_a_fraud_number(
      int minutes, double yuan, Level level) {
    fanned("02-20 09:00", minutes);
    assertThat(levelOfTold(yuan)).isEqualTo(level);
  }

  /**
   * A new recruiter or seller talks for some minutes with dozens a day, and some pay a stranger:
   * the stranger is watched, and no more.
   */
  @ParameterizedTest
  @CsvSource({"1, 500, T1", "1, 499,", "0, 20000,", "9, 20000, T1"})
  void after_a_shorter_call_the_payee_is_only_watched(int minutes, double yuan, Level level) {
    fanned("02-20 09:00", minutes);
    assertThat(levelOfTold(yuan)).isEqualTo(level);
  }

  /** A seller paid by somebody whom a listed number had called in vain hours before. */
  @ParameterizedTest
  @CsvSource({"17:00, 600, T3_PLUS", "17:06, 4999, T1", "17:06, 5000, T3_PLUS"})
  void after_a_listed_number_little_that_is_paid_late_has_the_payee_watched(
      String paid, double yuan, Level level) {
    called("03-11 14:05", 5)
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null)
        .pays("03-11 " + paid, "savings", "a", yuan);

    assertThat(((Letter.FirstLayer) told(story.inOrder()).get(0).letter()).level())
        .isEqualTo(level);
  }

  /** A listed number rings the treasurer; that afternoon the company pays its people. */
  @ParameterizedTest
  @CsvSource({"99999, false", "100000, true"})
  void a_company_pays_wages_whoever_has_called(double yuan, boolean mule) {
    story.owns("01-05 09:00", "anna", "firm");
    called("03-11 09:00", 5).clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null);
    for (String clerk : List.of("a", "b", "c")) {
      story.add(
          story
              .moving("03-11 15:00", "firm", clerk, yuan)
              .payerHolder(Holder.COMPANY)
              .payerPerson("anna")
              .build());
    }

    assertThat(!told(story.inOrder()).isEmpty()).isEqualTo(mule);
  }

  @ParameterizedTest
  @CsvSource({"19, false", "20, true"})
  void a_call_of_seconds_talks_nobody_into_anything(int seconds, boolean mule) {
    story
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null)
        .endedAfter("03-11 14:00", "c1", "fraud", "phone", Origin.DOMESTIC, seconds)
        .pays("03-11 15:00", "savings", "a", 8_000);

    assertThat(!told(story.inOrder()).isEmpty()).isEqualTo(mule);
  }

  @Test
  void a_listed_number_that_rang_in_vain_talked_nobody_into_anything() {
    story.clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null);
    called("03-11 14:00", 0);
    assertThat(levelOfTold(20_000)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"5000, T1", "4999,"})
  void of_an_older_number_or_one_of_unknown_age_the_payee_is_only_watched(
      double yuan, Level level) {
    fanned("01-20 09:00", 10);
    assertThat(levelOfTold(yuan)).isEqualTo(level);

    X2FirstLayerTest unknown = new X2FirstLayerTest();
    unknown.fanned(null, 10);
    assertThat(unknown.levelOfTold(yuan)).isEqualTo(level);
  }
}
