package org.tocsin.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;

/**
 * Victims and mules of V1, V2, V3, B2, P1 and O3, each cut in two halves so that a failure or an
 * upgrade can come between, over ordinary traffic. Topics are independent of each other, so what
 * one story says in two topics stands in different acts: an act is read whole before the next.
 */
final class Stories {

  private static final long YUAN = 100;
  static final String FIRST_PAYEE = "first-payee";

  private static final int FAN_OUT_HALF = 14;
  private static final int PASSERS_BY = 400;

  private final int ofEach;
  private final long start;
  private final SplittableRandom random;
  private int events;

  /**
   * @param ofEach how many persons live each story
   * @param start when the stories begin, epoch milliseconds; they take five hours
   */
  Stories(int ofEach, long start, long seed) {
    this.ofEach = ofEach;
    this.start = start;
    this.random = new SplittableRandom(seed);
  }

  /** The acts before the cut: openings, calls, money. */
  List<List<Event>> firstHalf(int ordinaryEach) {
    List<Event> openings = new ArrayList<>();
    List<Event> calls = new ArrayList<>();
    List<Event> money = new ArrayList<>();
    for (int i = 0; i < ofEach; i++) {
      openings.add(sim("v1-" + i, -Duration.ofDays(900).toMinutes(), null));
      openings.add(sim("v2-" + i, -Duration.ofDays(900).toMinutes(), null));
      openings.add(sim("p1-" + i, -Duration.ofDays(4).toMinutes(), null));
      openings.add(sim("o3a-" + i, 1, "contact-" + i));
      openings.add(sim("o3b-" + i, 2, "contact-" + i));
      calls.add(call("abroad-" + i, phone("v1-" + i), 40, 1_700, Call.Origin.FOREIGN));
      calls.add(call("service-" + i, phone("v2-" + i), 40, 1_200, Call.Origin.VOIP));
      fanOut(calls, i, 0);
      money.add(transfer("v3-" + i, "test-a-" + i, 100, 60));
      money.add(income("rebate-a-" + i, "v3-" + i, 110, 90));
      cycle(money, "b2-" + i, "first", 100);
      money.add(loan("lender-a-" + i, "v2-" + i, 20_000, 70));
    }
    return List.of(
        openings, mixed(calls, 0, ordinaryEach, 100), mixed(money, 100, ordinaryEach, 140));
  }

  /** The acts after the cut: each completes what the first half began. */
  List<List<Event>> secondHalf(int ordinaryEach) {
    List<Event> openings = new ArrayList<>();
    List<Event> calls = new ArrayList<>();
    List<Event> money = new ArrayList<>();
    for (int i = 0; i < ofEach; i++) {
      openings.add(sim("o3c-" + i, 150, "contact-" + i));
      fanOut(calls, i, FAN_OUT_HALF);
      money.add(transfer("v1-" + i, "safe-" + i, 80_000, 155));
      money.add(loan("lender-b-" + i, "v2-" + i, 15_000, 150));
      money.add(transfer("v2-" + i, "cancel-" + i, 33_000, 165));
      money.add(transfer("v3-" + i, "jump-a-" + i, 3_000, 170));
      money.add(transfer("v3-" + i, "jump-b-" + i, 30_000, 180));
      cycle(money, "b2-" + i, "second", 190);
    }
    return List.of(
        openings, mixed(calls, 150, ordinaryEach, 200), mixed(money, 200, ordinaryEach, 240));
  }

  /** Money that a victim sends and a first payee passes on. */
  List<Event> moneyOnItsWay() {
    return List.of(
        transfer("robbed", FIRST_PAYEE, 60_000, 145),
        movement(40_000, 146)
            .payerAccount(FIRST_PAYEE)
            .payerBalanceMinor(20_000 * YUAN)
            .payeeAccount("second-payee")
            .build());
  }

  /** The victim's report of it. */
  List<Event> report() {
    return List.of(
        ClueBuilder.builder()
            .eventId(id())
            .source("police")
            .eventTime(at(250))
            .kind(Clue.Kind.SCAM_REPORT)
            .person("robbed")
            .payeeAccount(FIRST_PAYEE)
            .amountMinor(60_000 * YUAN)
            .build());
  }

  /** Who must be warned about, for each pattern: subjects' persons start with these. */
  static List<String> patterns() {
    return List.of("V1", "V2", "V3", "B2", "P1", "O3");
  }

  private void fanOut(List<Event> calls, int i, int from) {
    for (int n = from; n < from + FAN_OUT_HALF; n++) {
      calls.add(
          call(
              phone("p1-" + i), "called-%d-%d".formatted(i, n), 5 + 3L * n, 60, Call.Origin.LOCAL));
    }
  }

  private void cycle(List<Event> money, String person, String name, long minute) {
    money.add(
        incoming(name + "-payer-" + person, person, 20_000, minute)
            .payeeBalanceMinor(20_050 * YUAN)
            .build());
    money.add(
        outgoing(person, name + "-payee-" + person, 19_960, minute + 5)
            .payerBalanceMinor(90 * YUAN)
            .build());
  }

  /** Ordinary life among the acts' own events, evenly spread and always in the same places. */
  private List<Event> mixed(List<Event> own, long fromMinute, int ordinary, long toMinute) {
    List<Event> all = new ArrayList<>();
    int every = Math.max(1, ordinary / Math.max(1, own.size()));
    int next = 0;
    for (int i = 0; i < ordinary; i++) {
      long minute = fromMinute + (toMinute - fromMinute) * i / ordinary;
      all.add(ordinary(minute));
      if (i % every == 0 && next < own.size()) {
        all.add(own.get(next++));
      }
    }
    all.addAll(own.subList(next, own.size()));
    return all;
  }

  private Event ordinary(long minute) {
    int who = random.nextInt(PASSERS_BY);
    if (random.nextInt(3) == 0) {
      return call(
          "phone-of-passer-" + who,
          "phone-of-passer-" + (who ^ 1),
          minute,
          20 + random.nextInt(200),
          Call.Origin.LOCAL);
    }
    return outgoing("passer-" + who, "shop-" + random.nextInt(50), 5 + random.nextInt(300), minute)
        .kind(Transaction.Kind.MERCHANT_PAYMENT)
        .payeeHolder(Holder.MERCHANT)
        .merchantCategory("5411")
        .build();
  }

  private Event sim(String person, long minute, String contact) {
    return CardOpeningBuilder.builder()
        .eventId(id())
        .source("carrier-1")
        .eventTime(at(minute))
        .card(CardOpening.Card.SIM)
        .step(CardOpening.Step.OPENED)
        .person(person)
        .phone(phone(person))
        .contactPhone(contact)
        .region("370602")
        .birthYear(1985)
        .build();
  }

  private Event call(String caller, String callee, long minute, int seconds, Call.Origin origin) {
    return CallBuilder.builder()
        .eventId(id())
        .source("carrier-1")
        .eventTime(at(minute) + seconds * 1_000L)
        .kind(Call.Kind.ENDED)
        .caller(caller)
        .callee(callee)
        .answered(true)
        .durationSeconds(seconds)
        .origin(origin)
        .region("370602")
        .build();
  }

  private Event transfer(String payer, String payee, long yuan, long minute) {
    return outgoing(payer, payee, yuan, minute).build();
  }

  private Event income(String payer, String payee, long yuan, long minute) {
    return incoming(payer, payee, yuan, minute).build();
  }

  private Event loan(String lender, String person, long yuan, long minute) {
    return incoming(lender, person, yuan, minute)
        .kind(Transaction.Kind.LOAN_DISBURSEMENT)
        .payerHolder(Holder.COMPANY)
        .build();
  }

  private TransactionBuilder outgoing(String person, String payeeAccount, long yuan, long minute) {
    return movement(yuan, minute)
        .payerAccount("account-of-" + person)
        .payerPerson(person)
        .payeeAccount(payeeAccount);
  }

  private TransactionBuilder incoming(String payerAccount, String person, long yuan, long minute) {
    return movement(yuan, minute)
        .payerAccount(payerAccount)
        .payeeAccount("account-of-" + person)
        .payeePerson(person);
  }

  private TransactionBuilder movement(long yuan, long minute) {
    return TransactionBuilder.builder()
        .eventId(id())
        .source("bank-1")
        .eventTime(at(minute))
        .kind(Transaction.Kind.TRANSFER)
        .amountMinor(yuan * YUAN)
        .currency("CNY")
        .channel(Transaction.Channel.MOBILE)
        .region("370602");
  }

  private static String phone(String person) {
    return "phone-of-" + person;
  }

  private String id() {
    return "e" + events++;
  }

  private long at(long minute) {
    return start + Duration.ofMinutes(minute).toMillis();
  }
}
