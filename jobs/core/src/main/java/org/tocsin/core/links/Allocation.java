package org.tocsin.core.links;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.tocsin.core.rulebook.LinkRules.TaintRule;

/**
 * How much of each payment from an account is a victim's money, and how much of it is still there.
 * What is on the account is a row of lots in the order in which they came; the rule says from which
 * end, or from all alike, a payment is taken. Where a bank reports the balance it is believed:
 * money that nobody has told of is clean and was there before, and what is missing has left unseen.
 *
 * <p>What is passed on within minutes and in nearly one amount is that money, whatever lay there
 * before: {@link PassedOn}. The rule is asked for all else.
 *
 * <p>Of several victims each is followed for itself. As the lots are the same for all, what is
 * found of theirs in a payment never exceeds the payment.
 *
 * @param outMinor tainted part of each payment, by the flow's id
 * @param leftMinor tainted, still there
 * @param backMinor tainted part of each refund of what it bought, by the flow's id
 */
record Allocation(Map<Long, Long> outMinor, long leftMinor, Map<Long, Long> backMinor) {

  private static final class Lot {
    long amount;
    long tainted;

    Lot(long amount, long tainted) {
      this.amount = amount;
      this.tainted = tainted;
    }

    /** Takes from this lot, tainted and clean alike. */
    long take(long part) {
      long taken = share(tainted, part, amount);
      amount -= part;
      tainted -= taken;
      return taken;
    }
  }

  /** The part of {@code tainted} in {@code part} of {@code whole}; exact when it is all of it. */
  static long share(long tainted, long part, long whole) {
    if (part >= whole) {
      return tainted;
    }
    long share = (long) ((double) tainted * part / whole);
    return Math.max(0, Math.min(share, Math.min(tainted, part)));
  }

  /**
   * @param flows in {@link Flow#ORDER}
   * @param tainted how much of each income is a victim's, by the flow's id
   * @param byIncome what {@link PassedOn} says of all victims' incomes together: of two who paid
   *     the same, each has a payment of her own
   */
  static Allocation of(
      List<Flow> flows, Map<Long, Long> tainted, TaintRule rule, Map<Long, Long> byIncome) {
    Deque<Lot> lots = new ArrayDeque<>();
    Map<Long, Lot> passing = new java.util.LinkedHashMap<>();
    Map<Long, Long> out = new java.util.LinkedHashMap<>();
    Map<Long, Long> back = new java.util.LinkedHashMap<>();
    Refunds refunds = new Refunds();
    boolean any = false;
    for (Flow flow : flows) {
      if (flow.undone()) {
        continue;
      }
      if (flow.in()) {
        long taint = Math.min(flow.amountMinor(), tainted.getOrDefault(flow.id(), 0L));
        long refunded = refunds.back(flow);
        if (refunded > 0) {
          back.put(flow.id(), refunded);
          taint = Math.min(flow.amountMinor(), taint + refunded);
        }
        any |= taint > 0;
        Long goesBy = byIncome.get(flow.id());
        if (goesBy == null) {
          add(lots, flow.amountMinor(), taint, rule);
        } else {
          passing.put(goesBy, new Lot(flow.amountMinor(), taint));
        }
      } else {
        long taken = passed(lots, passing.remove(flow.id()), flow.amountMinor(), rule);
        if (taken > 0) {
          out.put(flow.id(), taken);
          refunds.spent(flow, taken);
        }
      }
      if (flow.balanceMinor() != null) {
        believe(lots, flow.balanceMinor() - amount(passing), rule);
      }
    }
    long left = any ? lots.stream().mapToLong(lot -> lot.tainted).sum() : 0;
    return new Allocation(out, left, back);
  }

  private static long amount(Map<Long, Lot> passing) {
    return passing.values().stream().mapToLong(lot -> lot.amount).sum();
  }

  /** From the lot that is passed on, if there is one; by the rule for the rest. */
  private static long passed(Deque<Lot> lots, Lot passing, long amount, TaintRule rule) {
    if (passing == null) {
      return taken(lots, amount, rule);
    }
    long part = Math.min(amount, passing.amount);
    long taken = passing.take(part) + taken(lots, amount - part, rule);
    if (passing.amount > 0) {
      add(lots, passing.amount, passing.tainted, rule);
    }
    return taken;
  }

  private static void add(Deque<Lot> lots, long amount, long taint, TaintRule rule) {
    Lot last = lots.peekLast();
    boolean alike = last != null && last.tainted == 0 && taint == 0;
    if (last != null && (alike || rule == TaintRule.PROPORTIONAL)) {
      last.amount += amount;
      last.tainted += taint;
    } else {
      lots.addLast(new Lot(amount, taint));
    }
  }

  private static long taken(Deque<Lot> lots, long amount, TaintRule rule) {
    long taken = 0;
    long rest = amount;
    while (rest > 0 && !lots.isEmpty()) {
      Lot lot = rule == TaintRule.LIFO ? lots.peekLast() : lots.peekFirst();
      long part = Math.min(rest, lot.amount);
      taken += lot.take(part);
      rest -= part;
      if (lot.amount == 0) {
        lots.remove(lot);
      }
    }
    return taken;
  }

  private static void believe(Deque<Lot> lots, long balance, TaintRule rule) {
    long known = 0;
    for (Lot lot : lots) {
      known += lot.amount;
    }
    long there = Math.max(0, balance);
    if (there < known) {
      taken(lots, known - there, rule);
    } else if (there > known) {
      addBefore(lots, there - known, rule);
    }
  }

  private static void addBefore(Deque<Lot> lots, long amount, TaintRule rule) {
    Lot first = lots.peekFirst();
    if (first != null && (first.tainted == 0 || rule == TaintRule.PROPORTIONAL)) {
      first.amount += amount;
    } else {
      lots.addFirst(new Lot(amount, 0));
    }
  }
}
