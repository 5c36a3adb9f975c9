package org.tocsin.core.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which of a victim's payments went to the fraudsters. */
final class Pursuits {

  private Pursuits() {}

  /**
   * Those to the payee the report names, newest first up to the reported amount; without a payee
   * those that made her a suspected victim; else the last one of just the reported amount.
   */
  static List<Flow> payments(List<Flow> flows, Letter.Pursue pursuit, long reachMillis) {
    Predicate<Flow> near =
        flow -> flow.goesOn() && Math.abs(flow.time() - pursuit.time()) <= reachMillis;
    if (pursuit.payee() != null) {
      return newest(
          flows, near.and(flow -> pursuit.payee().equals(flow.other())), pursuit.amountMinor());
    }
    Set<Long> records = new HashSet<>(pursuit.records());
    List<Flow> suspicious =
        newest(
            flows,
            near.and(f -> records.contains(f.record()) || records.contains(f.settles())),
            null);
    if (!suspicious.isEmpty() || pursuit.amountMinor() == null) {
      return suspicious;
    }
    long amount = pursuit.amountMinor();
    return newest(flows, near.and(flow -> flow.amountMinor() == amount), amount);
  }

  private static List<Flow> newest(List<Flow> flows, Predicate<Flow> which, Long most) {
    long rest = most == null ? Long.MAX_VALUE : most;
    List<Flow> found = new ArrayList<>();
    for (int i = flows.size() - 1; i >= 0 && rest > 0; i--) {
      if (which.test(flows.get(i))) {
        found.add(flows.get(i));
        rest -= flows.get(i).amountMinor();
      }
    }
    return found;
  }
}
