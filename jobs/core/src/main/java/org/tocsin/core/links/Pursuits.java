package org.tocsin.core.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.core.rulebook.LinkRules;

/** Which of a victim's payments went to the fraudsters. */
final class Pursuits {

  private Pursuits() {}

  /**
   * Those to the payee the report names, newest first up to the reported amount; without a payee
   * those that made her a suspected victim; else the last one of just the reported amount; and
   * where nothing is said but that she is defrauded, the large ones of those days to somebody new.
   */
  static List<Flow> payments(
      List<Flow> flows, Letter.Pursue pursuit, long reachMillis, LinkRules.X3 settings) {
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
    if (!suspicious.isEmpty()) {
      return suspicious;
    } else if (pursuit.amountMinor() == null) {
      return pursuit.reported() ? likely(flows, pursuit, settings) : List.of();
    }
    long amount = pursuit.amountMinor();
    return newest(flows, near.and(flow -> flow.amountMinor() == amount), amount);
  }

  /** Of several large ones those that are not dwarfed by the largest. */
  private static List<Flow> likely(List<Flow> flows, Letter.Pursue pursuit, LinkRules.X3 settings) {
    List<Flow> large =
        flows.stream()
            .filter(flow -> flow.amountMinor() >= settings.otherAmountMinMinor())
            .filter(flow -> Payers.isToNewPerson(flow, flows, pursuit.time(), settings))
            .toList();
    long largest = large.stream().mapToLong(Flow::amountMinor).max().orElse(0);
    return large.stream().filter(flow -> flow.amountMinor() * 2 >= largest).toList();
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
