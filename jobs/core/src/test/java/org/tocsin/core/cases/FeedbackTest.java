package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.UnmatchedOutcome.Reason;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.warning.Grade;

/**
 * Conflicting, late, repeated and unknown outcomes have the answers of docs/reference/feedback.md.
 */
class FeedbackTest {

  private final CaseRoom room = new CaseRoom();

  @BeforeEach
  void a_case_is_open() {
    room.until("10:00").warn("w1", Grade.URGENT);
  }

  @Test
  void of_copies_that_differ_the_first_counts() {
    room.until("10:01");
    var first = room.outcome(Step.CALL, Result.NO_ANSWER).eventId("same").build();
    var other = room.outcome(Step.CALL, Result.REACHED).eventId("same").build();
    room.report(first).report(other);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
    assertThat(room.counted).containsEntry("outcome_duplicate", 1);
  }

  @Test
  void what_was_said_before_the_conclusion_finishes_its_task_and_changes_nothing_else() {
    room.until("10:20").conclude(Step.VISIT, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    room.until("10:30");
    room.report(room.outcome(Step.CALL, Result.REFUSED).eventTime(CaseRoom.at("10:10")).build());
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.SCAM_STOPPED);
    assertThat(room.counted).containsEntry("outcome_superseded", 1);
  }

  @Test
  void unreached_after_the_person_was_spoken_to_is_superseded() {
    room.until("10:01").report(Step.CALL, Result.REACHED);
    room.until("10:02").conclude(Step.VISIT, Result.NO_ANSWER, Conclusion.UNREACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
    assertThat(room.counted).containsEntry("outcome_superseded", 1);
  }

  @Test
  void two_conclusions_of_one_moment_are_ordered_by_source_and_id() {
    for (boolean inOrder : new boolean[] {true, false}) {
      CaseRoom each = new CaseRoom();
      each.until("10:00").warn("w1", Grade.URGENT);
      each.until("10:20");
      var one =
          each.outcome(Step.CALL, Result.REACHED)
              .source("a")
              .conclusion(Conclusion.SCAM_STOPPED)
              .build();
      var other =
          each.outcome(Step.VISIT, Result.REACHED)
              .source("b")
              .conclusion(Conclusion.SCAM_ALREADY_PAID)
              .build();
      each.report(inOrder ? one : other).report(inOrder ? other : one);
      assertThat(each.lastChange().conclusion()).isEqualTo(Conclusion.SCAM_ALREADY_PAID);
    }
  }

  @Test
  void an_answer_without_a_task_still_counts() {
    room.until("10:01").report(Step.FOLLOW_UP, Result.REACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
    assertThat(room.counted).containsEntry("outcome_without_task", 1);
  }

  @Test
  void a_call_in_vain_that_nobody_asked_for_makes_no_further_call() {
    room.until("10:01").report(Step.CALL, Result.REACHED);
    int calls = room.tasks(Kind.CALL).size();
    room.until("10:02").report(Step.CALL, Result.BUSY);
    assertThat(room.tasks(Kind.CALL)).hasSize(calls);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
  }

  @Test
  void a_result_its_step_cannot_have_is_told() {
    room.until("10:01").report(Step.VISIT, Result.RELEASED);
    assertRefused(Reason.DOES_NOT_FIT);
    assertThat(room.openKinds()).contains(Kind.VISIT);
  }

  @Test
  void beside_a_foreign_case_id_the_person_decides() {
    room.until("10:01");
    room.report(
        room.outcome(Step.CALL, Result.REACHED).caseId("foreign").person(CaseRoom.PERSON).build());
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
  }

  @Test
  void a_foreign_case_id_alone_is_unknown() {
    room.until("10:01").report(room.outcome(Step.CALL, Result.REACHED).caseId("foreign").build());
    assertRefused(Reason.UNKNOWN_CASE);
  }

  @Test
  void a_case_before_this_one_takes_no_results_any_more() {
    room.until("10:05").conclude(Step.CALL, Result.REACHED, Conclusion.DUPLICATE);
    room.until("11:00");
    room.warn(
        org.tocsin.core.warning.WarningBuilder.builder(room.warning("w2", Grade.HIGH))
            .caseId(CaseRoom.caseId("w2"))
            .build());
    room.until("11:01").report(Step.CALL, Result.REACHED);
    assertRefused(Reason.CASE_CLOSED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
  }

  @Test
  void an_appeal_against_nothing_is_told() {
    room.until("10:01").report(Step.APPEAL, Result.REACHED);
    assertRefused(Reason.NO_SUCH_ADVICE);
    room.until("10:02").report(Step.APPEAL, Result.ACCEPTED);
    assertThat(room.all(UnmatchedOutcome.class)).hasSize(2);
  }

  private void assertRefused(Reason reason) {
    assertThat(room.all(UnmatchedOutcome.class))
        .extracting(UnmatchedOutcome::because)
        .containsExactly(reason);
    assertThat(room.counted).containsEntry("outcome_unmatched", 1);
  }
}
