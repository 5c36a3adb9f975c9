package org.tocsin.core.links;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Which of an account's incomes are a victim's money, and how much of each. */
final class Arrivals {

  private Arrivals() {}

  /**
   * By the flow's id, 0 left out. What other accounts say of their payments is certain; a report is
   * asked for the rest.
   */
  static Map<Long, Long> of(List<Flow> flows, Taint taint, long reachMillis) {
    Map<Long, Long> tainted = new LinkedHashMap<>();
    for (Taint.Arrival arrival : taint.arrivals()) {
      if (arrival.taintedMinor() > 0) {
        tainted.merge(arrival.flow(), arrival.taintedMinor(), Math::max);
      }
    }
    boolean paidFor = !tainted.isEmpty();
    for (Taint.Claim claim : taint.claims()) {
      claimed(flows, claim, paidFor, reachMillis, tainted);
    }
    return tainted;
  }

  /**
   * The payments of whom the report names; else the last one of just its amount; else the latest up
   * to that amount, or all: somebody's money went there, and the account is a fraudster's.
   */
  private static void claimed(
      List<Flow> flows,
      Taint.Claim claim,
      boolean paidFor,
      long reachMillis,
      Map<Long, Long> tainted) {
    Predicate<Flow> near =
        flow -> flow.in() && !flow.undone() && Math.abs(flow.time() - claim.time()) <= reachMillis;
    Predicate<Flow> named = near.and(flow -> isNamed(flow, claim));
    if (flows.stream().anyMatch(named)) {
      take(flows, named, claim.amountMinor(), tainted);
      return;
    }
    // A report that names a payer and no amount says nothing of other people's payments.
    boolean vague =
        claim.amountMinor() == null && (claim.person() != null || claim.account() != null);
    if (paidFor || vague) {
      return;
    }
    Predicate<Flow> before = near.and(flow -> flow.time() <= claim.time());
    Predicate<Flow> exact =
        before.and(flow -> Objects.equals(flow.amountMinor(), claim.amountMinor()));
    take(flows, flows.stream().anyMatch(exact) ? exact : before, claim.amountMinor(), tainted);
  }

  private static boolean isNamed(Flow flow, Taint.Claim claim) {
    return (claim.account() != null && claim.account().equals(flow.other()))
        || (claim.person() != null && claim.person().equals(flow.otherPerson()));
  }

  private static void take(
      List<Flow> flows, Predicate<Flow> which, Long most, Map<Long, Long> tainted) {
    long rest = most == null ? Long.MAX_VALUE : most;
    for (int i = flows.size() - 1; i >= 0 && rest > 0; i--) {
      Flow flow = flows.get(i);
      if (which.test(flow)) {
        long part = Math.min(rest, flow.amountMinor());
        tainted.merge(flow.id(), part, Math::max);
        rest -= part;
      }
    }
  }
}
