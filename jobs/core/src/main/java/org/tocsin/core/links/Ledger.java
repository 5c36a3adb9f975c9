package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.warning.Level;

/**
 * What is kept of an account: its latest transfers, whose money is among them.
 *
 * @param owner person; null while unknown
 * @param ownerSince of the record that says so, epoch milliseconds; 0 when only a transaction does
 * @param holder null until a transaction says
 * @param flows in {@link Flow#ORDER}, bounded
 * @param undone hashes of records undone before they came, the latest
 * @param payers payments by warned persons, the latest
 * @param alarm null while the owner is not warned
 * @param paths by which large sums came of late, the latest
 * @param hub has had more transfers than are kept
 * @param runs what it is warned of as a mule's, the latest
 */
@RecordBuilder
record Ledger(
    String owner,
    long ownerSince,
    Holder holder,
    List<Flow> flows,
    long[] undone,
    List<Taint> taints,
    List<Letter.Pursue> pursuits,
    boolean hub,
    List<Payer> payers,
    Alarm alarm,
    List<Path> paths,
    List<Letter.RanThrough> runs) {

  /** A savepoint of before runs were kept has none. */
  Ledger {
    runs = runs == null ? List.of() : runs;
  }

  /**
   * The owner is warned as a victim.
   *
   * @param records hashes of the transactions that speak for it
   * @param payees see {@link Letter.OwnerWarned}
   */
  record Alarm(EntityKey victim, Level level, long time, List<Long> records, List<String> payees) {

    Alarm {
      payees = payees == null ? List.of() : payees;
    }

    /** The payment itself is among the reasons. */
    boolean isAbout(Flow flow) {
      return flow.isAmong(records) || payees.contains(flow.other());
    }
  }

  /** A gang's account has tens of victims a week. */
  static final int TAINTS_MAX = 64;

  /** One victim in sixteen transfers to as many "safe accounts", each reported (victims.md, V1). */
  static final int PURSUITS_MAX = 32;

  private static final int UNDONE_MAX = 8;

  static final Ledger NOTHING =
      new Ledger(
          null,
          0,
          null,
          List.of(),
          new long[0],
          List.of(),
          List.of(),
          false,
          List.of(),
          null,
          List.of(),
          List.of());

  /** As long as nobody says that it is a company's or a shop's. */
  boolean isPersons() {
    return holder == null || holder == Holder.PERSON;
  }

  /** Money of a victim is here, or left from here. */
  boolean isTraced() {
    return !taints.isEmpty() || !pursuits.isEmpty();
  }

  /** Others are told what happens here. */
  boolean isTold() {
    return isTraced() || alarm != null;
  }

  boolean isUndone(Flow flow) {
    for (long each : undone) {
      if (each == flow.id() || each == flow.record() || each == flow.settles()) {
        return true;
      }
    }
    return false;
  }

  Ledger withUndone(long record, long transfer) {
    List<Flow> changed = new ArrayList<>(flows.size());
    boolean found = false;
    for (Flow flow : flows) {
      boolean meant =
          flow.record() == record
              || flow.settles() == record
              || (transfer != 0 && flow.id() == transfer);
      found |= meant;
      changed.add(meant ? FlowBuilder.builder(flow).undone(true).build() : flow);
    }
    if (found) {
      return LedgerBuilder.builder(this).flows(List.copyOf(changed)).build();
    }
    int drop = undone.length >= UNDONE_MAX ? 1 : 0;
    long[] more = new long[undone.length - drop + 1];
    System.arraycopy(undone, drop, more, 0, undone.length - drop);
    more[more.length - 1] = transfer == 0 ? record : transfer;
    return LedgerBuilder.builder(this).undone(more).build();
  }

  /**
   * The same ledger when the flow is known.
   *
   * @param keepFrom older flows are forgotten, unless a victim's money may lie on them
   */
  Ledger with(Flow flow, long keepFrom, int flowsMax) {
    int place = flows.size();
    for (int i = flows.size() - 1; i >= 0; i--) {
      Flow each = flows.get(i);
      if (each.id() == flow.id() && each.in() == flow.in()) {
        return reportedTwice(i, flow);
      }
      if (Flow.ORDER.compare(each, flow) > 0) {
        place = i;
      }
    }
    List<Flow> longer = new ArrayList<>(flows.size() + 1);
    longer.addAll(flows);
    longer.add(place, isUndone(flow) ? FlowBuilder.builder(flow).undone(true).build() : flow);
    return kept(longer, keepFrom, flowsMax);
  }

  /** Both banks report it: the earlier record stands, so that both accounts agree on one. */
  private Ledger reportedTwice(int place, Flow flow) {
    Flow known = flows.get(place);
    if (known.record() == flow.record() || Flow.ORDER.compare(known, flow) <= 0) {
      return this;
    }
    List<Flow> changed = new ArrayList<>(flows);
    changed.remove(place);
    Long balance = flow.balanceMinor() == null ? known.balanceMinor() : flow.balanceMinor();
    changed.add(FlowBuilder.builder(flow).balanceMinor(balance).undone(known.undone()).build());
    changed.sort(Flow.ORDER);
    return LedgerBuilder.builder(this).flows(List.copyOf(changed)).build();
  }

  private Ledger kept(List<Flow> all, long keepFrom, int flowsMax) {
    int drop = 0;
    while (!isTraced() && drop < all.size() && all.get(drop).time() < keepFrom) {
      drop++;
    }
    boolean full = all.size() - drop > flowsMax;
    drop = full ? all.size() - flowsMax : drop;
    return LedgerBuilder.builder(this)
        .flows(List.copyOf(drop == 0 ? all : all.subList(drop, all.size())))
        // Quiet again only when well below, so that it does not come and go.
        .hub(full || (hub && all.size() - drop > flowsMax / 2))
        .build();
  }
}
