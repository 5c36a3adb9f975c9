package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.AdviceChange.State;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** Stop-payment and freezing (domain/dissuasion.md): Notice 86 of 2016 and the law's article 32. */
class StopPaymentRulesTest {

  private final CaseRoom room = new CaseRoom();

  @BeforeEach
  void a_stop_is_advised() {
    room.until("10:00");
    room.warn(room.advisingStop("w1", Grade.URGENT, "acc"));
  }

  @Test
  void nothing_freezes_by_itself() {
    room.until("10:30");
    assertThat(states()).containsExactly(State.ISSUED);
    assertThat(room.only(Kind.STOP_PAYMENT).state()).isEqualTo(Task.State.OPEN);
  }

  @Test
  void a_stop_lasts_48_h_from_its_moment_and_expires_by_itself() {
    accept("10:04");
    assertThat(last().advice().until()).isEqualTo(CaseRoom.at("2025-03-13T10:04"));
    room.until("2025-03-13T10:05");
    assertThat(states()).containsExactly(State.ISSUED, State.ACCEPTED, State.EXPIRED);
  }

  @Test
  void a_reminder_comes_6_h_before_the_end() {
    accept("10:04");
    room.until("2025-03-13T04:03:59");
    assertThat(room.openKinds()).doesNotContain(Kind.STOP_PAYMENT);
    room.until("2025-03-13T04:04:01");
    Task reminder = lastStopTask();
    assertThat(reminder.state()).isEqualTo(Task.State.OPEN);
    assertThat(reminder.attempt()).isEqualTo(2);
    assertThat(reminder.dueAt()).isEqualTo(CaseRoom.at("2025-03-13T10:04"));
  }

  @Test
  void the_same_account_may_be_stopped_once_more_and_the_third_is_refused() {
    accept("10:04");
    accept("2025-03-13T05:00");
    assertThat(last().advice().until()).isEqualTo(CaseRoom.at("2025-03-15T05:00"));
    room.until("2025-03-15T05:01");
    room.warn(room.advisingStop("w9", Grade.URGENT, "acc"));
    assertThat(states()).endsWith(State.EXPIRED, State.REFUSED);
    accept("2025-03-15T06:00");
    assertThat(room.all(UnmatchedOutcome.class))
        .extracting(UnmatchedOutcome::because)
        .containsExactly(UnmatchedOutcome.Reason.STOP_LIMIT);
  }

  @Test
  void the_bank_is_asked_once_for_a_payee_and_again_for_another() {
    accept("10:04");
    room.until("10:05");
    room.warn(room.advisingStop("w2", Grade.URGENT, "acc"));
    assertThat(room.tasks(Kind.STOP_PAYMENT)).hasSize(1);
    room.until("10:06");
    room.warn(room.advisingStop("w3", Grade.URGENT, "other"));
    assertThat(room.tasks(Kind.STOP_PAYMENT)).hasSize(2);
  }

  @Test
  void a_later_revision_that_asks_for_more_or_for_longer_is_told() {
    room.until("10:30");
    room.warn(asking("11:00", 300_000));

    assertThat(states()).containsExactly(State.ISSUED, State.ISSUED);
    assertThat(last().advice().amountMinor()).isEqualTo(300_000);
    assertThat(last().advice().until()).isEqualTo(CaseRoom.at("2025-03-12T11:00"));
  }

  @Test
  void a_later_revision_with_the_same_advice_is_not_told_again() {
    room.until("10:30");
    room.warn(asking("10:00", 100_000));

    assertThat(states()).containsExactly(State.ISSUED);
  }

  @Test
  void a_stop_in_force_ends_when_the_law_has_it_end_whatever_a_later_revision_says() {
    accept("10:04");
    room.until("10:30");
    room.warn(asking("11:00", 300_000));

    assertThat(states()).containsExactly(State.ISSUED, State.ACCEPTED);
  }

  /** The same advice of another revision, until the time given of the next day. */
  private Warning asking(String until, long amountMinor) {
    Warning first = room.advisingStop("w1", Grade.URGENT, "acc");
    Advice advice = first.advice().get(0);
    Advice later =
        new Advice(
            advice.adviceId(),
            advice.kind(),
            advice.account(),
            null,
            null,
            amountMinor,
            advice.reasonCode(),
            advice.remedy(),
            CaseRoom.at("2025-03-12T" + until));
    return WarningBuilder.builder(first).revision(2).advice(List.of(later)).build();
  }

  @Test
  void a_refused_request_is_told() {
    room.until("10:04").report(room.outcome(Step.STOP_PAYMENT, Result.REFUSED).build());
    assertThat(states()).containsExactly(State.ISSUED, State.REFUSED);
  }

  @Test
  void an_appeal_that_holds_releases_at_once_also_after_the_case_was_closed() {
    accept("10:04");
    room.until("10:20").report(room.outcome(Step.APPEAL, Result.REACHED).build());
    room.until("10:30").conclude(Step.CALL, Result.REACHED, Conclusion.DUPLICATE);
    room.until("11:00").report(room.outcome(Step.APPEAL, Result.ACCEPTED).build());
    assertThat(states())
        .containsExactly(State.ISSUED, State.ACCEPTED, State.APPEALED, State.RELEASED);
  }

  @Test
  void an_appeal_that_does_not_hold_leaves_the_stop_in_force() {
    accept("10:04");
    room.until("10:20").report(room.outcome(Step.APPEAL, Result.DELIVERED).build());
    room.until("11:00").report(room.outcome(Step.APPEAL, Result.REFUSED).build());
    assertThat(states())
        .containsExactly(State.ISSUED, State.ACCEPTED, State.APPEALED, State.ACCEPTED);
  }

  @Test
  void an_officers_stop_of_another_account_is_watched_the_same_way() {
    room.until("10:04");
    room.report(room.outcome(Step.STOP_PAYMENT, Result.ACCEPTED).account("other").build());
    assertThat(last().advice().account()).isEqualTo("other");
    assertThat(last().advice().reasonCode()).isEqualTo("OFFICER_REQUEST");
    assertThat(last().warningId()).isEqualTo("w1");
    room.until("2025-03-13T10:05");
    assertThat(last().state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void a_dissuaded_case_is_not_closed_while_money_is_held() {
    accept("10:04");
    room.until("10:10").conclude(Step.CALL, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    room.until("2025-03-12T10:00").report(Step.FOLLOW_UP, Result.REACHED);
    room.until("2025-03-12T10:01").report(Step.FOLLOW_UP, Result.REACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.FOLLOWED_UP);
    room.until("2025-03-13T10:05");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
  }

  @Test
  void a_formal_freeze_is_recorded_in_the_place_of_the_stop_also_when_no_stop_is_left() {
    accept("10:04");
    accept("2025-03-13T05:00");
    freeze("2025-03-14T09:00", "acc");
    assertThat(last().state()).isEqualTo(State.ACCEPTED);
    assertThat(last().advice().reasonCode()).isEqualTo("FORMAL_FREEZE");
    assertThat(last().advice().until()).isEqualTo(CaseRoom.at("2025-09-10T09:00"));
    assertThat(room.all(UnmatchedOutcome.class)).isEmpty();
    room.until("2025-03-16T00:00");
    assertThat(last().advice().reasonCode()).as("nobody is reminded").isEqualTo("FORMAL_FREEZE");
    room.until("2025-09-10T09:01");
    assertThat(last().state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void a_frozen_account_does_not_keep_a_case_open_and_is_released_at_once_when_an_appeal_holds() {
    accept("10:04");
    room.until("10:10").conclude(Step.CALL, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    freeze("11:00", "acc");
    room.until("2025-03-12T10:00").report(Step.FOLLOW_UP, Result.REACHED);
    room.until("2025-03-12T10:01").report(Step.FOLLOW_UP, Result.REACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
    room.until("2025-03-20T10:00").report(room.outcome(Step.APPEAL, Result.ACCEPTED).build());
    assertThat(last().state()).isEqualTo(State.RELEASED);
    assertThat(last().changedAt()).isEqualTo(CaseRoom.at("2025-03-20T10:00"));
  }

  @Test
  void a_freeze_that_nobody_advised_is_recorded_too() {
    freeze("10:05", "other");
    assertThat(last().advice().account()).isEqualTo("other");
    assertThat(last().advice().remedy()).isEqualTo("APPEAL_TO_CENTRE");
    assertThat(room.counted).containsEntry("freeze_recorded", 1);
  }

  @Test
  void an_amount_is_held_rather_than_an_account() {
    room.until("10:04");
    room.report(stopped("acc").checklist(Map.of("amountMinor", "70000")).build());
    assertThat(last().advice().amountMinor()).as("less was left").isEqualTo(70_000L);
    room.warn(
        WarningBuilder.builder(room.warning("w2", Grade.URGENT)).amountAtRiskMinor(5_000L).build());
    room.report(stopped("other").build());
    assertThat(last().advice().amountMinor()).as("what is at risk").isEqualTo(5_000L);
    assertThat(room.counted).doesNotContainKey("stop_of_whole_account");
  }

  @Test
  void an_account_stopped_whole_is_counted() {
    room.until("10:04");
    room.report(stopped("other").checklist(Map.of("amountMinor", "all of it")).build());
    assertThat(last().advice().amountMinor()).isNull();
    assertThat(room.counted)
        .containsEntry("stop_of_whole_account", 1)
        .containsEntry("amount_illegible", 1);
  }

  @Test
  void every_line_has_a_reason_a_remedy_and_a_deadline() {
    accept("10:04");
    room.report(stopped("other").build());
    freeze("10:06", "third");
    room.until("2025-03-14T00:00");
    assertThat(room.adviceChanges())
        .hasSizeGreaterThan(5)
        .allMatch(change -> change.advice().reasonCode() != null)
        .allMatch(change -> change.advice().remedy() != null)
        .allMatch(change -> change.advice().until() >= CaseRoom.at("10:00"));
  }

  @Test
  void an_appeal_about_a_case_before_this_one_lifts_what_that_one_set_in_motion() {
    accept("10:04");
    room.until("10:30").conclude(Step.CALL, Result.REACHED, Conclusion.DUPLICATE);
    room.until("11:00");
    var second =
        WarningBuilder.builder(room.advisingStop("w2", Grade.URGENT, "other"))
            .caseId(CaseRoom.caseId("w2"))
            .build();
    room.warn(second);
    room.until("11:10").report(room.outcome(Step.APPEAL, Result.ACCEPTED).build());
    assertThat(last().state()).isEqualTo(State.RELEASED);
    assertThat(last().advice().account()).isEqualTo("acc");
    assertThat(room.lastChange().caseId()).isEqualTo(CaseRoom.caseId("w2"));
    assertThat(room.adviceChanges())
        .filteredOn(change -> "other".equals(change.advice().account()))
        .extracting(AdviceChange::state)
        .containsExactly(State.ISSUED);
  }

  @Test
  void the_bank_is_asked_at_once_beside_the_call_and_the_visit() {
    assertThat(room.openKinds())
        .containsExactly(Kind.SMS, Kind.CALL, Kind.VISIT, Kind.FAMILY, Kind.STOP_PAYMENT);
    assertThat(room.only(Kind.STOP_PAYMENT).createdAt()).isEqualTo(CaseRoom.at("10:00"));
    assertThat(room.only(Kind.STOP_PAYMENT).dueAt()).isEqualTo(CaseRoom.at("10:03"));
  }

  private void freeze(String time, String account) {
    room.until(time);
    room.report(stopped(account).checklist(Map.of("freeze", "2025-117")).build());
  }

  private OutcomeBuilder stopped(String account) {
    return room.outcome(Step.STOP_PAYMENT, Result.ACCEPTED).account(account);
  }

  private void accept(String time) {
    room.until(time);
    room.report(room.outcome(Step.STOP_PAYMENT, Result.ACCEPTED).account("acc").build());
  }

  private List<State> states() {
    return room.adviceChanges().stream().map(AdviceChange::state).toList();
  }

  private AdviceChange last() {
    List<AdviceChange> changes = room.adviceChanges();
    return changes.get(changes.size() - 1);
  }

  private Task lastStopTask() {
    List<Task> tasks = room.tasks(Kind.STOP_PAYMENT);
    return tasks.get(tasks.size() - 1);
  }
}
