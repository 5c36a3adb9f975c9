package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.AdviceChange.State;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** One case, several payees or none: what is said of one says nothing of the others. */
class PayeesApartTest {

  private final CaseRoom room = new CaseRoom();

  @Test
  void that_one_payee_is_honest_quiets_that_payee_only() {
    twoPayees();
    room.until("10:02").report(notScam("supplier"));

    assertThat(statesOf("supplier")).containsExactly(State.ISSUED, State.RELEASED);
    assertThat(statesOf("swindler")).containsExactly(State.ISSUED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
    assertThat(room.lastChange().conclusion()).isNull();
    assertThat(room.only(Kind.STOP_PAYMENT).state()).isEqualTo(Task.State.OPEN);
  }

  @Test
  void when_the_last_payee_is_honest_too_the_case_is_over() {
    twoPayees();
    room.until("10:02").report(notScam("supplier"));
    room.until("10:03").report(notScam("swindler"));

    assertThat(statesOf("swindler")).containsExactly(State.ISSUED, State.RELEASED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.NOT_SCAM);
  }

  @Test
  void without_a_payee_or_about_an_unknown_one_the_whole_matter_is_meant() {
    twoPayees();
    room.until("10:02").report(notScam(null));

    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
    assertThat(statesOf("swindler")).containsExactly(State.ISSUED, State.RELEASED);
  }

  @Test
  void what_the_bank_holds_of_the_other_payee_stays_held() {
    twoPayees();
    room.until("10:01")
        .report(room.outcome(Step.STOP_PAYMENT, Result.ACCEPTED).account("swindler").build());
    room.until("10:02").report(notScam("supplier"));

    assertThat(statesOf("swindler")).containsExactly(State.ISSUED, State.ACCEPTED);
    assertThat(room.only(Kind.STOP_PAYMENT).state()).isEqualTo(Task.State.CANCELLED);
    room.until("2025-03-13T04:30");
    assertThat(room.tasks(Kind.STOP_PAYMENT)).as("its end is announced").hasSize(2);
  }

  @Test
  void who_is_spoken_to_about_one_payee_only_is_asked_again_about_the_rest() {
    twoPayees();
    room.until("10:02").report(notScam("supplier"));
    room.until("2025-03-12T10:00");

    assertThat(room.lastChange().state()).isNotEqualTo(CaseState.CLOSED);
    assertThat(room.openKinds()).contains(Kind.VISIT);
  }

  @Test
  void the_opening_of_a_card_asks_no_bank_to_stop_a_payment() {
    room.until("10:00").warn(of(Lane.OPENING, "w1"));

    assertThat(room.openKinds()).contains(Kind.VISIT).doesNotContain(Kind.STOP_PAYMENT);
    room.until("10:20").warn(room.advisingStop("w2", Grade.URGENT, "mule"));
    assertThat(room.openKinds()).contains(Kind.STOP_PAYMENT);
  }

  @Test
  void after_an_opening_a_victims_warning_without_a_payee_has_the_bank_asked() {
    room.until("10:00").warn(of(Lane.OPENING, "w1"));
    room.until("10:20").warn("w2", Grade.URGENT);

    assertThat(room.openKinds()).contains(Kind.STOP_PAYMENT);
  }

  @Test
  void the_family_is_told_of_whoever_does_not_believe_it_on_the_phone() {
    room.until("10:00").warn("w1", Grade.URGENT);
    room.until("10:01").conclude(Step.CALL, Result.REFUSED, Conclusion.REFUSED_TO_BELIEVE);

    assertThat(room.openKinds()).contains(Kind.FAMILY, Kind.VISIT).doesNotContain(Kind.CALL);
  }

  @Test
  void nobody_tells_the_family_at_once_that_one_of_them_is_suspected() {
    room.until("10:00").warn(of(Lane.MULE, "w1"));
    assertThat(room.openKinds()).contains(Kind.VISIT).doesNotContain(Kind.FAMILY);

    room.until("10:01").warn("w2", Grade.URGENT);
    room.until("10:02").conclude(Step.CALL, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    room.until("10:30").warn("w3", Grade.URGENT);
    assertThat(room.openKinds()).as("a victim as well").contains(Kind.FAMILY);
  }

  private void twoPayees() {
    room.until("10:00");
    Advice supplier = room.advice("stop-1", Advice.Kind.STOP_PAYMENT, "supplier");
    Advice swindler = room.advice("stop-2", Advice.Kind.STOP_PAYMENT, "swindler");
    Advice delay = room.advice("delay", Advice.Kind.DELAY_PAYMENT, "own");
    room.warn(
        WarningBuilder.builder(room.warning("w1", Grade.URGENT))
            .advice(List.of(supplier, swindler, delay))
            .build());
  }

  private Warning of(Lane lane, String id) {
    return WarningBuilder.builder(room.warning(id, Grade.URGENT)).lane(lane).build();
  }

  private Outcome notScam(String account) {
    return room.outcome(Step.CALL, Result.REACHED)
        .account(account)
        .conclusion(Conclusion.NOT_SCAM)
        .build();
  }

  private List<State> statesOf(String account) {
    return room.adviceChanges().stream()
        .filter(change -> account.equals(change.advice().account()))
        .map(AdviceChange::state)
        .toList();
  }
}
