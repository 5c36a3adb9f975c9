package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.SignalKind;

/**
 * Money that comes in is drawn as cash at once, at one machine after the other. Told from the first
 * machine on when a stranger paid.
 */
final class CashOuts implements FlowRule {

  private static final long serialVersionUID = 1L;

  @Override
  public SignalKind kind() {
    return SignalKind.CASHED_OUT;
  }

  @Override
  public boolean concerns(AccountProfile profile, Movement moved, BankCardRules rules) {
    return isDrawn(moved) || (isAnchor(moved, rules) && !Flows.isNewest(profile, moved));
  }

  @Override
  public long reachMillis(BankCardRules rules) {
    return rules.b7().outWithin().toMillis();
  }

  @Override
  public boolean isAnchor(Movement moved, BankCardRules rules) {
    return moved.amountMinor() >= rules.b7().inMinMinor() && Flows.isIncome(moved);
  }

  private static boolean isDrawn(Movement moved) {
    return moved.kind() == Transaction.Kind.CASH_WITHDRAWAL && Flows.isOut(moved);
  }

  @Override
  public Flow judge(AccountProfile profile, int at, BankCardRules rules) {
    BankCardRules.B7 settings = rules.b7();
    Movement anchor = profile.movements().get(at);
    long end = anchor.time() + settings.outWithin().toMillis();
    List<Movement> ins = new ArrayList<>();
    List<Movement> draws = new ArrayList<>();
    Flow begun = null;
    for (Movement each : profile.movements().subList(at, profile.movements().size())) {
      if (each.time() > end) {
        break;
      } else if (Flows.isIncome(each)) {
        ins.add(each);
      } else if (isDrawn(each)) {
        draws.add(each);
        boolean strangers = ins.stream().allMatch(Flows::isFromStranger);
        long drawn = Flows.sum(draws);
        int machines = machines(draws, settings);
        boolean much =
            drawn >= settings.outShareMin() * Flows.sum(ins) || drawn >= settings.outMinMinor();
        if (much && draws.size() >= settings.drawsMin() && machines >= settings.machinesMin()) {
          return new Flow(anchor, List.of(), List.copyOf(ins), draws, machines, true, strangers);
        } else if (begun == null
            && strangers
            && anchor.amountMinor() >= settings.begunInMinMinor()
            && drawn >= settings.begunOutMinMinor()) {
          begun = new Flow(anchor, List.of(), List.copyOf(ins), List.copyOf(draws), 1, false, true);
        }
      }
    }
    return begun;
  }

  /** Where no machine is named, one more draw stands for the second machine. */
  private static int machines(List<Movement> draws, BankCardRules.B7 settings) {
    Set<String> named = new HashSet<>();
    for (Movement each : draws) {
      if (each.terminal() != null) {
        named.add(each.terminal());
      }
    }
    boolean many = named.isEmpty() && draws.size() > settings.drawsMin();
    return many ? settings.machinesMin() : named.size();
  }
}
