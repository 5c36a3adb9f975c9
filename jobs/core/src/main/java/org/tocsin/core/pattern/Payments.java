package org.tocsin.core.pattern;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tocsin.core.event.Holder;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/** Reads payments and incomes out of a history. */
final class Payments {

  /** The banks' clocks, and what passes between announcement and arrival. */
  private static final long REPORTS_APART_MILLIS = 10 * 60_000L;

  /** Amounts are much the same when neither is more than so many times the other. */
  private static final int ALIKE_RATIO = 2;

  private Payments() {}

  /** From a person's account to a payee that is new to it. */
  static boolean isNew(Signal signal) {
    return signal.kind() == SignalKind.NEW_PAYEE_PAYMENT && isToNew(signal);
  }

  /** Whether paid or tried: from a person's account, to a payee it has not often paid. */
  private static boolean isToNew(Signal payment) {
    return !payment.has(Trait.BUSINESS) && !payment.has(Trait.KNOWN_PAYEE);
  }

  static boolean toPerson(Signal signal) {
    return signal.otherHolder() == null || signal.otherHolder() == Holder.PERSON;
  }

  /** To a person from whom no money has come before. */
  static boolean toUnrelated(Signal signal) {
    return toPerson(signal) && !signal.has(Trait.RELATED);
  }

  /** From a person to a person who is new, no acquaintance, and not the same. */
  static boolean toStranger(Signal signal) {
    return signal.kind() == SignalKind.NEW_PAYEE_PAYMENT && isToStranger(signal);
  }

  /** The same, also when the bank declined it. */
  static boolean triedToStranger(Signal signal) {
    return Attempts.KINDS.contains(signal.kind()) && isToStranger(signal);
  }

  private static boolean isToStranger(Signal payment) {
    return isToNew(payment)
        && toUnrelated(payment)
        && !payment.has(Trait.MERCHANT)
        && !payment.has(Trait.OWN);
  }

  /** Within a time of each other, and neither amount more than so many times the other. */
  static boolean isAlike(Signal one, Signal other, Duration within) {
    return Math.abs(one.eventTime() - other.eventTime()) <= within.toMillis()
        && one.amountMinor() <= ALIKE_RATIO * other.amountMinor()
        && other.amountMinor() <= ALIKE_RATIO * one.amountMinor();
  }

  /**
   * Out of what strangers had sent to the same account just before: a mule's doing. Not so when
   * what was there before would have done.
   */
  static boolean passedOn(View view, Signal payment, long withinMillis, double shareMin) {
    long from = payment.eventTime() - withinMillis;
    long came =
        sum(
            view.of(
                SignalKind.NEW_PAYER_INCOME,
                each ->
                    each.subject().equals(payment.subject())
                        && each.eventTime() >= from
                        && each.eventTime() <= payment.eventTime()));
    boolean own = payment.balanceMinor() != null && payment.balanceMinor() >= came;
    return !own && came >= shareMin * payment.amountMinor();
  }

  /**
   * Strangers pay the very account in the days about a payment, and no less than is paid: a money
   * changer's customers, a stall's, a mule's. What such an account pays is not what a victim pays.
   * A landlord's tenants pay too, but not for what the landlord is talked out of.
   */
  static boolean dealsInMoney(View view, Signal payment, long paidMinor, VictimRules.V5 settings) {
    long within = settings.customersWithin().toMillis();
    List<Signal> incomes =
        view.of(
            SignalKind.NEW_PAYER_INCOME,
            each ->
                each.subject().equals(payment.subject())
                    && !each.has(Trait.RELATED)
                    && each.amountMinor() >= settings.feeMinMinor()
                    && Math.abs(each.eventTime() - payment.eventTime()) <= within);
    return distinct(incomes, Signal::other) >= settings.customersMin() && sum(incomes) >= paidMinor;
  }

  /**
   * The longest row of payments, from the first on, in which each is higher than the one before; of
   * several as long the one that ends in the largest.
   *
   * @param later in event-time order
   */
  static List<Signal> longestRise(
      Signal first, List<Signal> later, BiPredicate<Signal, Signal> isHigher) {
    List<List<Signal>> rows = new ArrayList<>();
    rows.add(List.of(first));
    List<Signal> longest = rows.get(0);
    for (Signal each : later) {
      List<Signal> best = null;
      for (List<Signal> row : rows) {
        boolean goesOn = isHigher.test(each, row.get(row.size() - 1));
        best = goesOn && (best == null || row.size() > best.size()) ? row : best;
      }
      if (best != null) {
        List<Signal> row = new ArrayList<>(best);
        row.add(each);
        rows.add(row);
        longest = isBetter(row, longest) ? row : longest;
      }
    }
    return longest;
  }

  /** Longer, or as long and ending in more. */
  static boolean isBetter(List<Signal> row, List<Signal> than) {
    return row.size() != than.size()
        ? row.size() > than.size()
        : row.get(row.size() - 1).amountMinor() > than.get(than.size() - 1).amountMinor();
  }

  static long sum(Collection<Signal> signals) {
    return signals.stream().mapToLong(Signal::amountMinor).sum();
  }

  /** New payments in a span of time, both ends included. */
  static List<Signal> between(View view, long from, long to) {
    return between(view, Set.of(SignalKind.NEW_PAYEE_PAYMENT), from, to);
  }

  static List<Signal> between(View view, Set<SignalKind> kinds, long from, long to) {
    return between(view, kinds, Payments::isToNew, from, to);
  }

  /** Those of them that are meant, each once however many banks report it. */
  static List<Signal> between(
      View view, Set<SignalKind> kinds, Predicate<Signal> which, long from, long to) {
    return onceEach(
        view.of(
            kinds, each -> which.test(each) && each.eventTime() >= from && each.eventTime() <= to));
  }

  /**
   * Both banks may report a payment, and what says that it is one may come with the last record
   * only. Until then it is one when all but the reporting bank is the same.
   */
  static List<Signal> onceEach(List<Signal> payments) {
    if (payments.size() < 2) {
      return payments;
    }
    List<Signal> once = new ArrayList<>(payments.size());
    for (Signal each : payments) {
      if (once.stream().noneMatch(earlier -> isOtherReport(earlier, each))) {
        once.add(each);
      }
    }
    return once;
  }

  private static boolean isOtherReport(Signal one, Signal other) {
    return one.amountMinor().equals(other.amountMinor())
        && one.subject().equals(other.subject())
        && Objects.equals(one.other(), other.other())
        && Math.abs(other.eventTime() - one.eventTime()) <= REPORTS_APART_MILLIS
        && !one.evidence().get(0).source().equals(other.evidence().get(0).source());
  }

  /**
   * What strangers paid into the account shortly before went straight on, or much of it: whoever
   * does that is no victim of whom the money goes to.
   */
  static boolean passesOn(Signal payment, long sumMinor, Duration within, double share, View view) {
    long came = 0;
    for (Signal each : view.signals()) {
      if (each.kind() == SignalKind.NEW_PAYER_INCOME
          && each.subject().equals(payment.subject())
          && each.eventTime() <= payment.eventTime()
          && payment.eventTime() - each.eventTime() <= within.toMillis()
          && !each.has(Trait.RELATED)
          && !view.isOwn(each.other().token())) {
        came += each.amountMinor();
      }
    }
    return came >= share * sumMinor;
  }

  /**
   * The largest share of an account that went, of what was there before the first payment or came
   * later.
   */
  static double shareOfBalance(List<Signal> payments) {
    double largest = 0;
    for (Signal first : payments) {
      if (first.balanceMinor() != null) {
        long before = Math.max(1, first.balanceMinor() + gone(first));
        long same =
            payments.stream()
                .filter(
                    each ->
                        each.subject().equals(first.subject())
                            && each.eventTime() >= first.eventTime())
                .mapToLong(Signal::amountMinor)
                .sum();
        largest = Math.max(largest, (double) same / Math.max(before, same));
      }
    }
    return largest;
  }

  /**
   * What is left on the account of the last of them, beside the payment itself; 0 when not
   * reported.
   */
  static long balanceLeft(List<Signal> payments) {
    Signal last = payments.get(payments.size() - 1);
    long stays = last.amountMinor() - gone(last);
    return last.balanceMinor() == null ? 0 : Math.max(0, last.balanceMinor() - stays);
  }

  /** What of a payment the balance reported with it no longer holds. */
  private static long gone(Signal payment) {
    return Attempts.isDeclined(payment) ? 0 : payment.amountMinor();
  }

  static long distinct(Collection<Signal> signals, Function<Signal, Object> what) {
    return signals.stream().map(what).distinct().count();
  }
}
