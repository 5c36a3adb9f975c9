package org.tocsin.local.bench;

import java.util.SplittableRandom;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;

/**
 * The fixed traffic of the bench: event {@code i} of a mix is the same on every run and machine,
 * and can be made without those before it.
 *
 * <p>Everybody has one account, one phone and a partner. First everybody pays and calls their
 * partner once, a month before, so that the partners know each other; only what follows is
 * measured: 54% payments to merchants, 15% transfers and 29.8% calls between partners, 0.5%
 * transfers to strangers, 0.6% calls from numbers nobody knows, 0.1% card openings. So about one
 * event in 100 makes a signal. Of the people, the busiest 1% make a fifth of the events.
 */
final class EventMix {

  /** 2026-03-02T00:00:00+08:00. */
  static final long START_MILLIS = 1_772_380_800_000L;

  private static final long SEED = 20_260_302L;
  private static final int MERCHANTS = 5_000;
  private static final int PER_MILLE_MERCHANT = 540;
  private static final int PER_MILLE_TRANSFER = 690;
  private static final int PER_MILLE_CALL = 988;
  private static final int PER_MILLE_STRANGER = 993;
  private static final int PER_MILLE_UNKNOWN_CALL = 999;

  /** Longer than anybody stays new to anybody: 30 days. */
  private static final long ACQUAINTED_BEFORE_MILLIS = 30L * 86_400_000;

  /** People a second and event: a city of 7.1 million makes 700 events a second. */
  private static final long PERSON_MILLIS_PER_EVENT = 10_000_000L;

  private final int people;
  private final long stepMillis;

  /**
   * @param people accounts in use; even and at least 2
   */
  EventMix(int people) {
    if (people < 2 || people % 2 != 0) {
      throw new IllegalArgumentException("people must be even and at least 2: " + people);
    }
    this.people = people;
    this.stepMillis = Math.max(1, PERSON_MILLIS_PER_EVENT / people);
  }

  /** How many events come before those that are measured. */
  long acquaintance() {
    return 2L * people;
  }

  /** Event {@code index} of those that acquaint everybody, as far before a bench that plays now. */
  Event acquaintance(long index, long nowMillis) {
    return event(index, nowMillis - ACQUAINTED_BEFORE_MILLIS + index * stepMillis);
  }

  /** Event {@code index}, from 0, at the time it has in the mix. */
  Event event(long index) {
    long past = index < acquaintance() ? ACQUAINTED_BEFORE_MILLIS : 0;
    return event(index, START_MILLIS + index * stepMillis - past);
  }

  /** Event {@code index}, happening at another time: a bench at a fixed rate plays it now. */
  Event event(long index, long timeMillis) {
    if (index < acquaintance()) {
      int person = (int) (index / 2);
      return index % 2 == 0
          ? transfer(index, timeMillis, person, partner(person), 20_000)
          : call(index, timeMillis, phone(person), phone(partner(person)));
    }
    return ordinary(index, timeMillis, new SplittableRandom(SEED ^ index * 0x9E3779B97F4A7C15L));
  }

  private Event ordinary(long index, long timeMillis, SplittableRandom random) {
    int person = someone(random);
    int kind = random.nextInt(1_000);
    if (kind < PER_MILLE_MERCHANT) {
      return purchase(index, timeMillis, person, random);
    } else if (kind < PER_MILLE_TRANSFER) {
      return transfer(index, timeMillis, person, partner(person), 1_000 + random.nextInt(50_000));
    } else if (kind < PER_MILLE_CALL) {
      return call(index, timeMillis, phone(person), phone(partner(person)));
    } else if (kind < PER_MILLE_STRANGER) {
      return transfer(index, timeMillis, person, someone(random), 1_000 + random.nextInt(900_000));
    } else if (kind < PER_MILLE_UNKNOWN_CALL) {
      return call(index, timeMillis, "stranger-" + index, phone(person));
    }
    return opening(index, timeMillis, person, "contact-" + index);
  }

  /** Skewed, and scattered over the key space: the busy are not neighbours. */
  private int someone(SplittableRandom random) {
    double u = random.nextDouble();
    long rank = (long) (people * u * u * u);
    return (int) Math.floorMod(rank * 0x9E3779B97F4A7C15L >>> 8, (long) people);
  }

  private static int partner(int person) {
    return person ^ 1;
  }

  private static Event purchase(long index, long timeMillis, int person, SplittableRandom random) {
    double u = random.nextDouble();
    int merchant = (int) (MERCHANTS * u * u);
    return payment(index, timeMillis, person, 500 + random.nextInt(30_000))
        .kind(Transaction.Kind.MERCHANT_PAYMENT)
        .payeeAccount("merchant-" + merchant)
        .payeeHolder(Holder.MERCHANT)
        .merchantCategory("5411")
        .channel(Transaction.Channel.QR)
        .build();
  }

  private static Event transfer(
      long index, long timeMillis, int payer, int payee, long amountMinor) {
    return payment(index, timeMillis, payer, amountMinor)
        .kind(Transaction.Kind.TRANSFER)
        .payeeAccount(account(payee))
        .payeePerson(person(payee))
        .channel(Transaction.Channel.MOBILE)
        .build();
  }

  private static TransactionBuilder payment(
      long index, long timeMillis, int payer, long amountMinor) {
    return TransactionBuilder.builder()
        .eventId("t" + index)
        .source("bank-" + payer % 12)
        .eventTime(timeMillis)
        .amountMinor(amountMinor)
        .currency("CNY")
        .payerAccount(account(payer))
        .payerPerson(person(payer))
        .payerBalanceMinor(5_000_000L)
        .region("370600");
  }

  private static Event call(long index, long timeMillis, String caller, String callee) {
    return CallBuilder.builder()
        .eventId("c" + index)
        .source("carrier-" + index % 3)
        .eventTime(timeMillis)
        .kind(Call.Kind.ENDED)
        .caller(caller)
        .callee(callee)
        .answered(true)
        .durationSeconds(30 + (int) (index % 180))
        .origin(Call.Origin.LOCAL)
        .region("370600")
        .build();
  }

  /** A SIM opened by {@code person}; three persons with one contact are a shared contact. */
  static Event opening(long index, long timeMillis, int person, String contactPhone) {
    return CardOpeningBuilder.builder()
        .eventId("o" + index)
        .source("carrier-" + index % 3)
        .eventTime(timeMillis)
        .card(CardOpening.Card.SIM)
        .step(CardOpening.Step.OPENED)
        .person(person(person))
        .phone("sim-" + index)
        .outlet("outlet-" + index % 400)
        .region("370600")
        .homeRegion("370600")
        .contactPhone(contactPhone)
        .birthYear(1990)
        .build();
  }

  static String account(int person) {
    return "account-" + person;
  }

  static String phone(int person) {
    return "phone-" + person;
  }

  static String person(int person) {
    return "person-" + person;
  }
}
