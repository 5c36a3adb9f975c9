package org.tocsin.linking;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;

/** Writes events as a story is told. Times are local, of 2026; amounts in yuan. */
final class Money {

  private final List<Event> events = new ArrayList<>();
  private int number;

  static long at(String dayAndTime) {
    String[] parts = dayAndTime.split(" ");
    return LocalDateTime.parse("2026-" + parts[0] + "T" + parts[1])
        .atZone(ZoneId.of("Asia/Shanghai"))
        .toInstant()
        .toEpochMilli();
  }

  private String id() {
    return "e" + ++number;
  }

  Money add(Event event) {
    events.add(event);
    return this;
  }

  /** The id of the event told last. */
  String lastId() {
    return events.get(events.size() - 1).eventId();
  }

  TransactionBuilder moving(String time, String from, String to, double yuan) {
    return TransactionBuilder.builder()
        .eventId(id())
        .source("bank-1")
        .eventTime(at(time))
        .kind(Transaction.Kind.TRANSFER)
        .amountMinor(Math.round(yuan * 100))
        .currency("CNY")
        .payerAccount(from)
        .payeeAccount(to);
  }

  Money pays(String time, String from, String to, double yuan) {
    return add(moving(time, from, to, yuan).build());
  }

  Money withdraws(String time, String from, double yuan) {
    return add(moving(time, from, null, yuan).kind(Transaction.Kind.CASH_WITHDRAWAL).build());
  }

  Money spends(String time, String from, String shop, double yuan, Holder holder) {
    return add(
        moving(time, from, shop, yuan)
            .kind(Transaction.Kind.MERCHANT_PAYMENT)
            .payeeHolder(holder)
            .build());
  }

  Money refunds(String time, String shop, String to, double yuan) {
    return add(
        moving(time, shop, to, yuan)
            .kind(Transaction.Kind.REFUND)
            .payerHolder(Holder.MERCHANT)
            .build());
  }

  Money undoes(String time, Transaction of, Transaction.Result result) {
    return add(
        TransactionBuilder.builder(of)
            .eventId(id())
            .eventTime(at(time))
            .ofEventId(of.eventId())
            .result(result)
            .build());
  }

  Money owns(String time, String person, String account) {
    return add(
        CardOpeningBuilder.builder()
            .eventId(id())
            .source("bank-1")
            .eventTime(at(time))
            .card(CardOpening.Card.BANK)
            .step(CardOpening.Step.OPENED)
            .person(person)
            .account(account)
            .build());
  }

  /** A report by a person. */
  Money reports(String time, String person, String payee, Double yuan) {
    return add(
        ClueBuilder.builder()
            .eventId(id())
            .source("police")
            .eventTime(at(time))
            .kind(Clue.Kind.SCAM_REPORT)
            .person(person)
            .payeeAccount(payee)
            .amountMinor(yuan == null ? null : Math.round(yuan * 100))
            .build());
  }

  Money concludes(String time, String person, Outcome.Conclusion conclusion, String payee) {
    return add(
        OutcomeBuilder.builder()
            .eventId(id())
            .source("96110")
            .eventTime(at(time))
            .person(person)
            .step(Outcome.Step.VISIT)
            .result(Outcome.Result.REACHED)
            .conclusion(conclusion)
            .account(payee)
            .build());
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  List<Event> shuffled(long seed) {
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
