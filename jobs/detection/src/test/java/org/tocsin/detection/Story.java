package org.tocsin.detection;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CallBuilder;
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

/** Writes events as a story is told: who does what, when. Times are local, amounts in yuan. */
public final class Story {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final List<Event> events = new ArrayList<>();
  private int number;

  /** {@code at("03-11 15:00")}, seconds and milliseconds if need be, of 2026. */
  public static long at(String dayAndTime) {
    String[] parts = dayAndTime.split(" ");
    return LocalDateTime.parse("2026-" + parts[0] + "T" + parts[1])
        .atZone(ZONE)
        .toInstant()
        .toEpochMilli();
  }

  private String id() {
    return "e" + ++number;
  }

  public Story add(Event event) {
    events.add(event);
    return this;
  }

  /** The event told last. */
  public Event last() {
    return events.get(events.size() - 1);
  }

  public Story started(String time, String callId, String caller, String callee, Call.Origin from) {
    return add(
        call(time, Call.Kind.STARTED, caller)
            .callId(callId)
            .callee(callee)
            .origin(from)
            .answered(true)
            .build());
  }

  /** Begun, and nobody says yet whether it is answered. */
  public Story rang(String time, String callId, String caller, String callee, Call.Origin from) {
    return add(
        call(time, Call.Kind.STARTED, caller).callId(callId).callee(callee).origin(from).build());
  }

  public Story ended(
      String time, String callId, String caller, String callee, Call.Origin from, int minutes) {
    return endedAfter(time, callId, caller, callee, from, minutes * 60);
  }

  public Story endedAfter(
      String time, String callId, String caller, String callee, Call.Origin from, int seconds) {
    return add(
        call(time, Call.Kind.ENDED, caller)
            .callId(callId)
            .callee(callee)
            .origin(from)
            .answered(seconds > 0)
            .durationSeconds(seconds)
            .build());
  }

  public Story forwarding(String time, String phone) {
    return add(call(time, Call.Kind.FORWARDING_ON, phone).forwardTo("elsewhere").build());
  }

  private CallBuilder call(String time, Call.Kind kind, String caller) {
    return CallBuilder.builder()
        .eventId(id())
        .source("carrier-1")
        .eventTime(at(time))
        .kind(kind)
        .caller(caller);
  }

  /** A payment between accounts; persons unknown to the bank. */
  public TransactionBuilder moving(String time, String from, String to, double yuan) {
    return TransactionBuilder.builder()
        .eventId(id())
        .source("bank-1")
        .eventTime(at(time))
        .kind(Transaction.Kind.TRANSFER)
        .amountMinor(Math.round(yuan * 100))
        .currency("CNY")
        .payerAccount(from)
        .payeeAccount(to)
        .channel(Transaction.Channel.MOBILE);
  }

  public Story pays(String time, String from, String to, double yuan) {
    return add(moving(time, from, to, yuan).build());
  }

  public Story pays(String time, String from, String to, double yuan, double balanceAfter) {
    return add(
        moving(time, from, to, yuan).payerBalanceMinor(Math.round(balanceAfter * 100)).build());
  }

  /** The bank does not let it pass. */
  public Story declined(String time, String from, String to, double yuan) {
    return add(moving(time, from, to, yuan).result(Transaction.Result.DECLINED).build());
  }

  /** The same, and the bank says what is on the account. */
  public Story declined(String time, String from, String to, double yuan, double balance) {
    return add(
        moving(time, from, to, yuan)
            .payerBalanceMinor(Math.round(balance * 100))
            .result(Transaction.Result.DECLINED)
            .build());
  }

  public Story loan(String time, String lender, String to, double yuan) {
    return add(
        moving(time, lender, to, yuan)
            .kind(Transaction.Kind.LOAN_DISBURSEMENT)
            .payerHolder(Holder.COMPANY)
            .build());
  }

  public Story owns(String time, String person, String account) {
    return add(
        opening(time, CardOpening.Card.BANK, CardOpening.Step.OPENED, person)
            .account(account)
            .build());
  }

  public Story hasPhone(String time, String person, String phone) {
    return add(
        opening(time, CardOpening.Card.SIM, CardOpening.Step.OPENED, person).phone(phone).build());
  }

  public CardOpeningBuilder opening(
      String time, CardOpening.Card card, CardOpening.Step step, String person) {
    return CardOpeningBuilder.builder()
        .eventId(id())
        .source("bank-1")
        .eventTime(at(time))
        .card(card)
        .step(step)
        .person(person);
  }

  public Story clue(String time, Clue.Kind kind, String phone, String account) {
    return add(
        ClueBuilder.builder()
            .eventId(id())
            .source("police")
            .eventTime(at(time))
            .kind(kind)
            .phone(phone)
            .account(account)
            .build());
  }

  public OutcomeBuilder outcome(
      String time, String person, Outcome.Step step, Outcome.Result result) {
    return OutcomeBuilder.builder()
        .eventId(id())
        .source("centre")
        .eventTime(at(time))
        .person(person)
        .step(step)
        .result(result);
  }

  /** As told. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** As a replay reads them. */
  public List<Event> inOrder() {
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(
        Comparator.comparingLong(Event::eventTime)
            .thenComparing(Event::stream)
            .thenComparing(Event::source)
            .thenComparing(Event::eventId));
    return sorted;
  }

  public List<Event> shuffled(long seed) {
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
