package org.tocsin.local.city.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.core.event.Transaction.Kind;
import org.tocsin.core.event.Transaction.Result;
import org.tocsin.core.event.TransactionBuilder;

/** Moves money and writes the records that the banks concerned would send. */
public final class Bankbook {
  private static final long PENDING_FROM = Money.yuan(2_000);

  private final Tokens tokens;
  private final Dice dice;
  private final Consumer<Event> out;

  public Bankbook(Tokens tokens, Dice dice, Consumer<Event> out) {
    this.tokens = tokens;
    this.dice = dice;
    this.out = out;
  }

  public Payment transfer(long at, Account from, Account to, long amount) {
    return transfer(at, from, to, amount, dice.chance(.9) ? Channel.MOBILE : Channel.ONLINE);
  }

  public Payment transfer(long at, Account from, Account to, long amount, Channel channel) {
    return move(at, Kind.TRANSFER, from, to, amount, channel);
  }

  /** At a merchant's till, by code or card. */
  public Payment shop(long at, Account from, Account merchant, long amount) {
    Channel channel = dice.chance(.75) ? Channel.QR : Channel.POS;
    return move(at, Kind.MERCHANT_PAYMENT, from, merchant, amount, channel);
  }

  public Payment shopOnline(long at, Account from, Account merchant, long amount) {
    return move(at, Kind.MERCHANT_PAYMENT, from, merchant, amount, Channel.MOBILE);
  }

  public Payment refund(long at, Account merchant, Account to, long amount) {
    return move(at, Kind.REFUND, merchant, to, amount, Channel.ONLINE);
  }

  public Payment loan(long at, Account lender, Account to, long amount) {
    return move(at, Kind.LOAN_DISBURSEMENT, lender, to, amount, Channel.ONLINE);
  }

  public Payment cashOut(long at, Account from, long amount, Channel channel) {
    return move(at, Kind.CASH_WITHDRAWAL, from, null, amount, channel);
  }

  public Payment cashIn(long at, Account to, long amount) {
    return move(at, Kind.CASH_DEPOSIT, null, to, amount, Channel.COUNTER);
  }

  /** A deposit broken: the money lands on the same person's account. */
  public Payment redeem(long at, Account to, long amount) {
    return move(at, Kind.DEPOSIT_REDEMPTION, null, to, amount, Channel.MOBILE);
  }

  /** A payment that the bank refused; no money moves. */
  public Event declined(long at, Account from, Account to, long amount) {
    Transaction refused =
        record(at, Kind.TRANSFER, from, to, amount, Channel.MOBILE, from.bank, null)
            .result(Result.DECLINED)
            .build();
    out.accept(refused);
    return refused;
  }

  private Payment move(long at, Kind kind, Account from, Account to, long amount, Channel channel) {
    Bank bank = from == null ? to.bank : from.bank;
    List<Event> records = new ArrayList<>(3);
    long settledAt = at;
    String announced = null;
    if (kind == Kind.TRANSFER && bank.pendingFirst() && amount >= PENDING_FROM) {
      Transaction pending =
          record(at, kind, from, to, amount, channel, bank, null).result(Result.PENDING).build();
      records.add(pending);
      announced = pending.eventId();
      settledAt = at + dice.between(2_000L, 45_000L);
    }
    boolean both = from != null && to != null && !bank.equals(to.bank) && to.bank.reportsIncoming();
    String transferId = both ? tokens.event('x') : null;
    records.add(
        record(settledAt, kind, from, to, amount, channel, bank, transferId)
            .ofEventId(announced)
            .build());
    if (both) {
      records.add(record(settledAt, kind, from, to, amount, null, to.bank, transferId).build());
    }
    records.forEach(out);
    if (from != null) {
      from.available -= amount;
    }
    if (to != null) {
      to.available += amount;
    }
    return new Payment(records, settledAt, amount);
  }

  private TransactionBuilder record(
      long at,
      Kind kind,
      Account from,
      Account to,
      long amount,
      Channel channel,
      Bank reporter,
      String transferId) {
    boolean till = channel == Channel.QR || channel == Channel.POS || channel == Channel.ATM;
    Account shown = to == null ? from : to;
    return TransactionBuilder.builder()
        .eventId(tokens.event('t'))
        .source(reporter.code())
        .eventTime(at)
        .kind(kind)
        .amountMinor(amount)
        .currency("CNY")
        .payerAccount(from == null ? null : from.token)
        .payeeAccount(to == null ? null : to.token)
        .payerPerson(personSeenBy(reporter, from))
        .payeePerson(personSeenBy(reporter, to))
        .payerHolder(from == null ? Holder.PERSON : from.holder)
        .payeeHolder(to == null ? Holder.PERSON : to.holder)
        .result(Result.SETTLED)
        .transferId(transferId)
        .channel(channel)
        .merchantCategory(kind == Kind.MERCHANT_PAYMENT ? to.category : null)
        .terminal(till ? terminal(shown, channel) : null)
        .region(from == null || from.owner == null ? null : from.owner.region);
  }

  /** A cash machine is any of the city's few hundred; a till is the merchant's own. */
  private String terminal(Account shown, Channel channel) {
    return channel == Channel.ATM
        ? tokens.device(900_000 + dice.between(0, 299))
        : "T" + shown.token.substring(1, 9);
  }

  private static String personSeenBy(Bank reporter, Account account) {
    boolean seen =
        account != null
            && account.owner != null
            && account.holder != Holder.MERCHANT
            && account.bank.equals(reporter)
            && reporter.namesPersons();
    return seen ? account.owner.token : null;
  }
}
