package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Task.Overdue;
import org.tocsin.core.cases.UnmatchedOutcome.Reason;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.rulebook.Unit;
import org.tocsin.core.rulebook.Unit.Level;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** A task is handed over with a receipt, and never lies between two units. */
class HandOverTest {

  private static final List<Unit> UNITS =
      List.of(
          new Unit("CITY", Level.CITY, List.of("3706"), null),
          new Unit("COUNTY-02", Level.COUNTY, List.of("370602"), "CITY"),
          new Unit("COUNTY-11", Level.COUNTY, List.of("370611"), "CITY"),
          new Unit("TOWN-02", Level.TOWNSHIP, List.of("370602"), "COUNTY-02"),
          new Unit("TOWN-11", Level.TOWNSHIP, List.of("370611"), "COUNTY-11"));

  private final CaseRoom room = new CaseRoom(StandardRules.dissuasion(UNITS));

  @BeforeEach
  void a_visit_is_owed_by_town_02() {
    room.until("10:00");
    Warning warning =
        WarningBuilder.builder(room.warning("w1", Grade.HIGH)).region("370602").build();
    room.warn(warning);
  }

  @Test
  void until_the_receipt_the_task_stays_with_the_unit_that_has_it() {
    offer("10:10", "TOWN-02", "TOWN-11");
    assertThat(visit().unit()).isEqualTo("TOWN-02");
    assertThat(because()).isEqualTo("HAND_OVER_OFFERED:VISIT TOWN-02 > TOWN-11");
  }

  @Test
  void with_the_receipt_it_is_the_other_units_and_its_deadline_stays() {
    long due = visit().dueAt();
    offer("10:10", "TOWN-02", "TOWN-11");
    receipt("10:12", "TOWN-11", "ACCEPTED");
    assertThat(visit().unit()).isEqualTo("TOWN-11");
    assertThat(visit().dueAt()).isEqualTo(due);
    assertThat(because()).isEqualTo("HAND_OVER_ACCEPTED:VISIT TOWN-02 > TOWN-11");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
  }

  @Test
  void the_next_attempt_is_the_other_units_too_and_other_kinds_are_not() {
    offer("10:10", "TOWN-02", "TOWN-11");
    receipt("10:12", "TOWN-11", "ACCEPTED");
    room.until("10:14").report(Step.VISIT, Result.NO_ANSWER);
    room.until("10:14:30").report(Step.CALL, Result.NO_ANSWER);
    assertThat(room.tasks(Kind.VISIT)).last().extracting(Task::unit).isEqualTo("TOWN-11");
    assertThat(room.tasks(Kind.CALL)).last().extracting(Task::unit).isEqualTo("TOWN-02");
  }

  @Test
  void a_refused_offer_changes_nothing_but_is_told() {
    offer("10:10", "TOWN-02", "TOWN-11");
    receipt("10:12", "TOWN-11", "REFUSED");
    assertThat(visit().unit()).isEqualTo("TOWN-02");
    assertThat(because()).isEqualTo("HAND_OVER_REFUSED:VISIT TOWN-02 > TOWN-11");
    receipt("10:13", "TOWN-11", "ACCEPTED");
    assertThat(refusals()).containsExactly(Reason.NO_SUCH_TASK);
  }

  @Test
  void an_offer_that_nobody_answers_lapses_by_itself() {
    offer("10:01", "TOWN-02", "TOWN-11");
    room.until("10:10:59");
    assertThat(because()).startsWith("HAND_OVER_OFFERED");
    room.until("10:11:01");
    assertThat(room.changes())
        .extracting(CaseChange::because)
        .contains("HAND_OVER_LAPSED:VISIT TOWN-02 > TOWN-11");
    assertThat(visit().unit()).isEqualTo("TOWN-02");
  }

  @Test
  void it_climbs_to_the_new_units_county_when_overdue() {
    offer("10:10", "TOWN-02", "TOWN-11");
    receipt("10:12", "TOWN-11", "ACCEPTED");
    // Unreached at 10:15, the case is URGENT: the visit is due within 30 minutes from then.
    room.until("10:45:01");
    assertThat(visit().overdue()).isEqualTo(Overdue.YELLOW);
    assertThat(visit().unit()).isEqualTo("COUNTY-11");
    room.until("11:00:01");
    assertThat(visit().unit()).isEqualTo("CITY");
  }

  @Test
  void what_has_climbed_does_not_come_down_by_a_receipt() {
    offer("10:40", "TOWN-02", "TOWN-11");
    room.until("10:45:01");
    assertThat(visit().unit()).as("overdue while offered").isEqualTo("COUNTY-02");
    receipt("10:46", "TOWN-11", "ACCEPTED");
    assertThat(visit().unit()).isEqualTo("COUNTY-11");
  }

  @Test
  void the_unit_above_may_hand_it_over_and_a_stranger_may_not() {
    offer("10:10", "TOWN-11", "TOWN-11");
    offer("10:11", "COUNTY-11", "TOWN-11");
    assertThat(refusals()).containsExactly(Reason.WRONG_UNIT, Reason.WRONG_UNIT);
    offer("10:12", "COUNTY-02", "TOWN-11");
    receipt("10:13", "TOWN-02", "ACCEPTED");
    assertThat(refusals()).as("not the one it was offered to").hasSize(3);
    receipt("10:14", "TOWN-11", "ACCEPTED");
    assertThat(visit().unit()).isEqualTo("TOWN-11");
  }

  @Test
  void a_unit_that_is_in_no_table_cannot_have_it() {
    offer("10:10", "TOWN-02", "NOBODY");
    assertThat(refusals()).containsExactly(Reason.WRONG_UNIT);
    assertThat(visit().unit()).isEqualTo("TOWN-02");
  }

  @Test
  void only_an_open_task_can_be_handed_over() {
    room.until("10:05").conclude(Step.VISIT, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    offer("10:10", "TOWN-02", "TOWN-11");
    assertThat(refusals()).containsExactly(Reason.NO_SUCH_TASK);
  }

  @Test
  void a_hand_over_says_nothing_about_the_person() {
    room.until("10:10");
    room.report(handOver(Map.of(HandOver.TO, "TOWN-11")).result(Result.REACHED).build());
    assertThat(refusals()).containsExactly(Reason.DOES_NOT_FIT);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
    assertThat(visit().state()).isEqualTo(Task.State.OPEN);
  }

  private void offer(String time, String by, String to) {
    room.until(time).report(handOver(Map.of(HandOver.TO, to)).unit(by).build());
  }

  private void receipt(String time, String by, String answer) {
    room.until(time).report(handOver(Map.of(HandOver.RECEIPT, answer)).unit(by).build());
  }

  private OutcomeBuilder handOver(Map<String, String> checklist) {
    return room.outcome(Step.VISIT, Result.DELIVERED).checklist(checklist);
  }

  private Task visit() {
    return room.only(Kind.VISIT);
  }

  private String because() {
    return room.lastChange().because();
  }

  private List<Reason> refusals() {
    return room.all(UnmatchedOutcome.class).stream().map(UnmatchedOutcome::because).toList();
  }
}
