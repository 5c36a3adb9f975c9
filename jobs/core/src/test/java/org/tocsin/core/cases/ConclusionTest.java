package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** The conclusion of a case says what has come of it so far, and how it ended once it is closed. */
class ConclusionTest {

  private final CaseRoom room = new CaseRoom();

  @BeforeEach
  void aCaseIsOpened() {
    room.until("10:00").warn(room.warning("w1", Grade.URGENT));
  }

  @Test
  void thereIsNoneWhileNothingHasComeOfIt() {
    assertThat(room.lastChange().conclusion()).isNull();
    room.until("10:01").report(Step.CALL, Result.REACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
    assertThat(room.lastChange().conclusion()).isNull();
  }

  @Test
  void whoWasNeverReachedIsOnWatchAsUnreachedAndClosedAsThat() {
    room.until("2025-03-30T10:00");
    assertThat(room.lastChange().because()).isEqualTo("GIVEN_UP");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.ON_WATCH);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.UNREACHED);
    room.until("2025-06-01T10:00");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.UNREACHED);
  }

  @Test
  void aNewSignTakesBackThatThePersonWasGivenUp() {
    room.until("2025-03-30T10:00").warn(room.warning("w2", Grade.URGENT));
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
    assertThat(room.lastChange().conclusion()).isNull();
  }

  @Test
  void whoWasConvincedAndNeverMetAgainWasDissuadedAllTheSame() {
    room.until("10:01").conclude(Step.CALL, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    for (int day = 12; room.lastChange().state() == CaseState.DISSUADED; day++) {
      room.until("2025-03-%dT15:00".formatted(day)).report(Step.FOLLOW_UP, Result.NO_ANSWER);
    }
    assertThat(room.lastChange().state()).isEqualTo(CaseState.SUPERVISED);

    room.until("2025-04-30T10:00");

    assertThat(room.changes()).extracting(CaseChange::because).contains("GIVEN_UP");
    assertThat(room.changes())
        .filteredOn(change -> change.because().equals("GIVEN_UP"))
        .allMatch(change -> change.conclusion() == Conclusion.SCAM_STOPPED);
    room.until("2025-07-30T10:00");
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.SCAM_STOPPED);
  }

  @Test
  void whoDidNotBelieveItAndIsGivenUpStaysOneWhomTheNextSignRaises() {
    room.until("10:01").conclude(Step.CALL, Result.REFUSED, Conclusion.REFUSED_TO_BELIEVE);

    room.until("2025-04-10T10:00");

    assertThat(room.lastChange().state()).isEqualTo(CaseState.ON_WATCH);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.REFUSED_TO_BELIEVE);
  }

  @Test
  void whoPaysOnAfterNotBelievingItIsAskedAgainThoughTheWarningIsTheSame() {
    room.until("10:01").conclude(Step.CALL, Result.REFUSED, Conclusion.REFUSED_TO_BELIEVE);
    room.until("10:41").warn(again(room.warning("w1", Grade.URGENT)));

    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
    assertThat(room.openKinds()).contains(Task.Kind.VISIT);
  }

  @Test
  void theSameWarningToldAgainForOtherReasonsLeavesWhoDidNotBelieveItOnWatch() {
    Warning first = room.warning("w1", Grade.URGENT);
    room.until("10:01").conclude(Step.CALL, Result.REFUSED, Conclusion.REFUSED_TO_BELIEVE);
    room.until("10:41")
        .warn(WarningBuilder.builder(again(first)).eventTime(first.eventTime()).build());

    assertThat(room.lastChange().state()).isEqualTo(CaseState.ON_WATCH);
  }

  private Warning again(Warning warning) {
    return WarningBuilder.builder(warning).revision(warning.revision() + 1).build();
  }

  @Test
  void aNewSignAfterADissuasionBeginsWithoutAConclusion() {
    room.until("10:01").conclude(Step.CALL, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    room.until("15:00").warn(room.warning("w2", Grade.URGENT));
    assertThat(room.lastChange().state()).isEqualTo(CaseState.REOPENED);
    assertThat(room.lastChange().conclusion()).isNull();

    room.until("2025-04-30T10:00");
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.UNREACHED);
  }

  @Test
  void aDissuadedCaseHasOneAndGoesOn() {
    room.until("10:01").conclude(Step.CALL, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.DISSUADED);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.SCAM_STOPPED);
    room.until("10:20").conclude(Step.CALL, Result.REFUSED, Conclusion.REFUSED_TO_BELIEVE);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.ON_WATCH);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.REFUSED_TO_BELIEVE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Conclusion.class,
      names = {"SCAM_STOPPED", "SCAM_ALREADY_PAID", "NOT_SCAM", "DUPLICATE", "VICTIM_TURNED_MULE"})
  void whoPaysOnAfterAnyConclusionIsWorkedOnAgain(Conclusion conclusion) {
    room.until("10:01").conclude(Step.CALL, Result.REACHED, conclusion);
    room.until("10:41").warn(again(room.warning("w1", Grade.URGENT)));

    assertThat(room.lastChange().state()).isIn(CaseState.OPEN, CaseState.REOPENED);
    assertThat(room.openKinds()).contains(Task.Kind.CALL, Task.Kind.VISIT, Task.Kind.STOP_PAYMENT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Conclusion.class,
      names = {"SCAM_STOPPED", "SCAM_ALREADY_PAID", "NOT_SCAM", "DUPLICATE", "VICTIM_TURNED_MULE"})
  void whatWasDoneBeforeTheConclusionAsksForNothingAfterIt(Conclusion conclusion) {
    Warning first = room.warning("w1", Grade.URGENT);
    room.until("10:01").conclude(Step.CALL, Result.REACHED, conclusion);
    CaseState then = room.lastChange().state();
    room.until("10:41")
        .warn(WarningBuilder.builder(again(first)).eventTime(first.eventTime()).build());

    assertThat(room.lastChange().state()).isEqualTo(then);
  }

  @Test
  void whoIsUnconvincedAtAFollowUpIsVisitedWhenNobodyHasBeenThere() {
    room.until("10:01").conclude(Step.CALL, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    room.until("2025-03-12T10:02").report(Step.FOLLOW_UP, Result.REFUSED);

    assertThat(room.lastChange().state()).isEqualTo(CaseState.ON_WATCH);
    assertThat(room.openKinds()).contains(Task.Kind.VISIT);
  }
}
