package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Holder;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;

/** B14: money back at its start within a day, through three others or more. */
class CycleTest {

  private final Money story = new Money();

  private Money round(String lastTime, double lastAmount) {
    return story
        .pays("03-11 22:00", "a", "b", 10_000)
        .pays("03-12 00:30", "b", "c", 9_500)
        .pays("03-12 09:00", "c", "d", 9_000)
        .pays(lastTime, "d", "a", lastAmount);
  }

  private List<Warning> warnings() {
    return new Rooms().feed(story.events()).ownWarnings("B14");
  }

  /** Old debts among partners, or a savings club: nobody on the way keeps a part. */
  @ParameterizedTest
  @CsvSource({"9900, true", "9899, false"})
  void a_round_in_one_sum_is_watched(double last, boolean watchOnly) {
    story
        .pays("03-11 22:00", "a", "b", 10_000)
        .pays("03-12 00:30", "b", "c", 10_000)
        .pays("03-12 09:00", "c", "d", 10_000)
        .pays("03-12 10:00", "d", "a", last);

    assertThat(warnings()).hasSize(4);
    assertThat(warnings().stream().allMatch(Warning::watchOnly)).isEqualTo(watchOnly);
  }

  @Test
  void every_account_of_a_round_is_told_of_and_the_start_is_called() {
    round("03-12 21:59", 8_001);

    assertThat(warnings()).extracting(Warning::subject).containsExactly("a", "b", "c", "d");
    assertThat(warnings().get(0).evidence()).hasSize(4);
    assertThat(Level.of(warnings().get(0).grade())).isEqualTo(Level.T2);
    assertThat(warnings().subList(1, 4)).allMatch(Warning::watchOnly);
  }

  @Test
  void whatever_becomes_known_last() {
    round("03-12 21:00", 9_000);
    for (int seed = 0; seed < 24; seed++) {
      assertThat(new Rooms().feed(story.shuffled(seed)).ownWarnings("B14"))
          .as("seed " + seed)
          .extracting(Warning::subject)
          .containsExactlyInAnyOrder("a", "b", "c", "d");
    }
  }

  @Test
  void a_day_later_or_much_less_or_small_sums_are_no_round() {
    round("03-12 22:01", 9_000);
    assertThat(warnings()).isEmpty();

    story.pays("03-12 21:00", "d", "a", 7_999);
    assertThat(warnings()).isEmpty();
  }

  @Test
  void two_others_or_ones_own_accounts_or_a_company_make_none() {
    story
        .pays("03-11 10:00", "a", "b", 10_000)
        .pays("03-11 11:00", "b", "c", 10_000)
        .pays("03-11 12:00", "c", "a", 10_000);
    assertThat(warnings()).isEmpty();

    Money own = new Money();
    for (String account : List.of("a", "b", "c", "d")) {
      own.owns("01-05 09:00", "anna", account);
    }
    own.pays("03-11 10:00", "a", "b", 10_000)
        .pays("03-11 11:00", "b", "c", 10_000)
        .pays("03-11 12:00", "c", "d", 10_000)
        .pays("03-11 13:00", "d", "a", 10_000);
    assertThat(new Rooms().feed(own.events()).ownWarnings("B14")).isEmpty();

    Money firm = new Money().pays("03-11 10:00", "a", "b", 10_000);
    firm.add(firm.moving("03-11 11:00", "b", "c", 10_000).payeeHolder(Holder.COMPANY).build())
        .add(firm.moving("03-11 12:00", "c", "d", 10_000).payerHolder(Holder.COMPANY).build())
        .pays("03-11 13:00", "d", "a", 10_000);
    assertThat(new Rooms().feed(firm.events()).ownWarnings("B14")).isEmpty();
  }

  @Test
  void a_round_of_a_thousand_counts_and_one_of_pocket_money_does_not() {
    for (double yuan : new double[] {1_000, 999}) {
      Money round = new Money();
      for (int i = 0; i < 4; i++) {
        String from = List.of("a", "b", "c", "d").get(i);
        round.pays("03-11 1%d:00".formatted(i), from, List.of("b", "c", "d", "a").get(i), yuan);
      }
      assertThat(new Rooms().feed(round.events()).ownWarnings("B14").isEmpty())
          .as("%s", yuan)
          .isEqualTo(yuan < 1_000);
    }
  }
}
