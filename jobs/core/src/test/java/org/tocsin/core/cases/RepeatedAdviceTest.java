package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.AdviceChange.State;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** What a bank or carrier has answered, and later revisions that still carry the advice. */
class RepeatedAdviceTest {

  private final CaseRoom room = new CaseRoom();
  private Warning first;

  @BeforeEach
  void two_accounts_are_to_be_stopped() {
    room.until("10:00");
    first =
        WarningBuilder.builder(room.warning("w1", Grade.URGENT))
            .advice(List.of(stop("one"), stop("other")))
            .build();
    room.warn(first);
  }

  @Test
  void what_an_appeal_lifted_is_not_issued_again_by_the_next_revision() {
    room.until("10:05").report(about("one", Step.APPEAL, Result.ACCEPTED));
    nextRevision("10:10", stopUntil(first, "one"), stopUntil(first, "other"), stop("third"));

    assertThat(statesOf("one")).containsExactly(State.ISSUED, State.RELEASED);
    assertThat(statesOf("other")).containsExactly(State.ISSUED);
    assertThat(statesOf("third")).containsExactly(State.ISSUED);
  }

  @Test
  void what_a_bank_refused_is_not_issued_again_by_the_next_revision() {
    room.until("10:05").report(about("one", Step.STOP_PAYMENT, Result.REFUSED));
    nextRevision("10:10", stopUntil(first, "one"), stopUntil(first, "other"));

    assertThat(statesOf("one")).containsExactly(State.ISSUED, State.REFUSED);
  }

  @Test
  void what_is_asked_for_longer_than_it_was_has_a_new_reason_and_is_issued() {
    room.until("10:05").report(about("one", Step.STOP_PAYMENT, Result.REFUSED));
    room.until("11:00");
    nextRevision("11:00", stop("one"));

    assertThat(statesOf("one")).containsExactly(State.ISSUED, State.REFUSED, State.ISSUED);
  }

  @Test
  void one_request_for_two_accounts_is_done_when_the_bank_has_answered_about_both() {
    room.until("10:05").report(about("one", Step.STOP_PAYMENT, Result.REFUSED));
    assertThat(room.only(Kind.STOP_PAYMENT).state()).isEqualTo(Task.State.OPEN);
    room.until("10:06").report(about("other", Step.STOP_PAYMENT, Result.ACCEPTED));
    assertThat(room.only(Kind.STOP_PAYMENT).state()).isEqualTo(Task.State.DONE);
  }

  @Test
  void nobody_is_pressed_to_ask_for_what_appeals_have_lifted() {
    room.until("10:05").report(about("one", Step.APPEAL, Result.ACCEPTED));
    assertThat(room.only(Kind.STOP_PAYMENT).state()).isEqualTo(Task.State.OPEN);
    room.until("10:06").report(about("other", Step.APPEAL, Result.ACCEPTED));
    assertThat(room.only(Kind.STOP_PAYMENT).state()).isEqualTo(Task.State.CANCELLED);
  }

  @Test
  void a_foreign_warning_that_would_stop_no_account_in_particular_stops_no_case() {
    Advice nobodys =
        new Advice("s", Advice.Kind.STOP_PAYMENT, null, null, null, 1L, "V1", "APPEAL", 0L);
    nextRevision("10:10", nobodys);

    assertThat(room.lastChange().because()).isEqualTo("WARNING:w1");
  }

  private void nextRevision(String time, Advice... advice) {
    room.until(time);
    room.warn(
        WarningBuilder.builder(first)
            .revision(first.revision() + 1)
            .eventTime(CaseRoom.at(time))
            .advice(List.of(advice))
            .build());
  }

  private Advice stop(String account) {
    return room.advice("stop-" + account, Advice.Kind.STOP_PAYMENT, account);
  }

  private static Advice stopUntil(Warning warning, String account) {
    return warning.advice().stream().filter(a -> account.equals(a.account())).findFirst().get();
  }

  private Outcome about(String account, Step step, Result result) {
    OutcomeBuilder outcome = room.outcome(step, result);
    return outcome.account(account).build();
  }

  private List<State> statesOf(String account) {
    return room.adviceChanges().stream()
        .filter(change -> account.equals(change.advice().account()))
        .map(AdviceChange::state)
        .toList();
  }
}
