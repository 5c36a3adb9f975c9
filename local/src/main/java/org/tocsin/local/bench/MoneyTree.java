package org.tocsin.local.bench;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;

/**
 * A victim's money on its way: six hops down, over five hundred accounts, every account passing on
 * all it got in equal parts. Reported chains are five or six hops long, and what is split into
 * hundreds is the worst that a trace has to follow.
 */
final class MoneyTree {

  /** Accounts at each hop; 500 in all. */
  private static final int[] ACCOUNTS = {1, 4, 15, 60, 160, 260};

  private static final long LOST_MINOR = 1_000_000_000L;
  private static final long HOP_MILLIS = 60_000;

  private final String name;

  /**
   * @param name tells one tree from another
   */
  MoneyTree(String name) {
    this.name = name;
  }

  /** How many transfers there are, and accounts they reach. */
  static int size() {
    int size = 0;
    for (int accounts : ACCOUNTS) {
      size += accounts;
    }
    return size;
  }

  /** Every transfer, the last of them just before {@code now}. */
  List<Event> transfers(long now) {
    List<Event> transfers = new ArrayList<>();
    for (int hop = 0; hop < ACCOUNTS.length; hop++) {
      for (int place = 0; place < ACCOUNTS[hop]; place++) {
        long time = now - (ACCOUNTS.length - hop) * HOP_MILLIS + place;
        String from = hop == 0 ? name + "-savings" : account(hop - 1, parent(hop, place));
        TransactionBuilder transfer = transfer(from, account(hop, place), amount(hop), time);
        transfers.add((hop == 0 ? transfer.payerPerson(victim()) : transfer).build());
      }
    }
    return transfers;
  }

  /** The victim says that it was a fraud. */
  Event report(long now) {
    return ClueBuilder.builder()
        .eventId(name + "-report")
        .source("police")
        .eventTime(now)
        .kind(Clue.Kind.SCAM_REPORT)
        .person(victim())
        .payeeAccount(account(0, 0))
        .amountMinor(LOST_MINOR)
        .build();
  }

  /** One of the last accounts passes its part on. */
  Event further(int number, long now) {
    int last = ACCOUNTS.length - 1;
    return transfer(account(last, number), name + "-further-" + number, amount(last), now).build();
  }

  /** The event id of {@link #further}. */
  String furtherId(int number) {
    return id(name + "-further-" + number);
  }

  /** Whether the event is a transfer of this tree. */
  boolean isMine(String eventId) {
    return eventId.startsWith("to-" + name + "-");
  }

  private String victim() {
    return name + "-victim";
  }

  private String account(int hop, int place) {
    return name + "-" + hop + "-" + place;
  }

  private static int parent(int hop, int place) {
    return place * ACCOUNTS[hop - 1] / ACCOUNTS[hop];
  }

  /** As if everybody above had the same number of payees: it only has to be worth following. */
  private static long amount(int hop) {
    return LOST_MINOR / ACCOUNTS[hop];
  }

  private static String id(String payee) {
    return "to-" + payee;
  }

  private static TransactionBuilder transfer(String from, String to, long amountMinor, long time) {
    return TransactionBuilder.builder()
        .eventId(id(to))
        .source("bank-trace")
        .eventTime(time)
        .kind(Transaction.Kind.TRANSFER)
        .amountMinor(amountMinor)
        .currency("CNY")
        .payerAccount(from)
        .payeeAccount(to)
        .channel(Transaction.Channel.MOBILE)
        .region("370600");
  }
}
