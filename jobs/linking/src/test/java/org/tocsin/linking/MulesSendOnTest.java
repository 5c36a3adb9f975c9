package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.links.Link;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** X6 where mules meet: the account they send on to. */
class MulesSendOnTest {

  private static Warning mule(int day, String person, Level level, String... transactions) {
    Warning warning = Warned.victim("03-%02d 15:00".formatted(day), person, level, transactions);
    return WarningBuilder.builder(warning)
        .lane(Lane.MULE)
        .pattern("B2")
        .subjectKind(SubjectKind.ACCOUNT)
        .subject(person + "-1")
        .build();
  }

  private static final List<String> MULES = List.of("anna", "bert", "carl");

  private static Money sentOn() {
    Money money = new Money();
    for (int i = 0; i < MULES.size(); i++) {
      String mule = MULES.get(i);
      String day = "03-%02d ".formatted(11 + i);
      money
          .owns("01-05 09:00", mule, mule + "-1")
          .pays(day + "14:50", "victim-" + mule, mule + "-1", 9_000)
          .pays(day + "14:55", mule + "-1", "boss", 8_990)
          .pays(day + "14:56", mule + "-1", "noodles", 9);
    }
    return money;
  }

  private static String lastBefore(Money money, String payee, String mule) {
    return money.events().stream()
        .filter(Transaction.class::isInstance)
        .map(Transaction.class::cast)
        .filter(t -> (mule + "-1").equals(t.payerAccount()) && payee.equals(t.payeeAccount()))
        .findFirst()
        .orElseThrow()
        .eventId();
  }

  @Test
  void mules_who_send_on_to_one_account_belong_together_whatever_comes_first() {
    Money money = sentOn();
    for (boolean warnedFirst : List.of(false, true)) {
      Rooms rooms = new Rooms();
      if (!warnedFirst) {
        rooms.feed(money.events());
      }
      for (int i = 0; i < MULES.size(); i++) {
        String mule = MULES.get(i);
        rooms.warned(mule(11 + i, mule, Level.T1, lastBefore(money, "boss", mule)));
      }
      if (warnedFirst) {
        rooms.feed(money.events());
      }
      assertThat(rooms.clusters()).as("warned first: %s", warnedFirst).hasSize(1);
      assertThat(rooms.clusters().get(0).members())
          .extracting(Link.Member::subject)
          .contains("anna", "bert", "carl", "boss")
          .doesNotContain("noodles");
      assertThat(rooms.ownWarnings("X6"))
          .isNotEmpty()
          .allMatch(each -> each.subject().equals("boss") && each.watchOnly());
    }
  }

  @Test
  void when_mules_are_called_the_account_they_send_on_to_is_a_lead() {
    Money money = sentOn();
    Rooms rooms = new Rooms().feed(money.events());
    for (int i = 0; i < MULES.size(); i++) {
      String mule = MULES.get(i);
      rooms.warned(mule(11 + i, mule, Level.T2, lastBefore(money, "boss", mule)));
    }
    List<Warning> warnings = rooms.ownWarnings("X6");

    assertThat(Level.of(warnings.get(warnings.size() - 1).grade())).isEqualTo(Level.T3);
  }

  @Test
  void a_mules_own_second_account_a_shop_and_a_company_join_nobody() {
    for (Holder holder : List.of(Holder.MERCHANT, Holder.COMPANY, Holder.EXCHANGE)) {
      Rooms rooms = new Rooms();
      for (int i = 0; i < MULES.size(); i++) {
        String mule = MULES.get(i);
        Money money = new Money().owns("01-05 09:00", mule, mule + "-1");
        money.add(
            money
                .moving("03-%02d 14:55".formatted(11 + i), mule + "-1", "boss", 8_990)
                .payeeHolder(holder)
                .build());
        rooms
            .feed(money.events())
            .warned(mule(11 + i, mule, Level.T2, lastBefore(money, "boss", mule)));
      }
      assertThat(rooms.ownWarnings("X6")).as("%s", holder).isEmpty();
    }
  }
}
