package org.tocsin.core.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.core.codec.Codec;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;
import org.tocsin.core.stage.Turn;
import org.tocsin.runtime.rulebook.RulebookLoader;
import org.tocsin.testkit.state.StateBytes;

/** However much passes through an account, what is kept of it has a bound. */
class StateSizeTest {

  private static final int KIB = 1024;
  private static final long START = 1_773_000_000_000L;

  private final LinkStage stage = new LinkStage(RulebookLoader.standard());
  private final Map<Long, LinkState> states = new HashMap<>();

  private void feed(Event event) {
    Deque<Mail> waiting = new ArrayDeque<>(LinkRouter.route(new LinkInput.EventSeen(event), "CNY"));
    for (Mail mail = waiting.poll(); mail != null; mail = waiting.poll()) {
      Turn<LinkOutput> turn = new Posting(waiting, event.eventTime());
      states.put(mail.key(), stage.onInput(mail.key(), states.get(mail.key()), mail, turn));
    }
  }

  private static Event paid(int i, String from, String to) {
    return TransactionBuilder.builder()
        .eventId("event-number-" + i)
        .source("bank-1")
        .eventTime(START + i * 30_000L)
        .kind(Transaction.Kind.TRANSFER)
        .amountMinor(100_000 + i)
        .currency("CNY")
        .payerAccount(from)
        .payeeAccount(to)
        .payeePerson("the-person-of-" + to)
        .build();
  }

  private static Event report(int i, String victim, String payee) {
    return ClueBuilder.builder()
        .eventId("clue-" + i)
        .source("police")
        .eventTime(START + i * 30_000L)
        .kind(Clue.Kind.SCAM_REPORT)
        .person(victim)
        .payeeAccount(payee)
        .amountMinor(100_000L)
        .build();
  }

  private int largest() throws IOException {
    int largest = 0;
    for (LinkState state : states.values()) {
      if (state != null) {
        largest = Math.max(largest, StateBytes.write(Codec.of(LinkState.class), state).length);
      }
    }
    return largest;
  }

  @Test
  void an_account_with_thousands_of_transfers_and_victims() throws IOException {
    for (int i = 0; i < 3_000; i++) {
      feed(paid(i, "payer-account-" + i, "busy-account"));
      if (i % 20 == 0) {
        feed(report(i, "victim-person-" + i, "busy-account"));
      }
    }
    assertThat(largest()).isLessThan(160 * KIB);
  }

  @Test
  void an_ordinary_account_of_forty_transfers_a_week() throws IOException {
    for (int i = 0; i < 40; i++) {
      feed(paid(i * 500, "ordinary-account", "friend-account-" + i % 7));
    }
    assertThat(largest()).isLessThan(6 * KIB);
  }

  private record Posting(Deque<Mail> waiting, long now) implements Turn<LinkOutput> {

    @Override
    public long watermark() {
      return Long.MIN_VALUE;
    }

    @Override
    public void emit(LinkOutput output) {
      if (output instanceof LinkOutput.Posted posted) {
        waiting.add(posted.mail());
      }
    }

    @Override
    public void wakeAt(long time) {}

    @Override
    public void count(String metric) {}
  }
}
