package org.tocsin.core.links;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.rulebook.LinkRules;

/**
 * Which payment passes an income on: the first one soon after it, of nearly its amount, each for
 * one income only. Asked of an account's transfers alone, so that what a payment carries still
 * follows from transfers before it.
 *
 * @param amountShare the amounts differ by no more of the income
 */
record PassedOn(Duration within, double amountShare) {

  static PassedOn of(LinkRules.B11 settings) {
    return new PassedOn(settings.within(), settings.amountShare());
  }

  boolean isQuick(Flow in, Flow out) {
    long after = out.time() - in.time();
    return after >= 0
        && after <= within.toMillis()
        && Math.abs(out.amountMinor() - in.amountMinor()) <= amountShare * in.amountMinor();
  }

  /**
   * The payment's id by that of the income.
   *
   * @param flows in {@link Flow#ORDER}
   * @param tainted incomes that matter, by their id
   */
  Map<Long, Long> byIncome(List<Flow> flows, Map<Long, Long> tainted) {
    Map<Long, Long> payments = new HashMap<>();
    Set<Long> taken = new HashSet<>();
    for (int i = 0; i < flows.size(); i++) {
      Flow in = flows.get(i);
      if (in.in() && !in.undone() && tainted.getOrDefault(in.id(), 0L) > 0) {
        flows.subList(i + 1, flows.size()).stream()
            .takeWhile(out -> out.time() - in.time() <= within.toMillis())
            .filter(out -> !out.in() && out.goesOn() && isQuick(in, out))
            .filter(out -> !taken.contains(out.id()))
            .findFirst()
            .ifPresent(
                out -> {
                  taken.add(out.id());
                  payments.put(in.id(), out.id());
                });
      }
    }
    return payments;
  }
}
