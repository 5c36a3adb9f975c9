package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.core.event.Outcome.Conclusion.NOT_SCAM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.links.Link;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** X6: warnings that share an account or a phone belong together. */
class ClustersTest {

  private static final EntityKey PAYEE = EntityKey.account("payee");
  private static final EntityKey NUMBER = EntityKey.phone("number");
  private static final EntityKey DEVICE = new EntityKey(EntityKind.CONTACT, "device");
  private static final EntityKey OTHER = EntityKey.account("other");

  private static Warning warning(int day, String person, Level level) {
    return Warned.victim("03-%02d 15:00".formatted(day), person, level);
  }

  private static Rooms three(Level level) {
    return new Rooms()
        .warned(warning(11, "anna", level), PAYEE)
        .warned(warning(12, "bert", level), PAYEE, NUMBER)
        .warned(warning(13, "carl", level), NUMBER);
  }

  @Test
  void three_warned_within_a_week_are_a_cluster_with_the_reason_of_each() {
    Rooms rooms = three(Level.T2);

    assertThat(rooms.clusters()).hasSize(1);
    Link cluster = rooms.clusters().get(0);
    assertThat(cluster.members())
        .extracting(Link.Member::subject)
        .containsExactlyInAnyOrder("anna", "bert", "carl", "payee", "number");
    assertThat(cluster.members()).allSatisfy(each -> assertThat(each.because()).isNotBlank());
    assertThat(cluster.hops()).isEmpty();
    assertThat(cluster.origin()).isNull();
  }

  @Test
  void what_two_share_is_watched_and_what_three_share_is_a_lead() {
    List<Warning> two = three(Level.T2).ownWarnings("X6");
    assertThat(two).extracting(Warning::subject).containsExactly("payee");
    assertThat(two).allMatch(Warning::watchOnly);

    List<Warning> warnings =
        three(Level.T3)
            .warned(warning(14, "dora", Level.T1), PAYEE, NUMBER)
            .ownWarnings("X6")
            .stream()
            .filter(each -> !each.watchOnly())
            .toList();
    assertThat(warnings).extracting(Warning::subject).containsExactlyInAnyOrder("payee", "number");
    assertThat(warnings).allMatch(each -> Level.of(each.grade()) == Level.T3);
    assertThat(warnings)
        .extracting(each -> each.advice().get(0).kind())
        .containsExactlyInAnyOrder(Advice.Kind.DELAY_PAYMENT, Advice.Kind.REVERIFY_SIM);
  }

  /** A device is no subject of a warning. */
  @Test
  void of_a_device_that_three_share_whoever_pays_from_it_is_warned() {
    for (Level level : List.of(Level.T1, Level.T2)) {
      List<Warning> warnings =
          new Rooms()
              .warned(warning(11, "anna", level), DEVICE)
              .warned(warning(12, "bert", level), DEVICE)
              .warned(warning(13, "carl", level), DEVICE)
              .ownWarnings("X6");

      assertThat(warnings)
          .extracting(Warning::subject)
          .containsOnly("anna", "bert", "carl")
          .contains("anna", "bert", "carl");
      assertThat(warnings)
          .as("%s", level)
          .allMatch(each -> each.watchOnly() == (level == Level.T1))
          .allMatch(each -> each.evidence().size() == 3);
    }
  }

  @Test
  void an_event_that_several_warnings_name_is_told_once() {
    Warning bert = Warned.victim("03-11 15:00", "bert", Level.T2, "t-1");
    Evidence named = bert.evidence().get(0);
    Evidence inOtherWords =
        new Evidence(
            named.stream(), named.source(), named.eventId(), named.eventTime(), "money came in");

    List<Warning> shared =
        new Rooms()
            .warned(Warned.victim("03-11 15:00", "anna", Level.T2, "t-1"), PAYEE)
            .warned(WarningBuilder.builder(bert).evidence(List.of(inOtherWords)).build(), PAYEE)
            .warned(Warned.victim("03-12 15:00", "carl", Level.T2, "t-2"), PAYEE)
            .ownWarnings("X6");

    assertThat(shared).isNotEmpty();
    assertThat(shared.get(shared.size() - 1).evidence())
        .extracting(Evidence::eventId)
        .containsExactly("t-1", "t-2");
  }

  @Test
  void a_desk_named_by_warnings_that_only_call_is_watched() {
    List<Warning> warnings =
        three(Level.T2).warned(warning(14, "dora", Level.T2), PAYEE, NUMBER).ownWarnings("X6");

    assertThat(warnings)
        .filteredOn(each -> !each.watchOnly())
        .extracting(Warning::subject)
        .containsExactly("payee");
  }

  @Test
  void a_wide_cluster_says_nothing_of_what_two_texts_of_chance_share() {
    List<Warning> warnings =
        three(Level.T2)
            .warned(warning(13, "dora", Level.T1), PAYEE, OTHER)
            .warned(warning(13, "emil", Level.T1), OTHER)
            .ownWarnings("X6");

    assertThat(warnings).extracting(Warning::subject).doesNotContain("other");
  }

  @Test
  void of_sms_only_the_link_is_told_and_what_three_share_is_watched() {
    Rooms rooms = three(Level.T1);

    assertThat(rooms.clusters()).hasSize(1);
    assertThat(rooms.ownWarnings("X6")).isEmpty();

    rooms.warned(warning(14, "dora", Level.T1), PAYEE);
    assertThat(rooms.ownWarnings("X6"))
        .isNotEmpty()
        .allMatch(each -> each.subject().equals("payee") && each.watchOnly());
  }

  @Test
  void two_are_none_and_a_third_a_week_later_makes_none() {
    Rooms rooms =
        new Rooms()
            .warned(warning(1, "anna", Level.T2), PAYEE)
            .warned(warning(2, "bert", Level.T2), PAYEE);
    assertThat(rooms.links()).isEmpty();

    rooms.warned(warning(9, "carl", Level.T2), PAYEE);
    assertThat(rooms.links()).isEmpty();
  }

  /** Yichang, Tianjin (domain/dissuasion.md): the report is withdrawn, the payee stays the same. */
  @Test
  void a_report_that_was_withdrawn_still_leads_to_the_three_cases_behind_it() {
    Rooms rooms = new Rooms().warned(warning(11, "anna", Level.T2), PAYEE);
    rooms.feed(new Money().concludes("03-11 18:00", "anna", NOT_SCAM, "payee").events());
    assertThat(rooms.links()).isEmpty();

    for (String person : List.of("bert", "carl", "dora")) {
      rooms.warned(warning(13, person, Level.T2), PAYEE);
    }

    assertThat(rooms.clusters()).hasSize(1);
    assertThat(rooms.clusters().get(0).members())
        .extracting(Link.Member::subject)
        .containsExactlyInAnyOrder("anna", "bert", "carl", "dora", "payee");
    assertThat(rooms.ownWarnings("X6"))
        .filteredOn(each -> !each.watchOnly())
        .extracting(Warning::subject)
        .contains("payee");
  }

  @Test
  void what_everybody_shares_glues_nobody_together() {
    Rooms rooms = new Rooms();
    for (int i = 0; i < 300; i++) {
      rooms.warned(
          Warned.victim("03-11 %02d:%02d".formatted(8 + i / 60, i % 60), "p" + i, Level.T2), PAYEE);
    }
    int told = rooms.links().size();
    rooms.warned(warning(12, "late", Level.T2), PAYEE);

    assertThat(rooms.links()).hasSize(told);
    assertThat(rooms.clusters().get(0).members()).hasSizeLessThanOrEqualTo(41);
  }

  @Test
  void two_clusters_that_meet_are_one_under_the_older_id() {
    Rooms rooms = three(Level.T2);
    String older = rooms.clusters().get(0).linkId();
    for (String person : List.of("dora", "emil", "fred")) {
      rooms.warned(warning(14, person, Level.T2), OTHER);
    }
    assertThat(rooms.clusters()).hasSize(2);

    rooms.warned(warning(15, "carl", Level.T2), OTHER);

    assertThat(rooms.clusters()).hasSize(1);
    Link one = rooms.clusters().get(0);
    assertThat(one.linkId()).isEqualTo(older);
    assertThat(one.members())
        .extracting(Link.Member::subject)
        .contains("anna", "bert", "carl", "dora", "emil", "fred", "payee", "number", "other");

    rooms.warned(warning(16, "gina", Level.T2), OTHER);
    assertThat(rooms.clusters()).hasSize(1);
    assertThat(rooms.clusters().get(0).members()).extracting(Link.Member::subject).contains("gina");
  }

  @Test
  void members_are_the_same_in_whatever_order_warnings_come() {
    List<Warning> warnings = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      warnings.add(warning(10 + i % 5, "p" + i, Level.T2));
    }
    List<String> first = null;
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(warnings, new Random(seed));
      Rooms rooms = new Rooms();
      for (Warning each : warnings) {
        int i = Integer.parseInt(each.person().substring(1));
        rooms.warned(each, EntityKey.account("s" + i / 3), EntityKey.account("s" + (i + 1) / 3));
      }
      List<String> members =
          rooms.clusters().stream()
              .flatMap(link -> link.members().stream())
              .map(Link.Member::subject)
              .sorted()
              .toList();
      first = first == null ? members : first;
      assertThat(rooms.clusters()).as("seed " + seed).hasSize(1);
      assertThat(members).isEqualTo(first);
    }
  }

  @Test
  void revisions_count_up() {
    Rooms rooms = three(Level.T2);
    rooms.warned(warning(14, "dora", Level.T2), PAYEE);

    assertThat(rooms.links()).extracting(Link::revision).containsExactly(1, 2);
  }

  /** The foreman's account is where they meet, not each of those he pays out of it. */
  @Test
  void one_transfer_that_brings_several_victims_money_makes_its_payee_no_lead() {
    Money money = new Money();
    List<String> victims = List.of("anna", "bert", "carl");
    for (int i = 0; i < victims.size(); i++) {
      String victim = victims.get(i);
      money
          .owns("01-05 09:00", victim, victim + "-1")
          .pays("03-11 15:1" + i, victim + "-1", "foreman", 20_000)
          .reports("03-11 15:2" + i, victim, "foreman", 20_000.0);
    }
    Rooms rooms = new Rooms().feed(money.pays("03-11 16:00", "foreman", "worker", 60_000).events());
    for (String victim : victims) {
      rooms.warned(warning(11, victim, Level.T3), EntityKey.account("foreman"));
    }

    assertThat(rooms.traces())
        .hasSize(3)
        .allSatisfy(
            each -> assertThat(each.members()).extracting(Link.Member::subject).contains("worker"));
    assertThat(rooms.ownWarnings("X6"))
        .filteredOn(each -> !each.watchOnly())
        .extracting(Warning::subject)
        .containsOnly("foreman");
  }

  /** What three victims paid, next to whole, is at one account after two hands. */
  @Test
  void money_that_is_passed_on_at_once_and_whole_meets_however_little_it_is() {
    Money money = new Money();
    List<String> victims = List.of("anna", "bert", "carl");
    for (int i = 0; i < victims.size(); i++) {
      String victim = victims.get(i);
      String day = "03-1" + i;
      money
          .owns("01-05 09:00", victim, victim + "-1")
          .pays(day + " 15:00", victim + "-1", "first-" + i, 2_300)
          .pays(day + " 15:08", "first-" + i, "second", 2_200)
          .reports(day + " 20:00", victim, "first-" + i, 2_300.0);
    }

    assertThat(new Rooms().feed(money.events()).ownWarnings("X6"))
        .filteredOn(each -> !each.watchOnly())
        .extracting(Warning::subject)
        .containsExactly("second");
  }
}
