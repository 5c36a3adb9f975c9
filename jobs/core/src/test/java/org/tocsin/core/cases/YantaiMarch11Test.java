package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

/**
 * Yantai, 11 March: several calls, each time hung up in a hurry, then no answer; the family
 * contacted; pushed to the district centre; officers of the local station and the family at the
 * door. A million yuan was not sent. Minute by minute.
 */
class YantaiMarch11Test {

  private final CaseRoom room = new CaseRoom();

  @Test
  void theMillionStaysOnTheAccount() {
    // 10:00 the warning: SMS, call, visit, the family and the request to the bank, all at once.
    room.until("10:00").warn("w1", Grade.URGENT);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
    assertThat(room.openKinds())
        .containsExactly(
            Task.Kind.SMS,
            Task.Kind.CALL,
            Task.Kind.VISIT,
            Task.Kind.FAMILY,
            Task.Kind.STOP_PAYMENT);
    assertThat(room.only(Task.Kind.CALL).dueAt()).isEqualTo(CaseRoom.at("10:01"));
    assertThat(room.only(Task.Kind.VISIT).dueAt()).isEqualTo(CaseRoom.at("10:30"));

    // 10:00:40 she answers and hangs up in a hurry: that is no contact, the next attempt follows.
    room.until("10:00:10").report(Step.SMS, Result.DELIVERED);
    room.until("10:00:40").report(Step.CALL, Result.EVADED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
    assertThat(room.tasks(Task.Kind.CALL).get(1).attempt()).isEqualTo(2);
    assertThat(room.tasks(Task.Kind.CALL).get(1).dueAt()).isEqualTo(CaseRoom.at("10:02"));

    // 10:01:30 again; 10:02:40 no answer any more: V10, an SMS goes out again.
    room.until("10:01:30").report(Step.CALL, Result.EVADED);
    room.until("10:02:40").report(Step.CALL, Result.NO_ANSWER);
    assertThat(room.lastChange().because()).isEqualTo("V10");
    assertThat(room.openKinds())
        .containsExactlyInAnyOrder(
            Task.Kind.VISIT, Task.Kind.STOP_PAYMENT, Task.Kind.SMS, Task.Kind.FAMILY);

    // 10:03 the three minutes are over; nothing is asked for twice.
    room.until("10:03:30");
    assertThat(room.tasks(Task.Kind.FAMILY)).hasSize(1);

    // 10:04 the bank holds the money; 10:06 the husband is told; 10:12 she is called again.
    room.until("10:04").report(room.outcome(Step.STOP_PAYMENT, Result.ACCEPTED).build());
    room.until("10:06").report(Step.FAMILY, Result.REACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.OPEN);
    room.until("10:12:50");
    assertThat(room.openKinds()).contains(Task.Kind.CALL);

    // 10:15 nobody has gone yet: the visit is nearly due.
    room.until("10:15:01");
    assertThat(room.only(Task.Kind.VISIT).overdue()).isEqualTo(Task.Overdue.BLUE);

    // 10:21 officers and family at the door; 10:40 she believes them.
    room.until("10:21").report(Step.VISIT, Result.REACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CONTACTED);
    room.until("10:40").conclude(Step.VISIT, Result.ACCEPTED, Conclusion.SCAM_STOPPED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.DISSUADED);
    assertThat(room.lastChange().tier()).isEqualTo(Tier.IN_PERSON);
    assertThat(room.openKinds()).containsOnly(Task.Kind.FOLLOW_UP);
    assertThat(room.tasks(Task.Kind.FOLLOW_UP))
        .extracting(Task::dueAt)
        .containsExactly(CaseRoom.at("2025-03-12T10:40"), CaseRoom.at("2025-03-18T10:40"));

    // The next day and the next week: followed up, then closed.
    room.until("2025-03-12T10:00").report(Step.FOLLOW_UP, Result.REACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.FOLLOWED_UP);
    room.until("2025-03-18T10:00").report(Step.FOLLOW_UP, Result.REACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.CLOSED);
    assertThat(room.lastChange().conclusion()).isEqualTo(Conclusion.SCAM_STOPPED);
    assertThat(room.changes())
        .extracting(CaseChange::revision)
        .isEqualTo(List.of(1, 2, 3, 4, 5, 6, 7, 8));
  }
}
