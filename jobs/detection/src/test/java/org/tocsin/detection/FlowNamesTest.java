package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;

/**
 * Several records of one flow of money: evidence names one of them, with that one's own time.
 * {@link Chain} asks it of every signal and warning.
 */
class FlowNamesTest {

  private static Story fastOut() {
    return new Story()
        .pays("03-02 10:00", "victim-1", "card", 8_000)
        .pays("03-02 10:06", "card", "next", 7_900)
        .pays("03-02 11:00", "victim-2", "card", 9_000)
        .pays("03-02 11:05", "card", "next", 8_950)
        .pays("03-02 12:00", "victim-3", "card", 9_000)
        .pays("03-02 12:05", "card", "next", 8_950);
  }

  private static Transaction payees(Transaction paid, String transferId, long later) {
    return TransactionBuilder.builder(paid)
        .transferId(transferId)
        .eventId("other-" + paid.eventId())
        .source("bank-2")
        .eventTime(paid.eventTime() + later)
        .payerBalanceMinor(null)
        .build();
  }

  private static void found(List<Event> events) {
    for (long seed = 0; seed < 10; seed++) {
      Story story = new Story();
      events.forEach(story::add);
      Chain chain = new Chain().feed(seed == 0 ? story.events() : story.shuffled(seed));
      assertThat(chain.warnings("B2")).as("seed %d", seed).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-9_000, -1, 0, 1, 9_000})
  void theBanksClocksDiffer(long later) {
    List<Event> events = new ArrayList<>();
    for (Event event : fastOut().events()) {
      Transaction paid = (Transaction) event;
      String id = "x-" + paid.eventId();
      events.add(TransactionBuilder.builder(paid).transferId(id).build());
      events.add(payees(paid, id, later));
    }
    found(events);
  }

  @Test
  void theOtherBankReportsBetweenAnAnnouncementAndItsSettlement() {
    List<Event> events = new ArrayList<>();
    for (Event event : fastOut().events()) {
      Transaction paid = (Transaction) event;
      String id = "x-" + paid.eventId();
      events.add(TransactionBuilder.builder(paid).result(Transaction.Result.PENDING).build());
      events.add(payees(paid, id, 5_000));
      events.add(
          TransactionBuilder.builder(paid)
              .eventId("settles-" + paid.eventId())
              .ofEventId(paid.eventId())
              .transferId(id)
              .eventTime(paid.eventTime() + 40_000)
              .build());
    }
    found(events);
  }
}
