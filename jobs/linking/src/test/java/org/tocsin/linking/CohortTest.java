package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Stream;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** X5: cards opened in a group, one of which later shows fast in, fast out. */
class CohortTest {

  private static final String APPLIED = "03-01 10:20";
  private static final List<String> THREE = List.of("zhao", "qian", "sun");

  private static Evidence opening(String person) {
    return new Evidence(
        Stream.CARD_OPENING, "bank-1", "open-" + person, Money.at(APPLIED), "one of a group");
  }

  private static Warning warning(
      String pattern, String time, String person, Lane lane, List<Evidence> evidence) {
    return WarningBuilder.builder(Warned.victim(time, person, Level.T1))
        .warningId(pattern + "-" + person + "-" + time)
        .pattern(pattern)
        .lane(lane)
        .evidence(evidence)
        .build();
  }

  private static Warning grouped(String person, List<String> group, Advice.Kind atCounter) {
    List<Evidence> openings = group.stream().map(CohortTest::opening).toList();
    Advice advice =
        new Advice(
            "a-" + person,
            atCounter,
            null,
            null,
            person,
            null,
            "O4_GROUP",
            "ASK_AT_BRANCH",
            Money.at(APPLIED));
    return WarningBuilder.builder(warning("O4", APPLIED, person, Lane.OPENING, openings))
        .advice(List.of(advice))
        .build();
  }

  private static Warning fastOut(String time, String person) {
    return warning(
        "B2",
        time,
        person,
        Lane.MULE,
        List.of(
            new Evidence(
                Stream.TRANSACTION, "bank-2", "out-" + person + time, Money.at(time), "left")));
  }

  private static List<Warning> group(Advice.Kind atCounter) {
    return THREE.stream().map(each -> grouped(each, THREE, atCounter)).toList();
  }

  private static List<Warning> told(List<Warning> warnings) {
    Rooms rooms = new Rooms();
    warnings.forEach(rooms::warned);
    return rooms.ownWarnings("X5");
  }

  private static List<Warning> thenOut(List<Warning> group, String time, String person) {
    List<Warning> all = new ArrayList<>(group);
    all.add(fastOut(time, person));
    return all;
  }

  @Test
  void one_card_that_is_emptied_raises_all_who_applied_with_its_holder() {
    List<Warning> raised = told(thenOut(group(Advice.Kind.REFUSE_OPENING), "03-20 14:00", "qian"));

    assertThat(raised).extracting(Warning::person).containsExactlyInAnyOrderElementsOf(THREE);
    assertThat(raised)
        .allSatisfy(
            each -> {
              assertThat(each.lane()).isEqualTo(Lane.MULE);
              assertThat(Level.of(each.grade())).isEqualTo(Level.T3);
              assertThat(each.evidence()).hasSize(2);
              assertThat(each.evidence().get(1).eventId()).isEqualTo("out-qian03-20 14:00");
              assertThat(each.eventTime()).isEqualTo(Money.at("03-20 14:00"));
              assertThat(each.reason().en()).contains("3 persons");
            });
    assertThat(raised.stream().map(Warning::warningId).distinct()).hasSize(3);
  }

  @Test
  void people_from_one_province_are_called_and_not_visited() {
    assertThat(told(thenOut(group(Advice.Kind.TELLER_PROMPT), "03-20 14:00", "qian")))
        .hasSize(3)
        .allMatch(each -> each.tier() == Tier.CALL);
  }

  @Test
  void a_stranger_who_empties_a_card_raises_nobody() {
    assertThat(told(thenOut(group(Advice.Kind.REFUSE_OPENING), "03-20 14:00", "li"))).isEmpty();
  }

  @Test
  void another_row_than_fast_in_fast_out_raises_nobody() {
    List<Warning> all = new ArrayList<>(group(Advice.Kind.REFUSE_OPENING));
    all.add(WarningBuilder.builder(fastOut("03-20 14:00", "qian")).pattern("B7").build());
    assertThat(told(all)).isEmpty();
  }

  @Test
  void fast_out_beside_a_more_specific_row_counts() {
    List<Warning> all = new ArrayList<>(group(Advice.Kind.REFUSE_OPENING));
    all.add(
        WarningBuilder.builder(fastOut("03-20 14:00", "qian"))
            .pattern("B12")
            .alsoPatterns(List.of("B2"))
            .build());
    assertThat(told(all)).hasSize(3);
  }

  @Test
  void after_they_applied_and_within_the_season() {
    List<Warning> group = group(Advice.Kind.REFUSE_OPENING);
    assertThat(told(thenOut(group, "03-01 10:19", "qian"))).isEmpty();
    assertThat(told(thenOut(group, "03-01 10:20", "qian"))).hasSize(3);
    assertThat(told(thenOut(group, "05-30 10:20", "qian"))).hasSize(3);
    assertThat(told(thenOut(group, "05-30 10:21", "qian"))).isEmpty();
  }

  @Test
  void whoever_is_told_of_last_is_raised_in_any_order() {
    List<Warning> all =
        new ArrayList<>(thenOut(group(Advice.Kind.REFUSE_OPENING), "03-20 14:00", "qian"));
    all.add(grouped("li", List.of("zhao", "qian", "sun", "li"), Advice.Kind.REFUSE_OPENING));
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(all, new Random(seed));
      assertThat(told(all))
          .extracting(Warning::person)
          .containsExactlyInAnyOrder("zhao", "qian", "sun", "li");
    }
  }

  @Test
  void told_again_or_on_a_second_card_the_same_day_it_is_one_warning() {
    List<Warning> all =
        new ArrayList<>(thenOut(group(Advice.Kind.REFUSE_OPENING), "03-20 14:00", "qian"));
    all.addAll(List.copyOf(all));
    all.add(fastOut("03-20 15:00", "sun"));
    assertThat(told(all)).hasSize(3);
  }

  @Test
  void two_groups_at_two_times_do_not_raise_each_other() {
    List<Warning> all = new ArrayList<>(group(Advice.Kind.REFUSE_OPENING));
    List<String> others = List.of("wu", "zheng", "wang");
    others.forEach(each -> all.add(grouped(each, others, Advice.Kind.REFUSE_OPENING)));
    assertThat(told(thenOut(all, "03-20 14:00", "wu")))
        .extracting(Warning::person)
        .containsExactlyInAnyOrderElementsOf(others);
  }
}
