package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.ProfileRules;

/** Reads movements off transactions, and several records of one flow together. */
final class Movements {

  private Movements() {}

  static Movement of(AccountProfile profile, Transaction t, ProfileRules settings) {
    boolean in = !profile.token().equals(t.payerAccount());
    String other = in ? t.payerAccount() : t.payeeAccount();
    String otherPerson = in ? t.payerPerson() : t.payeePerson();
    String person = in ? t.payeePerson() : t.payerPerson();
    String owner = person == null ? profile.facts().owner() : person;
    String named = t.ofEventId() == null ? t.eventId() : t.ofEventId();
    return new Movement(
        t.source(),
        t.eventId(),
        null,
        0,
        aliases(t, named),
        t.eventTime(),
        in,
        t.kind(),
        t.amountMinor(),
        in ? t.payeeBalanceMinor() : t.payerBalanceMinor(),
        other,
        otherPerson,
        in ? t.payerHolder() : t.payeeHolder(),
        t.result(),
        owner != null && owner.equals(otherPerson),
        novelty(in ? profile.payers() : profile.payees(), other, t.eventTime(), settings),
        t.channel(),
        t.merchantCategory(),
        t.terminal(),
        t.device(),
        t.region(),
        flowName(t),
        reporter(t, in, profile.bank()),
        isAcquainted(in ? profile.payees() : profile.payers(), other, t.eventTime(), settings));
  }

  /** A transfer is reported by the payer's bank, sometimes by the payee's too. */
  private static Movement.Reporter reporter(Transaction t, boolean in, String bank) {
    boolean payers =
        t.payerBalanceMinor() != null || (t.payerPerson() != null && t.payeePerson() == null);
    boolean payees =
        t.payeeBalanceMinor() != null || (t.payeePerson() != null && t.payerPerson() == null);
    if (payers != payees) {
      return payers ? Movement.Reporter.PAYER : Movement.Reporter.PAYEE;
    } else if (bank == null || !in) {
      return Movement.Reporter.UNKNOWN;
    }
    // Nothing else tells: of two reports of an income, the payer's is not of this account's bank.
    return t.source().equals(bank) ? Movement.Reporter.PAYEE : Movement.Reporter.UNKNOWN;
  }

  /** Dealt with the other way round, and not just now: that would be part of the same story. */
  private static boolean isAcquainted(
      Parties parties, String other, long time, ProfileRules settings) {
    int place = other == null ? -1 : parties.find(EventHash.token(other));
    return place >= 0 && time - parties.firstAt(place) > settings.payeeFresh().toMillis();
  }

  /** Null when it is the record's own: that is most, and need not be kept twice. */
  private static String flowName(Transaction t) {
    if (t.transferId() != null) {
      return t.transferId();
    }
    return t.ofEventId() == null ? null : t.source() + '/' + t.ofEventId();
  }

  private static long[] aliases(Transaction t, String named) {
    long record = EventHash.token(t.source() + '/' + named);
    return t.transferId() == null
        ? new long[] {record}
        : new long[] {record, EventHash.token(t.transferId())};
  }

  private static Movement.Novelty novelty(
      Parties parties, String other, long time, ProfileRules settings) {
    int place = other == null ? -1 : parties.find(EventHash.token(other));
    if (place < 0
        || parties.firstAt(place) >= time
        || time - parties.lastAt(place) > settings.payeeMemory().toMillis()) {
      return Movement.Novelty.FIRST;
    } else if (time - parties.firstAt(place) <= settings.payeeFresh().toMillis()) {
      return Movement.Novelty.FRESH;
    }
    return parties.timesAt(place) >= settings.payeeKnownTimes()
        ? Movement.Novelty.KNOWN
        : Movement.Novelty.SEEN;
  }

  /** What is remembered of the same flow, in order: the banks' reports may have met only now. */
  static List<Movement> same(MovementLog movements, Movement moved) {
    List<Movement> same = List.of();
    for (int place = 0; place < movements.size(); place++) {
      if (movements.mayBe(place, moved.in(), moved.aliases())
          && isSame(movements.get(place), moved)) {
        same = same.isEmpty() ? new ArrayList<>(1) : same;
        same.add(movements.get(place));
      }
    }
    return same;
  }

  private static boolean isSame(Movement one, Movement other) {
    for (long alias : other.aliases()) {
      if (one.isCalled(alias)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What two records say of one flow. The later word on its result holds, whatever came first; its
   * name and its time are those of one record, so that evidence finds it.
   */
  static Movement merged(Movement before, Movement fresh) {
    boolean renamed = namesBetter(before, fresh);
    Movement named = renamed ? fresh : before;
    Movement other = renamed ? before : fresh;
    Transaction.Result result = resultOf(before, fresh);
    boolean settles = settles(named, other, result);
    return MovementBuilder.builder(before)
        .source(named.source())
        .eventId(named.eventId())
        // Signals keep the name under which they were told.
        .flowName(renamed ? before.flow() : before.flowName())
        .time(named.time())
        .reporter(settles ? better(before, fresh) : named.reporter())
        .settledBy(settles ? other.eventId() : named.settledBy())
        .settledAt(settles ? other.time() : named.settledAt())
        .aliases(joined(named.aliases(), other.aliases()))
        .balanceMinor(fresh.balanceMinor() == null ? before.balanceMinor() : fresh.balanceMinor())
        .other(before.other() == null ? fresh.other() : before.other())
        .otherPerson(before.otherPerson() == null ? fresh.otherPerson() : before.otherPerson())
        .otherHolder(
            before.otherHolder().ordinal() >= fresh.otherHolder().ordinal()
                ? before.otherHolder()
                : fresh.otherHolder())
        .result(result)
        .own(before.own() || fresh.own())
        .build();
  }

  /**
   * The first in time names a flow, so that its windows begin with it; of two, who knows better.
   */
  private static boolean namesBetter(Movement before, Movement fresh) {
    if (fresh.time() != before.time()) {
      return fresh.time() < before.time();
    }
    boolean settled = before.settledBy() != null;
    return !settled && fresh.reporter().compareTo(before.reporter()) > 0;
  }

  private static boolean settles(Movement named, Movement other, Transaction.Result result) {
    return named.settledBy() == null
        && other.settledBy() == null
        && named.result() == Transaction.Result.PENDING
        && other.result() == result
        && ofOneRecord(named, other)
        && !named.eventId().equals(other.eventId());
  }

  private static Movement.Reporter better(Movement one, Movement other) {
    return one.reporter().compareTo(other.reporter()) >= 0 ? one.reporter() : other.reporter();
  }

  /** A record, and another of the same bank that says what became of it. */
  private static boolean ofOneRecord(Movement one, Movement other) {
    return one.source().equals(other.source()) && one.aliases()[0] == other.aliases()[0];
  }

  /** Reversed is final; then declined; a settlement outdoes its announcement. */
  private static Transaction.Result resultOf(Movement before, Movement fresh) {
    Transaction.Result was = before.result();
    Transaction.Result is = fresh.result();
    if (was == Transaction.Result.REVERSED || is == Transaction.Result.REVERSED) {
      return Transaction.Result.REVERSED;
    } else if (was == Transaction.Result.DECLINED || is == Transaction.Result.DECLINED) {
      return Transaction.Result.DECLINED;
    }
    return was == Transaction.Result.SETTLED ? was : is;
  }

  private static long[] joined(long[] some, long[] more) {
    long[] all = Arrays.copyOf(some, some.length + more.length);
    int size = some.length;
    for (long each : more) {
      if (Arrays.stream(some).noneMatch(one -> one == each)) {
        all[size++] = each;
      }
    }
    return Arrays.copyOf(all, size);
  }

  /** Whether the second says nothing that the first did not. */
  static boolean unchanged(Movement before, Movement moved) {
    return before.result() == moved.result()
        && before.time() == moved.time()
        && before.own() == moved.own()
        && before.otherHolder() == moved.otherHolder()
        && before.eventId().equals(moved.eventId())
        && Objects.equals(before.balanceMinor(), moved.balanceMinor())
        && Objects.equals(before.settledBy(), moved.settledBy())
        && Objects.equals(before.otherPerson(), moved.otherPerson())
        && before.aliases().length == moved.aliases().length;
  }
}
