package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.links.Flow;
import org.tocsin.core.links.Letter;
import org.tocsin.core.links.LinkInput;
import org.tocsin.core.links.LinkOutput;
import org.tocsin.core.links.Mail;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** X2, X3 and B11: what is seen of an account only because of who paid it. */
class CrossingsTest {

  private final Money story =
      new Money()
          .owns("01-05 09:00", "anna", "anna-1")
          .owns("01-05 09:00", "bert", "bert-1")
          .owns("01-05 09:00", "carl", "carl-1")
          .owns("01-05 09:00", "mule", "a");

  private Rooms fed() {
    return new Rooms().feed(story.events());
  }

  // X3

  private Rooms twoPaidAndAreWarned(Level anna, Level bert) {
    story.pays("03-11 15:00", "anna-1", "a", 8_000);
    String first = story.lastId();
    story.pays("03-12 16:00", "bert-1", "a", 5_000).pays("03-12 17:00", "carl-1", "a", 900);
    return fed()
        .warned(Warned.victim("03-11 15:05", "anna", anna, first))
        .warned(Warned.victim("03-12 18:00", "bert", bert));
  }

  @Test
  void two_warned_persons_who_paid_one_account_make_it_a_mule() {
    Warning warning = twoPaidAndAreWarned(Level.T2, Level.T3).ownWarnings("X3").get(0);

    assertThat(warning.lane()).isEqualTo(Lane.MULE);
    assertThat(warning.subject()).isEqualTo("a");
    assertThat(warning.person()).isEqualTo("mule");
    assertThat(Level.of(warning.grade())).isEqualTo(Level.T3_PLUS);
    assertThat(warning.amountAtRiskMinor()).isEqualTo(1_300_000);
    assertThat(warning.evidence()).hasSize(2);
    assertThat(warning.advice().get(0).kind()).isEqualTo(Advice.Kind.STOP_PAYMENT);
    assertThat(CaseIds.ownerKey(warning.caseId())).hasValue(EntityKey.person("mule").hash());
    assertThat(warning.revision()).isEqualTo(1);
    assertThat(warning.reason().en()).contains("2 warned persons", "¥13,000");
  }

  /** Of the many who pay a dealer some are warned by chance. */
  @ParameterizedTest
  @CsvSource({"2, T3_PLUS", "3, T1"})
  void two_of_the_customers_of_a_dealer_have_it_watched(int daysBefore, Level level) {
    for (int day = 1; day <= daysBefore; day++) {
      for (int customer = 0; customer < 3; customer++) {
        String payer = "customer-" + day + customer;
        story.pays("03-%02d 10:0%d".formatted(11 - day, customer), payer, "a", 9_000);
      }
    }
    story.pays("03-11 10:00", "c1", "a", 9_000).pays("03-11 10:10", "c2", "a", 9_000);

    List<Warning> warnings = twoPaidAndAreWarned(Level.T2, Level.T3).ownWarnings("X3");

    assertThat(Level.of(warnings.get(0).grade())).isEqualTo(level);
    assertThat(warnings.stream().anyMatch(each -> each.lane() == Lane.VICTIM))
        .isEqualTo(level != Level.T1);
  }

  @Test
  void everybody_else_who_paid_it_is_told_by_sms() {
    List<Warning> warnings = twoPaidAndAreWarned(Level.T2, Level.T3).ownWarnings("X3");

    assertThat(warnings).hasSize(2);
    Warning other = warnings.get(1);
    assertThat(other.lane()).isEqualTo(Lane.VICTIM);
    assertThat(other.tier()).isEqualTo(Tier.SMS);
    assertThat(other.watchOnly()).isFalse();
  }

  @Test
  void a_payment_after_the_warning_counts_as_well() {
    story.pays("03-11 15:00", "anna-1", "a", 8_000);
    Rooms rooms =
        fed()
            .warned(Warned.victim("03-11 15:05", "anna", Level.T2))
            .warned(Warned.victim("03-11 15:06", "bert", Level.T2));
    assertThat(rooms.ownWarnings("X3")).isEmpty();

    rooms.feed(new Money().pays("03-12 09:00", "bert-1", "a", 3_000).events());
    assertThat(rooms.ownWarnings("X3")).hasSize(1);
  }

  @Test
  void gifts_of_warned_guests_make_no_bride_a_mule() {
    Money told = new Money();
    for (String guest : List.of("anna", "bert", "carl")) {
      told.owns("01-05 09:00", guest, guest + "-1").pays("03-11 15:00", guest + "-1", "a", 2_999);
    }
    Rooms rooms = new Rooms().feed(told.events());
    for (String guest : List.of("anna", "bert", "carl")) {
      rooms.warned(Warned.victim("03-12 15:05", guest, Level.T3));
    }
    assertThat(rooms.ownWarnings("X3")).isEmpty();
  }

  @Test
  void an_sms_of_chance_does_not_count() {
    assertThat(twoPaidAndAreWarned(Level.T1, Level.T1).ownWarnings("X3")).isEmpty();
    assertThat(twoPaidAndAreWarned(Level.T2, Level.T1).ownWarnings("X3")).isEmpty();
    // Anna's SMS names the payment itself.
    assertThat(twoPaidAndAreWarned(Level.T1, Level.T2).ownWarnings("X3")).isNotEmpty();
  }

  @Test
  void within_three_days_and_no_longer() {
    for (String second : List.of("03-14 14:59", "03-14 15:01")) {
      Money told =
          new Money()
              .owns("01-05 09:00", "anna", "anna-1")
              .owns("01-05 09:00", "bert", "bert-1")
              .pays("03-11 15:00", "anna-1", "a", 8_000)
              .pays(second, "bert-1", "a", 8_000);
      Rooms rooms =
          new Rooms()
              .feed(told.events())
              .warned(Warned.victim("03-11 15:05", "anna", Level.T2))
              .warned(Warned.victim("03-14 15:02", "bert", Level.T2));
      assertThat(rooms.ownWarnings("X3")).hasSize(second.endsWith("59") ? 1 : 0);
    }
  }

  @Test
  void shops_companies_and_regular_payees_are_no_mules() {
    for (Holder holder : List.of(Holder.MERCHANT, Holder.COMPANY, Holder.EXCHANGE)) {
      Money told =
          new Money().owns("01-05 09:00", "anna", "anna-1").owns("01-05 09:00", "bert", "bert-1");
      for (String payer : List.of("anna-1", "bert-1")) {
        told.add(told.moving("03-11 15:00", payer, "a", 8_000).payeeHolder(holder).build());
      }
      Rooms rooms =
          new Rooms()
              .feed(told.events())
              .warned(Warned.victim("03-11 15:05", "anna", Level.T3))
              .warned(Warned.victim("03-11 15:05", "bert", Level.T3));
      assertThat(rooms.ownWarnings()).as(holder.name()).isEmpty();
    }
    for (String day : List.of("03-07", "03-09", "03-11")) {
      story.pays(day + " 15:00", "anna-1", "a", 8_000).pays(day + " 15:00", "bert-1", "a", 8_000);
    }
    Rooms landlord =
        fed()
            .warned(Warned.victim("03-11 15:05", "anna", Level.T3))
            .warned(Warned.victim("03-11 15:05", "bert", Level.T3));
    assertThat(landlord.ownWarnings("X3"))
        .noneMatch(warning -> warning.evidence().get(0).eventTime() == Money.at("03-11 15:00"));
  }

  @Test
  void it_is_said_once_a_day_and_in_the_case_that_is_open() {
    Rooms rooms = twoPaidAndAreWarned(Level.T2, Level.T3);
    rooms.feed(new Money().pays("03-12 19:00", "bert-1", "a", 6_000).events());

    assertThat(rooms.ownWarnings("X3").stream().filter(each -> each.lane() == Lane.MULE))
        .hasSize(1);

    Warning again =
        org.tocsin.core.warning.WarningBuilder.builder(
                Warned.victim("03-12 20:00", "mule", Level.T2))
            .caseId(rooms.ownWarnings("X3").get(0).caseId())
            .revision(1)
            .build();
    rooms.warned(again);
    LinkOutput last = rooms.outputs().get(rooms.outputs().size() - 1);
    assertThat(((LinkOutput.Warned) last).warning().revision()).isEqualTo(2);
  }

  // B11

  private Money chain(String third, double amount) {
    return story
        .pays("03-11 15:00", "anna-1", "a", 50_000)
        .pays("03-11 15:05", "a", "b", 50_000)
        .pays("03-11 15:12", "b", "c", 49_000)
        .pays(third, "c", "d", amount);
  }

  private static List<String> layering(Rooms rooms) {
    return rooms.ownWarnings("B11").stream().map(Warning::subject).toList();
  }

  @Test
  void three_quick_transfers_after_a_warned_victims_own_are_layers() {
    chain("03-11 15:22", 47_000);
    Rooms rooms =
        fed()
            .warned(
                Warned.victim("03-11 15:30", "anna", Level.T3, story.events().get(4).eventId()));

    assertThat(layering(rooms)).containsExactly("a", "b", "c", "d");
    Warning last = rooms.ownWarnings("B11").get(3);
    assertThat(Level.of(last.grade())).isEqualTo(Level.T3);
    assertThat(last.advice().get(0).kind()).isEqualTo(Advice.Kind.STOP_PAYMENT);
    assertThat(last.advice().get(0).amountMinor()).isEqualTo(4_700_000);
    assertThat(last.evidence()).hasSize(4);
  }

  @Test
  void also_on_accounts_that_hold_money_of_their_own() {
    story.pays("03-11 08:00", "employer", "a", 30_000).pays("03-10 08:00", "shop", "b", 90_000);
    story.pays("03-11 15:06", "a", "grocer", 80);
    Money told = chain("03-11 15:20", 47_000);
    Rooms rooms = fed();
    String own =
        told.events().stream()
            .filter(each -> each instanceof Transaction t && "anna-1".equals(t.payerAccount()))
            .filter(each -> ((Transaction) each).amountMinor() == 5_000_000)
            .findFirst()
            .orElseThrow()
            .eventId();
    rooms.warned(Warned.victim("03-11 15:30", "anna", Level.T3, own));

    assertThat(layering(rooms)).containsExactly("a", "b", "c", "d");
  }

  @Test
  void also_when_the_victim_is_known_first_and_the_money_runs_later_or_is_reported_days_later() {
    Rooms live = new Rooms().feed(story.pays("03-11 15:00", "anna-1", "a", 50_000).events());
    live.warned(Warned.victim("03-11 15:01", "anna", Level.T3, story.lastId()));
    live.feed(
        new Money()
            .pays("03-11 15:05", "a", "b", 50_000)
            .pays("03-11 15:12", "b", "c", 49_000)
            .pays("03-11 15:20", "c", "d", 49_000)
            .events());
    assertThat(layering(live)).containsExactly("a", "b", "c", "d");

    Money later =
        new Money()
            .pays("03-11 15:00", "anna-1", "a", 50_000)
            .pays("03-11 15:05", "a", "b", 50_000)
            .pays("03-11 15:12", "b", "c", 49_000)
            .pays("03-11 15:20", "c", "d", 49_000)
            .owns("03-11 18:00", "anna", "anna-1")
            .reports("03-13 10:00", "anna", "a", 50_000.0);
    assertThat(layering(new Rooms().feed(later.events()))).containsExactly("a", "b", "c", "d");
  }

  /** Another centre names the person, and nothing else. */
  @Test
  void also_when_of_the_victim_nothing_is_known_but_that_she_is_one() {
    story.pays("03-11 09:00", "anna-1", "grocer", 2_000);
    chain("03-11 15:20", 47_000);
    story.add(
        ClueBuilder.builder()
            .eventId("told")
            .source("other-centre")
            .eventTime(Money.at("03-12 08:00"))
            .kind(Clue.Kind.EXTERNAL_WARNING)
            .person("anna")
            .build());

    assertThat(layering(fed())).containsExactly("a", "b", "c", "d");
  }

  @Test
  void a_pause_or_another_amount_or_no_victim_makes_no_layers() {
    chain("03-11 15:23", 47_000);
    assertThat(
            layering(
                fed()
                    .warned(
                        Warned.victim(
                            "03-11 15:30", "anna", Level.T3, story.events().get(4).eventId()))))
        .isEmpty();
    Money otherAmount =
        new Money()
            .owns("01-05 09:00", "anna", "anna-1")
            .pays("03-11 15:00", "anna-1", "a", 50_000)
            .pays("03-11 15:05", "a", "b", 50_000)
            .pays("03-11 15:10", "b", "c", 50_000)
            .pays("03-11 15:15", "c", "d", 44_000)
            .reports("03-11 16:00", "anna", "a", 50_000.0);
    assertThat(layering(new Rooms().feed(otherAmount.events()))).isEmpty();
    assertThat(layering(fed().warned(Warned.victim("03-11 15:30", "anna", Level.T1)))).isEmpty();
  }

  // X2

  @Test
  void the_payee_of_somebody_a_fraud_number_called_is_a_first_layer_mule_and_followed() {
    story.pays("03-11 15:00", "anna-1", "a", 20_000);
    String paid = story.lastId();
    Letter letter =
        new Letter.FirstLayer(
            EntityKey.person("anna"),
            Flow.record("bank-1", paid),
            null,
            Money.at("03-11 14:00"),
            Money.at("03-11 15:00"),
            2_000_000,
            "370602",
            List.of(
                new Evidence(Stream.CALL, "carrier", "c1", Money.at("03-11 14:00"), "call"),
                new Evidence(Stream.TRANSACTION, "bank-1", paid, Money.at("03-11 15:00"), "paid")),
            Level.T3_PLUS);
    Rooms rooms = fed();
    rooms.take(
        new LinkInput.MailSeen(Mail.to(EntityKey.account("a"), Money.at("03-11 15:00"), letter)));
    Warning warning = rooms.ownWarnings("X2").get(0);

    assertThat(Level.of(warning.grade())).isEqualTo(Level.T3_PLUS);
    assertThat(warning.subject()).isEqualTo("a");
    assertThat(warning.person()).isEqualTo("mule");
    assertThat(warning.advice().get(0).kind()).isEqualTo(Advice.Kind.STOP_PAYMENT);
    assertThat(warning.reason().en()).contains("¥20,000");

    rooms.feed(
        new Money()
            .pays("03-11 15:05", "a", "b", 20_000)
            .pays("03-11 15:10", "b", "c", 20_000)
            .pays("03-11 15:15", "c", "d", 20_000)
            .events());
    assertThat(layering(rooms)).containsExactly("a", "b", "c", "d");
  }

  private static Warning bossOrFriend(Warning warning, String pattern, Evidence... more) {
    List<Evidence> evidence = new ArrayList<>(List.of(more));
    evidence.addAll(warning.evidence());
    return WarningBuilder.builder(warning).pattern(pattern).evidence(evidence).build();
  }

  @Test
  void large_payments_alone_say_no_more_of_their_payee_however_many() {
    Evidence call = new Evidence(Stream.CALL, "carrier", "c", Money.at("03-11 14:00"), "call");
    for (boolean called : List.of(false, true)) {
      Money told = new Money();
      Rooms rooms = new Rooms();
      for (String relative : List.of("anna", "bert", "carl")) {
        told.owns("01-05 09:00", relative, relative + "-1")
            .pays("03-11 15:00", relative + "-1", "buyer", 50_000);
        String paid = told.lastId();
        rooms.feed(told.events());
        Warning warning = Warned.victim("03-11 15:00", relative, Level.T3_PLUS, paid);
        rooms.warned(
            called ? bossOrFriend(warning, "V6", call) : bossOrFriend(warning, "V6"),
            EntityKey.account("buyer"));
      }
      assertThat(rooms.ownWarnings("X3").isEmpty()).as("called: %s", called).isEqualTo(!called);
    }
  }
}
