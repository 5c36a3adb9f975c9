package org.tocsin.core.links;

import java.util.HashMap;
import java.util.Map;
import org.tocsin.core.event.Transaction;

/**
 * What shops and exchanges have of a victim's money, and give back. A purchase that is returned
 * leaves the money where it was; who launders by it is followed on.
 */
final class Refunds {

  /** A victim's money at one shop. */
  private static final class Spent {
    private long amount;
    private long tainted;
  }

  private final Map<String, Spent> byShop = new HashMap<>();
  private final Map<Long, String> shopOf = new HashMap<>();

  /**
   * @param tainted of its amount
   */
  void spent(Flow flow, long tainted) {
    if (flow.goesOn() || flow.isCash()) {
      return;
    }
    shopOf.put(flow.record(), flow.other());
    Spent spent = byShop.computeIfAbsent(flow.other(), shop -> new Spent());
    spent.amount += flow.amountMinor();
    spent.tainted += tainted;
  }

  /** How much of an income is a victim's money that comes back; 0 for all but refunds. */
  long back(Flow flow) {
    if (flow.kind() != Transaction.Kind.REFUND) {
      return 0;
    }
    String shop = flow.other() == null ? shopOf.get(flow.settles()) : flow.other();
    Spent spent = byShop.get(shop);
    if (spent == null || spent.tainted == 0) {
      return 0;
    }
    long part = Math.min(flow.amountMinor(), spent.amount);
    long back = Allocation.share(spent.tainted, part, spent.amount);
    spent.amount -= part;
    spent.tainted -= back;
    return back;
  }
}
