package org.tocsin.local.city.world;

import org.tocsin.core.event.Holder;

/** A bank account or a wallet. Balances in fen. */
public final class Account {
  public final String token;
  public final Bank bank;
  public final Holder holder;

  /** Whose it is, or who acts for the company; null for somebody outside the city. */
  public final Person owner;

  /** ISO 18245; null unless a merchant's. */
  public final String category;

  public final long openedAt;

  /** What the owner believes to have when a day is planned. */
  public long available;

  /** What the bank's books say, event by event; moved by the ledger alone. */
  long booked;

  /** False for accounts of other cities, of whose balance nobody here knows. */
  boolean kept;

  public Account(
      String token, Bank bank, Holder holder, Person owner, String category, long openedAt) {
    this.token = token;
    this.bank = bank;
    this.holder = holder;
    this.owner = owner;
    this.category = category;
    this.openedAt = openedAt;
  }

  /** A person's or company's account with a balance of its own. */
  public Account with(long balance) {
    available = balance;
    booked = balance;
    kept = true;
    return this;
  }
}
