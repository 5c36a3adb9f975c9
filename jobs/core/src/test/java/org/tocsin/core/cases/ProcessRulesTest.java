package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Task.Overdue;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

/** "Rules of the process" (domain/dissuasion.md), row by row. */
class ProcessRulesTest {

  private final CaseRoom room = new CaseRoom();

  @ParameterizedTest
  @EnumSource(names = {"EVADED", "BUSY", "FORWARDED", "NO_ANSWER"})
  void answered_but_evaded_busy_and_forwarded_are_not_contacted(Result result) {
    room.until("10:00").warn("w1", Grade.HIGH);
    room.until("10:02").report(Step.CALL, result);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
    assertThat(room.tasks(Kind.CALL)).extracting(Task::attempt).containsExactly(1, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVERED", "REACHED", "ACCEPTED"})
  void an_sms_never_counts_as_dissuaded(Result result) {
    room.until("10:00").warn("w1", Grade.HIGH);
    room.until("10:01").conclude(Step.SMS, result, Conclusion.SCAM_STOPPED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
    assertThat(room.lastChange().conclusion()).isNull();
    assertThat(room.openKinds()).containsExactly(Kind.CALL, Kind.VISIT);
  }

  @Test
  void a_new_pattern_updates_the_open_case_and_may_raise_it() {
    room.until("10:00").warn("w1", Grade.MEDIUM);
    room.until("10:05").warn("w2", Grade.URGENT);
    assertThat(room.lastChange().caseId()).isEqualTo(CaseRoom.CASE);
    assertThat(room.lastChange().grade()).isEqualTo(Grade.URGENT);
    assertThat(room.openKinds()).contains(Kind.VISIT, Kind.STOP_PAYMENT);
  }

  @Test
  void a_case_never_goes_down_by_itself() {
    room.until("10:00").warn("w1", Grade.URGENT);
    room.until("10:01").warn("w2", Grade.LOW);
    assertThat(room.lastChange().grade()).isEqualTo(Grade.URGENT);
    assertThat(room.lastChange().because()).isEqualTo("WARNING:w2");
  }

  @Test
  void it_is_never_a_second_case() {
    room.until("10:00").warn("w1", Grade.HIGH);
    String other = CaseRoom.caseId("w2");
    var second =
        org.tocsin.core.warning.WarningBuilder.builder(room.warning("w2", Grade.HIGH))
            .caseId(other)
            .build();
    room.until("10:10").warn(second);

    assertThat(room.changes())
        .filteredOn(change -> change.caseId().equals(other))
        .singleElement()
        .satisfies(
            merged -> {
              assertThat(merged.state()).isEqualTo(CaseState.CLOSED);
              assertThat(merged.conclusion()).isEqualTo(Conclusion.DUPLICATE);
              assertThat(merged.because()).isEqualTo("MERGED:" + CaseRoom.CASE);
            });
    // What an officer reports on the other id is about this case.
    room.until("10:11").report(room.outcome(Step.CALL, Result.REACHED).caseId(other).build());
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
  }

  @Test
  void the_same_warning_again_changes_nothing() {
    room.until("10:00").warn("w1", Grade.HIGH);
    int told = room.told.size();
    room.until("10:00:10").warn("w1", Grade.HIGH);
    assertThat(room.told).hasSize(told);
    assertThat(room.counted).containsEntry("warning_duplicate", 1);
  }

  @Test
  void watch_only_makes_no_task_and_ends_by_itself() {
    room.until("10:00");
    room.warn(room.watchOnly("w1"));
    assertThat(room.lastChange().state()).isEqualTo(CaseState.ON_WATCH);
    assertThat(room.tasks()).isEmpty();
    room.until("2025-04-11T10:00");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
    assertThat(room.tasks()).isEmpty();
  }

  @Test
  void not_scam_closes_at_once_and_releases_every_advice() {
    room.until("10:00");
    room.warn(room.advisingStop("w1", Grade.URGENT, "acc"));
    room.until("10:02").conclude(Step.CALL, Result.REACHED, Conclusion.NOT_SCAM);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
    assertThat(room.openKinds()).isEmpty();
    assertThat(room.adviceChanges())
        .extracting(AdviceChange::state)
        .containsExactly(AdviceChange.State.ISSUED, AdviceChange.State.RELEASED);
  }

  @Test
  void refused_to_believe_keeps_the_person_on_watch() {
    room.until("10:00").warn("w1", Grade.URGENT);
    room.until("10:20").conclude(Step.VISIT, Result.REFUSED, Conclusion.REFUSED_TO_BELIEVE);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.ON_WATCH);
    assertThat(room.openKinds())
        .containsOnly(Kind.SMS, Kind.STOP_PAYMENT, Kind.FAMILY, Kind.FOLLOW_UP);
  }

  @Test
  void after_a_failed_dissuasion_new_behaviour_raises_the_tier() {
    room.until("10:00").warn("w1", Grade.MEDIUM);
    room.until("10:10").conclude(Step.CALL, Result.REFUSED, Conclusion.REFUSED_TO_BELIEVE);
    room.until("10:20").warn("w2", Grade.MEDIUM);
    assertThat(room.lastChange().grade()).isEqualTo(Grade.HIGH);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
  }

  @Test
  void unconvinced_goes_to_the_next_tier_on_its_timer() {
    room.until("10:00").warn("w1", Grade.MEDIUM);
    room.until("10:10").report(Step.CALL, Result.REFUSED);
    assertThat(room.openKinds()).doesNotContain(Kind.VISIT);
    room.until("14:10:01");
    assertThat(room.lastChange().tier()).isEqualTo(Tier.IN_PERSON);
    assertThat(room.openKinds()).contains(Kind.VISIT);
  }

  @Test
  void spoken_to_without_a_word_of_what_came_of_it_goes_to_the_next_tier_too() {
    room.until("10:00").warn("w1", Grade.MEDIUM);
    room.until("10:10").report(Step.CALL, Result.REACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
    room.until("2025-03-12T10:10:01");
    assertThat(room.lastChange().because()).isEqualTo("NOT_CONCLUDED");
    assertThat(room.lastChange().grade()).isEqualTo(Grade.HIGH);
  }

  @Test
  void unreached_goes_to_family_and_station_in_parallel_without_anyone_pressing_a_button() {
    room.until("10:00").warn("w1", Grade.MEDIUM);
    room.until("13:59:59");
    assertThat(room.openKinds()).containsOnly(Kind.SMS, Kind.CALL);
    room.until("14:00:01");
    assertThat(room.lastChange().because()).isEqualTo("UNREACHED");
    assertThat(room.lastChange().tier()).isEqualTo(Tier.IN_PERSON);
    assertThat(room.openKinds()).contains(Kind.FAMILY, Kind.VISIT);
    assertThat(room.only(Kind.VISIT).dueAt()).as("2 h").isEqualTo(CaseRoom.at("16:00"));
  }

  @Test
  void all_attempts_failed_is_v10_one_tier_up_and_sms_as_well() {
    room.until("10:00").warn("w1", Grade.MEDIUM);
    room.until("10:01").report(Step.SMS, Result.DELIVERED);
    room.until("10:20").report(Step.CALL, Result.NO_ANSWER);
    room.until("11:20").report(Step.CALL, Result.BUSY);
    room.until("12:20").report(Step.CALL, Result.FORWARDED);
    assertThat(room.lastChange().because()).isEqualTo("V10");
    assertThat(room.lastChange().grade()).isEqualTo(Grade.HIGH);
    assertThat(room.openKinds())
        .containsExactlyInAnyOrder(Kind.SMS, Kind.CALL, Kind.VISIT, Kind.FAMILY);
  }

  @Test
  void overdue_goes_to_the_unit_blue_the_county_yellow_the_city_red() {
    room.until("10:00").warn("w1", Grade.HIGH);
    room.until("10:02:29");
    assertThat(room.only(Kind.CALL).overdue()).isEqualTo(Overdue.NONE);
    room.until("10:02:31");
    assertThat(room.only(Kind.CALL).overdue()).isEqualTo(Overdue.BLUE);
    room.until("10:05:01");
    assertThat(room.only(Kind.CALL).overdue()).isEqualTo(Overdue.YELLOW);
    room.until("10:07:31");
    assertThat(room.only(Kind.CALL).overdue()).isEqualTo(Overdue.RED);
  }

  @Test
  void everyone_is_reached_within_24_h_or_the_level_above_takes_the_case() {
    room.until("10:00").warn("w1", Grade.HIGH);
    room.until("2025-03-12T10:00:01");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.SUPERVISED);
    room.until("2025-03-13T10:00:02");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.SUPERVISED);
    room.until("2025-03-20T12:00");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.ON_WATCH);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.UNREACHED);
  }

  @Test
  void family_contact_is_asked_for_once_though_rounds_of_calls_go_on() {
    room.until("10:00").warn("w1", Grade.URGENT);
    room.until("10:04").report(Step.FAMILY, Result.REACHED);
    room.until("12:00");
    assertThat(room.tasks(Kind.FAMILY)).hasSize(1);
    assertThat(room.tasks(Kind.CALL)).as("rounds").hasSize(3);
  }

  @Test
  void a_stop_is_asked_for_when_urgent_and_when_high_only_if_money_moved() {
    room.until("10:00").warn("w1", Grade.HIGH);
    assertThat(room.openKinds()).doesNotContain(Kind.STOP_PAYMENT);
    room.until("10:01");
    room.warn(room.withMoneyMoved(room.warning("w2", Grade.HIGH)));
    assertThat(room.only(Kind.STOP_PAYMENT).dueAt()).isEqualTo(CaseRoom.at("10:04"));
  }

  @Test
  void medium_is_called_within_calling_hours_only() {
    room.until("21:50").warn("w1", Grade.MEDIUM);
    assertThat(room.only(Kind.CALL).dueAt()).isEqualTo(CaseRoom.at("2025-03-12T08:20"));
    room.until("2025-03-12T08:04");
    assertThat(room.only(Kind.CALL).overdue()).as("14 of 30 minutes").isEqualTo(Overdue.NONE);
    room.until("2025-03-12T08:06");
    assertThat(room.only(Kind.CALL).overdue()).isEqualTo(Overdue.BLUE);
  }

  @Test
  void in_person_the_same_day_if_calls_fail_late() {
    room.until("18:30").warn("w1", Grade.MEDIUM);
    for (String time : List.of("19:00", "20:00", "22:30")) {
      room.until(time).report(Step.CALL, Result.NO_ANSWER);
    }
    assertThat(room.lastChange().because()).isEqualTo("V10");
    assertThat(room.only(Kind.VISIT).dueAt())
        .as("midnight comes before the 2 h of HIGH are over")
        .isEqualTo(CaseRoom.at("2025-03-12T00:00"));
  }

  @Test
  void an_outcome_that_comes_late_is_applied_when_the_case_last_changed() {
    room.until("10:00").warn("w1", Grade.URGENT);
    room.until("10:03:10");
    long changed = room.lastChange().changedAt();
    room.report(room.outcome(Step.CALL, Result.REACHED).eventTime(CaseRoom.at("10:00:30")).build());
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
    assertThat(room.lastChange().changedAt()).isGreaterThanOrEqualTo(changed);
  }

  @Test
  void an_outcome_from_a_clock_ahead_of_ours_does_not_run_the_case_into_the_future() {
    room.until("10:00").warn("w1", Grade.URGENT);
    room.until("10:01");
    room.report(room.outcome(Step.CALL, Result.REACHED).eventTime(CaseRoom.at("18:00")).build());
    assertThat(room.lastChange().changedAt()).isEqualTo(CaseRoom.at("10:01"));
  }

  @Test
  void of_two_conclusions_the_one_that_happened_later_counts_in_either_order() {
    for (boolean inOrder : List.of(true, false)) {
      CaseRoom each = new CaseRoom();
      each.until("10:00").warn("w1", Grade.URGENT);
      each.until("10:20");
      var refused = each.outcome(Step.CALL, Result.REFUSED).eventTime(CaseRoom.at("10:10")).build();
      var stopped =
          each.outcome(Step.VISIT, Result.ACCEPTED)
              .conclusion(Conclusion.SCAM_STOPPED)
              .eventTime(CaseRoom.at("10:15"))
              .build();
      each.report(inOrder ? refused : stopped).report(inOrder ? stopped : refused);
      assertThat(each.lastChange().state()).isEqualTo(CaseState.DISSUADED);
      assertThat(each.lastChange().conclusion()).isEqualTo(Conclusion.SCAM_STOPPED);
    }
  }

  @Test
  void the_same_outcome_again_changes_nothing() {
    room.until("10:00").warn("w1", Grade.HIGH);
    room.until("10:01");
    var outcome = room.outcome(Step.CALL, Result.NO_ANSWER).build();
    room.report(outcome);
    int told = room.told.size();
    room.report(outcome);
    assertThat(room.told).hasSize(told);
    assertThat(room.counted).containsEntry("outcome_duplicate", 1);
  }

  @Test
  void an_outcome_for_no_case_of_ours_is_told_as_unmatched() {
    room.until("10:00").report(Step.CALL, Result.REACHED);
    assertThat(room.all(UnmatchedOutcome.class))
        .extracting(UnmatchedOutcome::because)
        .containsExactly(UnmatchedOutcome.Reason.UNKNOWN_CASE);
  }

  @Test
  void closed_is_reopened_with_a_reason_by_a_new_sign() {
    room.until("10:00").warn("w1", Grade.HIGH);
    room.until("10:01").conclude(Step.CALL, Result.REACHED, Conclusion.NOT_SCAM);
    room.until("10:30").warn("w2", Grade.HIGH);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.REOPENED);
    assertThat(room.lastChange().because()).isEqualTo("WARNING:w2");
    assertThat(room.lastChange().conclusion()).isNull();
    assertThat(room.openKinds()).contains(Kind.CALL, Kind.VISIT);
  }

  @Test
  void closed_is_reopened_by_later_bad_news_and_by_nothing_else() {
    room.until("10:00").warn("w1", Grade.HIGH);
    room.until("10:01").conclude(Step.CALL, Result.REACHED, Conclusion.NOT_SCAM);
    room.until("10:02").report(Step.VISIT, Result.REACHED);
    assertThat(room.all(UnmatchedOutcome.class))
        .extracting(UnmatchedOutcome::because)
        .containsExactly(UnmatchedOutcome.Reason.CASE_CLOSED);
    room.until("10:40").conclude(Step.CALL, Result.REACHED, Conclusion.SCAM_ALREADY_PAID);
    assertThat(room.changes())
        .extracting(CaseChange::state)
        .endsWith(CaseState.REOPENED, CaseState.DISSUADED);
  }

  @Test
  void the_follow_up_of_low_is_a_sample_and_the_case_ends_by_itself() {
    room.until("10:00").warn("w1", Grade.LOW);
    assertThat(room.openKinds()).containsExactly(Kind.SMS);
    room.until("10:00:20").report(Step.SMS, Result.DELIVERED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.ON_WATCH);
    room.until("2025-05-01T10:00");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.UNREACHED);
  }

  @Test
  void urgent_and_high_are_called_at_any_hour() {
    room.until("2025-03-12T03:00").warn("w1", Grade.HIGH);
    assertThat(room.only(Kind.CALL).dueAt()).isEqualTo(CaseRoom.at("2025-03-12T03:05"));
  }
}
