package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.links.Link;

/** Where a victim's money went, and where it can still be held. */
class FundTraceTest {

  private final Money story = new Money();

  /** Five mules within minutes, as reported; the last takes part of it in cash. */
  private Money throughFiveMules() {
    return story
        .owns("01-05 09:00", "anna", "savings")
        .pays("03-11 15:00", "savings", "mule-1", 50_000)
        .pays("03-11 15:03", "mule-1", "mule-2", 50_000)
        .pays("03-11 15:06", "mule-2", "mule-3", 30_000)
        .pays("03-11 15:07", "mule-2", "mule-4", 20_000)
        .pays("03-11 15:12", "mule-3", "mule-5", 30_000)
        .withdraws("03-11 15:30", "mule-5", 12_000);
  }

  private static Link trace(Money story) {
    return new Rooms().feed(story.events()).trace();
  }

  private static List<String> proposed(Link link) {
    return link.proposals().stream()
        .map(each -> each.order() + " " + each.account() + " " + each.amountMinor() / 100)
        .toList();
  }

  @Test
  void a_report_follows_the_money_to_where_it_still_is_most_money_first() {
    Link trace = trace(throughFiveMules().reports("03-11 16:00", "anna", "mule-1", 50_000.0));

    assertThat(trace.kind()).isEqualTo(Link.Kind.TRACE);
    assertThat(trace.origin()).isEqualTo("mule-1");
    assertThat(trace.revision()).isEqualTo(1);
    assertThat(trace.hops())
        .extracting(Link.Hop::from, Link.Hop::to, Link.Hop::taintedMinor)
        .containsExactly(
            tuple("savings", "mule-1", 5_000_000L),
            tuple("mule-1", "mule-2", 5_000_000L),
            tuple("mule-2", "mule-3", 3_000_000L),
            tuple("mule-2", "mule-4", 2_000_000L),
            tuple("mule-3", "mule-5", 3_000_000L));
    assertThat(proposed(trace)).containsExactly("1 mule-4 20000", "2 mule-5 18000");
    assertThat(trace.members())
        .filteredOn(member -> member.subject().equals("mule-5"))
        .extracting(Link.Member::because)
        .containsExactly(
            "4 transfers from the victim: ¥30,000 of it came, ¥18,000 is still there,"
                + " ¥12,000 was withdrawn in cash");
  }

  @Test
  void it_goes_on_as_new_transfers_arrive_a_revision_each() {
    Rooms rooms =
        new Rooms()
            .feed(
                throughFiveMules()
                    .reports("03-11 16:00", "anna", "mule-1", 50_000.0)
                    .pays("03-11 16:05", "mule-4", "mule-6", 15_000)
                    .pays("03-11 16:06", "stranger", "someone", 15_000)
                    .events());

    assertThat(rooms.links()).extracting(Link::revision).containsExactly(1, 2);
    assertThat(proposed(rooms.trace()))
        .containsExactly("1 mule-5 18000", "2 mule-6 15000", "3 mule-4 5000");
  }

  @Test
  void whatever_the_order_in_which_all_becomes_known() {
    List<Event> told =
        throughFiveMules().reports("03-11 16:00", "anna", "mule-1", 50_000.0).events();
    Link inOrder = new Rooms().feed(told).trace();

    for (int seed = 0; seed < 200; seed++) {
      List<Event> shuffled = new ArrayList<>(told);
      java.util.Collections.shuffle(shuffled, new Random(seed));
      shuffled.addAll(shuffled.subList(0, 3));
      Link found = new Rooms().feed(shuffled).trace();

      assertThat(found.hops()).as("seed " + seed).isEqualTo(inOrder.hops());
      assertThat(found.proposals()).isEqualTo(inOrder.proposals());
      assertThat(found.members()).isEqualTo(inOrder.members());
    }
  }

  /** Found by way of an account that was opened long before anything happened. */
  @Test
  void it_goes_on_though_the_opening_that_says_whose_account_it_was_arrives_last() {
    story
        .pays("03-11 15:00", "savings", "mule-1", 50_000)
        .pays("03-11 15:03", "mule-1", "mule-2", 50_000)
        .reports("03-11 16:00", "anna", null, 50_000.0)
        .owns("01-05 09:00", "anna", "savings")
        .pays("03-11 16:30", "mule-2", "mule-3", 30_000)
        .pays("03-11 16:40", "mule-3", "mule-4", 30_000);

    assertThat(proposed(trace(story))).containsExactly("1 mule-4 30000", "2 mule-2 20000");
  }

  @Test
  void a_team_that_finds_it_paid_has_it_followed_from_the_payee_it_names() {
    throughFiveMules().concludes("03-11 16:00", "anna", Conclusion.SCAM_ALREADY_PAID, "mule-1");

    assertThat(proposed(trace(story))).containsExactly("1 mule-4 20000", "2 mule-5 18000");
  }

  @Test
  void a_report_again_is_the_same_trace() {
    throughFiveMules()
        .reports("03-11 16:00", "anna", "mule-1", 50_000.0)
        .concludes("03-11 17:00", "anna", Conclusion.SCAM_ALREADY_PAID, "mule-1");

    assertThat(new Rooms().feed(story.events()).traces()).hasSize(1);
  }

  @Test
  void a_conclusion_that_it_was_no_scam_is_not_followed() {
    throughFiveMules().concludes("03-11 16:00", "anna", Conclusion.NOT_SCAM, "mule-1");

    assertThat(new Rooms().feed(story.events()).links()).isEmpty();
  }

  @Test
  void what_a_shop_gives_back_is_the_victims_money_still() {
    story
        .owns("01-05 09:00", "anna", "savings")
        .pays("03-11 15:00", "savings", "mule-1", 50_000)
        .spends("03-11 15:05", "mule-1", "phones", 30_000, Holder.MERCHANT)
        .refunds("03-11 15:30", "phones", "mule-1", 20_000)
        .pays("03-11 15:40", "mule-1", "mule-2", 40_000)
        .reports("03-11 16:00", "anna", "mule-1", 50_000.0);

    Link trace = trace(story);

    assertThat(proposed(trace)).containsExactly("1 mule-2 40000");
    assertThat(trace.hops())
        .extracting(Link.Hop::from, Link.Hop::to, Link.Hop::taintedMinor)
        .containsExactlyInAnyOrder(
            tuple("savings", "mule-1", 5_000_000L),
            tuple("mule-1", "phones", 3_000_000L),
            tuple("phones", "mule-1", 2_000_000L),
            tuple("mule-1", "mule-2", 4_000_000L));
    assertThat(trace.members())
        .filteredOn(member -> member.subject().equals("mule-1"))
        .extracting(Link.Member::because)
        .containsExactly("first payee: ¥50,000 of it came, ¥10,000 was paid to shops or exchanges");
  }

  @Test
  void what_a_shop_gives_back_of_other_money_is_not_the_victims() {
    story
        .owns("01-05 09:00", "anna", "savings")
        .spends("03-11 14:00", "mule-1", "phones", 30_000, Holder.MERCHANT)
        .pays("03-11 15:00", "savings", "mule-1", 5_000)
        .pays("03-11 15:01", "mule-1", "mule-2", 5_000)
        .refunds("03-11 15:30", "phones", "mule-1", 30_000)
        .reports("03-11 16:00", "anna", "mule-1", 5_000.0);

    assertThat(proposed(trace(story))).containsExactly("1 mule-2 5000");
  }

  @Test
  void money_that_goes_round_is_counted_once() {
    story
        .owns("01-05 09:00", "anna", "savings")
        .pays("03-11 15:00", "savings", "a", 10_000)
        .pays("03-11 15:01", "a", "b", 10_000)
        .pays("03-11 15:02", "b", "c", 10_000)
        .pays("03-11 15:03", "c", "a", 9_000)
        .pays("03-11 15:04", "a", "b", 9_000)
        .reports("03-11 16:00", "anna", "a", 10_000.0);
    Link trace = trace(story);

    assertThat(trace.hops()).hasSize(5);
    assertThat(proposed(trace)).containsExactly("1 b 9000", "2 c 1000");
  }

  @Test
  void split_into_hundreds_every_part_is_found_and_no_more_than_was_lost() {
    story.owns("01-05 09:00", "anna", "savings").pays("03-11 15:00", "savings", "a", 100_000);
    for (int i = 0; i < 500; i++) {
      story.pays("03-11 15:%02d:%02d".formatted(1 + i / 60, i % 60), "a", "part-" + i, 180);
    }
    Rooms rooms = new Rooms().feed(story.reports("03-11 16:00", "anna", "a", 100_000.0).events());

    assertThat(rooms.links()).hasSize(1);
    assertThat(rooms.trace().proposals()).hasSize(501);
    assertThat(rooms.trace().proposals().stream().mapToLong(Link.Proposal::amountMinor).sum())
        .isEqualTo(10_000_000);
    assertThat(rooms.trace().proposals().get(0).account()).isEqualTo("a");
  }

  @Test
  void what_was_paid_back_to_the_victim_needs_no_stop() {
    story
        .owns("01-05 09:00", "anna", "savings")
        .pays("03-11 15:00", "savings", "a", 10_000)
        .pays("03-11 15:10", "a", "savings", 4_000)
        .pays("03-11 15:20", "savings", "landlord", 4_000)
        .reports("03-11 16:00", "anna", "a", 10_000.0);

    assertThat(proposed(trace(story))).containsExactly("1 a 6000");
  }

  @Test
  void a_reversed_payment_brought_nothing() {
    story
        .owns("01-05 09:00", "anna", "savings")
        .pays("03-11 15:00", "savings", "a", 10_000)
        .pays("03-11 15:01", "a", "b", 6_000);
    Transaction toB = (Transaction) story.events().get(2);
    story
        .pays("03-11 15:05", "b", "c", 6_000)
        .reports("03-11 16:00", "anna", "a", 10_000.0)
        .undoes("03-11 16:30", toB, Transaction.Result.REVERSED);
    Rooms rooms = new Rooms().feed(story.events());

    assertThat(rooms.links()).extracting(Link::revision).containsExactly(1, 2);
    assertThat(proposed(rooms.links().get(0))).containsExactly("1 c 6000", "2 a 4000");
    assertThat(proposed(rooms.trace())).containsExactly("1 a 10000");
  }

  @Test
  void two_victims_money_on_one_account_is_followed_apart_first_in_first_out() {
    story
        .owns("01-05 09:00", "anna", "anna-1")
        .owns("01-05 09:00", "bert", "bert-1")
        .pays("03-11 15:00", "anna-1", "a", 10_000)
        .pays("03-11 15:01", "bert-1", "a", 10_000)
        .pays("03-11 15:02", "a", "b", 15_000)
        .reports("03-11 16:00", "anna", "a", 10_000.0)
        .reports("03-11 16:01", "bert", "a", 10_000.0);
    List<Link> traces = new Rooms().feed(story.events()).traces();

    assertThat(traces)
        .extracting(FundTraceTest::proposed)
        .containsExactlyInAnyOrder(List.of("1 b 10000"), List.of("1 a 5000", "2 b 5000"));
  }

  @Test
  void money_of_the_accounts_own_goes_first_when_the_bank_says_it_was_there() {
    story
        .owns("01-05 09:00", "anna", "savings")
        .add(
            story
                .moving("03-11 15:00", "savings", "a", 10_000)
                .payeeBalanceMinor(1_300_000L)
                .build())
        .add(story.moving("03-11 15:05", "a", "b", 5_000).payerBalanceMinor(800_000L).build())
        .reports("03-11 16:00", "anna", "a", 10_000.0);

    assertThat(proposed(trace(story))).containsExactly("1 a 8000", "2 b 2000");
  }

  @Test
  void what_left_unseen_is_not_there_when_the_bank_says_so() {
    story
        .owns("01-05 09:00", "anna", "savings")
        .pays("03-11 15:00", "savings", "a", 10_000)
        .add(story.moving("03-11 15:05", "a", "b", 5_000).payerBalanceMinor(100_000L).build())
        .reports("03-11 16:00", "anna", "a", 10_000.0);

    assertThat(proposed(trace(story))).containsExactly("1 b 5000", "2 a 1000");
  }

  @Test
  void shops_and_exchanges_are_exits_never_to_be_stopped() {
    story
        .owns("01-05 09:00", "anna", "savings")
        .pays("03-11 15:00", "savings", "a", 30_000)
        .spends("03-11 15:05", "a", "jeweller", 12_000, Holder.MERCHANT)
        .spends("03-11 15:06", "a", "coins", 10_000, Holder.EXCHANGE)
        .reports("03-11 16:00", "anna", "a", 30_000.0);
    Link trace = trace(story);

    assertThat(proposed(trace)).containsExactly("1 a 8000");
    assertThat(trace.hops()).extracting(Link.Hop::to).containsExactly("a", "jeweller", "coins");
    assertThat(trace.members()).extracting(Link.Member::subject).doesNotContain("jeweller");
  }

  @Test
  void both_banks_reporting_a_transfer_make_it_no_more() {
    story.owns("01-05 09:00", "anna", "savings");
    for (String bank : List.of("bank-1", "bank-2")) {
      story
          .add(
              story
                  .moving("03-11 15:00", "savings", "a", 10_000)
                  .source(bank)
                  .transferId("t1")
                  .build())
          .add(story.moving("03-11 15:05", "a", "b", 4_000).source(bank).transferId("t2").build());
    }
    story.reports("03-11 16:00", "anna", "a", 10_000.0);

    assertThat(proposed(trace(story))).containsExactly("1 a 6000", "2 b 4000");
  }

  @Test
  void an_announced_transfer_is_followed_once_it_settles() {
    Transaction announced =
        story
            .owns("01-05 09:00", "anna", "savings")
            .pays("03-11 15:00", "savings", "a", 10_000)
            .moving("03-11 15:05", "a", "b", 4_000)
            .result(Transaction.Result.PENDING)
            .build();
    story.add(announced).reports("03-11 16:00", "anna", "a", 10_000.0);
    Rooms rooms = new Rooms().feed(story.events());
    assertThat(proposed(rooms.trace())).containsExactly("1 a 10000");

    Money later = new Money().undoes("03-11 17:00", announced, Transaction.Result.SETTLED);
    rooms.feed(later.events());
    assertThat(proposed(rooms.trace())).containsExactly("1 a 6000", "2 b 4000");
  }

  @Test
  void a_report_that_names_nobody_takes_the_payment_of_just_its_amount() {
    story
        .pays("03-11 14:00", "x", "a", 7_000)
        .pays("03-11 15:00", "savings", "a", 10_000)
        .reports("03-11 16:00", null, "a", 7_000.0);

    assertThat(proposed(trace(story))).containsExactly("1 a 7000");
  }

  @Test
  void seven_days_back_and_no_further() {
    for (String day : List.of("03-04 16:01", "03-04 15:59")) {
      Money told =
          new Money()
              .owns("01-05 09:00", "anna", "savings")
              .pays(day, "savings", "a", 10_000)
              .reports("03-11 16:00", "anna", "a", 10_000.0);
      assertThat(new Rooms().feed(told.events()).links()).hasSize(day.endsWith("01") ? 1 : 0);
    }
  }
}
