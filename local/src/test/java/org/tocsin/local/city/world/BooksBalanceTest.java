package org.tocsin.local.city.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;

class BooksBalanceTest {
  private static final Bank TELLS_ALL = new Bank("TELLS", true, false, true, true);
  private static final Bank TELLS_TOO = new Bank("TELLS-2", true, false, true, true);
  private static final Bank SILENT = new Bank("SILENT", false, false, false, false);

  private final Ledger ledger = new Ledger();
  private final List<Event> told = new ArrayList<>();
  private final Bankbook bank =
      new Bankbook(new Tokens(1, ""), new Dice(1), event -> told.add(event));

  @Test
  void aTransferThatBothBanksReportMovesMoneyOnce() {
    // given
    Account from = account("A1", TELLS_ALL, 10_000);
    Account to = account("A2", TELLS_TOO, 500);

    // when
    bank.transfer(0, from, to, 4_000);
    List<Transaction> booked = booked();

    // then
    assertThat(booked).hasSize(2);
    assertThat(booked.get(0).payerBalanceMinor()).isEqualTo(6_000);
    assertThat(booked.get(0).payeeBalanceMinor()).isNull();
    assertThat(booked.get(1).payeeBalanceMinor()).isEqualTo(4_500);
    assertThat(booked.get(0).transferId()).isEqualTo(booked.get(1).transferId()).isNotNull();
  }

  @Test
  void aBankThatTellsNoBalancesTellsNone() {
    // given
    Account from = account("A1", SILENT, 10_000);

    // when
    bank.transfer(0, from, account("A2", SILENT, 0), 4_000);

    // then
    assertThat(booked().get(0).payerBalanceMinor()).isNull();
  }

  @Test
  void anAnnouncementAndARefusalMoveNothing() {
    // given
    Bank announces = new Bank("ANNOUNCES", true, true, false, false);
    Account from = account("A1", announces, Money.yuan(9_000));
    Account to = account("A2", announces, 0);

    // when
    bank.declined(0, from, to, Money.yuan(8_000));
    bank.transfer(1, from, to, Money.yuan(3_000));
    List<Transaction> booked = booked();

    // then
    assertThat(booked)
        .extracting(Transaction::result)
        .containsExactly(
            Transaction.Result.DECLINED, Transaction.Result.PENDING, Transaction.Result.SETTLED);
    assertThat(booked.get(2).ofEventId()).isEqualTo(booked.get(1).eventId());
    assertThat(booked.get(2).payerBalanceMinor()).isEqualTo(Money.yuan(6_000));
  }

  private Account account(String token, Bank at, long balance) {
    Account account = new Account(token, at, Holder.PERSON, null, null, 0).with(balance);
    ledger.open(account);
    return account;
  }

  private List<Transaction> booked() {
    return told.stream().map(ledger::book).map(Transaction.class::cast).toList();
  }
}
