package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;
import org.tocsin.core.links.Link;

/** Many victims, many payees, and what must not be taken for money that moved. */
class TraceLimitsTest {

  private static final String REPORTED = "03-11 18:00";

  private final Money story = new Money().owns("01-05 09:00", "anna", "savings");

  private static Map<String, Link> latest(Money story) {
    return new Rooms()
        .feed(story.events()).links().stream()
            .filter(link -> link.kind() == Link.Kind.TRACE)
            .collect(Collectors.toMap(Link::linkId, link -> link, (before, after) -> after));
  }

  private static Map<String, Long> proposed(Map<String, Link> traces) {
    return traces.values().stream()
        .flatMap(link -> link.proposals().stream())
        .collect(Collectors.toMap(Link.Proposal::account, Link.Proposal::amountMinor, Long::sum));
  }

  @Test
  void each_of_sixteen_payees_that_one_victim_reports_is_followed() {
    for (int i = 0; i < 16; i++) {
      story.pays("03-11 15:%02d".formatted(i), "savings", "safe-" + i, 10_000);
      story.pays("03-11 16:%02d".formatted(i), "safe-" + i, "layer-" + i, 9_000);
    }
    for (int i = 0; i < 16; i++) {
      story.reports(REPORTED, "anna", "safe-" + i, null);
    }

    Map<String, Link> traces = latest(story);

    assertThat(traces).hasSize(16).allSatisfy((id, link) -> assertThat(link.hops()).hasSize(2));
  }

  @Test
  void the_thirtieth_victims_money_on_one_account_is_followed_too() {
    for (int i = 0; i < 30; i++) {
      story
          .owns("01-05 09:00", "victim-" + i, "of-" + i)
          .pays("03-11 15:%02d".formatted(i), "of-" + i, "gathers", 1_000 + i);
    }
    for (int i = 0; i < 30; i++) {
      story.reports(REPORTED, "victim-" + i, "gathers", null);
    }

    assertThat(latest(story)).hasSize(30);
    assertThat(proposed(latest(story))).containsEntry("gathers", 30 * 100_000L + 100 * 435L);
  }

  @Test
  void one_payment_passes_on_the_money_of_one_of_two_victims_who_paid_the_same() {
    story
        .owns("01-05 09:00", "bert", "berts")
        .pays("03-11 15:00", "savings", "mule", 10_000)
        .pays("03-11 15:01", "berts", "mule", 10_000)
        .pays("03-11 15:03", "mule", "next", 10_000)
        .reports(REPORTED, "anna", "mule", null)
        .reports(REPORTED, "bert", "mule", null);

    assertThat(proposed(latest(story)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("mule", 1_000_000L, "next", 1_000_000L));
  }

  @Test
  void three_payments_pass_on_the_money_of_three_victims() {
    story.owns("01-05 09:00", "bert", "berts").owns("01-05 09:00", "carl", "carls");
    for (String from : List.of("savings", "berts", "carls")) {
      story.pays("03-11 15:00", from, "mule", 10_000);
    }
    for (String to : List.of("b", "c", "d")) {
      story.pays("03-11 15:03", "mule", to, 10_000);
    }
    for (String person : List.of("anna", "bert", "carl")) {
      story.reports(REPORTED, person, "mule", null);
    }

    assertThat(proposed(latest(story)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("b", 1_000_000L, "c", 1_000_000L, "d", 1_000_000L));
  }

  @Test
  void what_an_account_pays_to_itself_is_still_there() {
    story
        .pays("03-11 15:00", "savings", "mule", 40_000)
        .pays("03-11 15:10", "mule", "mule", 40_000)
        .reports(REPORTED, "anna", "mule", null);

    assertThat(proposed(latest(story))).containsExactly(Map.entry("mule", 4_000_000L));
  }

  @Test
  void money_of_a_currency_without_a_rate_is_in_no_trace() {
    Transaction dollars =
        TransactionBuilder.builder(story.moving("03-11 15:00", "savings", "mule", 20_000).build())
            .currency("USD")
            .build();
    story.add(dollars).reports(REPORTED, "anna", "mule", null);

    assertThat(proposed(latest(story))).isEmpty();
  }

  @Test
  void a_trace_whose_only_payment_is_taken_back_is_told_again_and_empty() {
    Transaction paid = story.moving("03-11 15:00", "savings", "mule", 40_000).build();
    story
        .add(paid)
        .reports("03-11 16:00", "anna", "mule", null)
        .undoes("03-11 17:00", paid, Transaction.Result.REVERSED);

    Link last = latest(story).values().iterator().next();

    assertThat(last.revision()).isEqualTo(2);
    assertThat(last.hops()).isEmpty();
    assertThat(last.proposals()).isEmpty();
  }

  @Test
  void a_trace_of_a_thousand_long_named_accounts_fits_into_one_record() {
    String longest = "x".repeat(60);
    story.pays("03-11 15:00", "savings", "mule", 1_000_000);
    for (int i = 0; i < 1_000; i++) {
      story.pays("03-11 15:30", "mule", "%s%04d".formatted(longest, i), 500 + i % 400);
    }
    for (int i = 0; i < 1_000; i++) {
      story.pays(
          "03-11 16:30",
          "%s%04d".formatted(longest, i),
          "%s%04d".formatted(longest, (i + 1) % 1_000),
          300);
    }
    story.reports(REPORTED, "anna", "mule", null);

    Link last = latest(story).values().iterator().next();

    int bytes =
        last.hops().stream()
                .mapToInt(h -> 40 + h.from().length() + h.to().length() + h.eventId().length())
                .sum()
            + last.members().stream()
                .mapToInt(m -> 20 + m.subject().length() + m.because().length())
                .sum()
            + last.proposals().stream().mapToInt(p -> 20 + p.account().length()).sum();
    assertThat(bytes).isLessThan(1_000_000);
    assertThat(last.hops()).hasSizeGreaterThan(1_000);
  }
}
