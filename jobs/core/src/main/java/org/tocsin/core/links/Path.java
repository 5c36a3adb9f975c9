package org.tocsin.core.links;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The way of a sum through accounts, as long as it stays nearly whole.
 *
 * @param steps in time order; the first leaves the account it started from
 * @param owners of the accounts the steps leave, in their order; the account where nobody is known
 */
public record Path(List<Taint.Step> steps, List<String> owners) {

  Taint.Step first() {
    return steps.get(0);
  }

  Taint.Step last() {
    return steps.get(steps.size() - 1);
  }

  boolean isRound() {
    return first().from().equals(last().to());
  }

  /** Other persons on the way. */
  int others() {
    Set<String> others = new HashSet<>(owners.subList(1, owners.size()));
    others.remove(owners.get(0));
    return others.size();
  }

  boolean passes(String account) {
    return steps.stream().anyMatch(step -> step.from().equals(account));
  }
}
