package org.tocsin.local.city.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.Transaction.Result;
import org.tocsin.core.event.TransactionBuilder;

/** Keeps the books in event order, and writes balances into the records of banks that tell them. */
public final class Ledger {
  private final Map<String, Account> accounts = new HashMap<>();
  private final Set<String> movedToday = new HashSet<>();

  public void open(Account account) {
    if (account.kept) {
      accounts.put(account.token, account);
    }
  }

  /** Both records of a transfer bear one time, so none of a pair is left behind. */
  public void endOfDay() {
    movedToday.clear();
  }

  public Event book(Event event) {
    return event instanceof Transaction transaction && transaction.result() == Result.SETTLED
        ? book(transaction)
        : event;
  }

  private Event book(Transaction transaction) {
    Account payer = accounts.get(String.valueOf(transaction.payerAccount()));
    Account payee = accounts.get(String.valueOf(transaction.payeeAccount()));
    String transfer = transaction.transferId();
    if (transfer == null || movedToday.add(transfer)) {
      move(payer, -transaction.amountMinor());
      move(payee, transaction.amountMinor());
    }
    boolean payerTold = told(payer, transaction);
    boolean payeeTold = told(payee, transaction);
    if (!payerTold && !payeeTold) {
      return transaction;
    }
    return TransactionBuilder.builder(transaction)
        .payerBalanceMinor(payerTold ? payer.booked : null)
        .payeeBalanceMinor(payeeTold ? payee.booked : null)
        .build();
  }

  /** Small overdrafts within a day come from planning a day as a whole; a card has none. */
  private static void move(Account account, long amount) {
    if (account != null) {
      account.booked = Math.max(0, account.booked + amount);
    }
  }

  private static boolean told(Account account, Transaction transaction) {
    return account != null
        && account.bank.balances()
        && account.bank.code().equals(transaction.source());
  }
}
