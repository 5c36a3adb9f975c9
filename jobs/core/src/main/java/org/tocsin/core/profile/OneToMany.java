package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.SignalKind;

/**
 * A large sum comes in and is passed on to several persons not paid before, each below the size
 * that is looked at. Workers and suppliers paid before do not count. Told from fewer payees on when
 * the money is a stranger's.
 */
final class OneToMany implements FlowRule {

  private static final long serialVersionUID = 1L;

  @Override
  public SignalKind kind() {
    return SignalKind.ONE_TO_MANY;
  }

  @Override
  public boolean concerns(AccountProfile profile, Movement moved, BankCardRules rules) {
    return moved.in() ? isAnchor(moved, rules) : isPart(moved, rules.b4());
  }

  @Override
  public long reachMillis(BankCardRules rules) {
    return rules.b4().outWithin().toMillis();
  }

  @Override
  public boolean isAnchor(Movement moved, BankCardRules rules) {
    return moved.amountMinor() >= rules.b4().inMinMinor() && Flows.isIncome(moved);
  }

  private static boolean isPart(Movement moved, BankCardRules.B4 settings) {
    return moved.amountMinor() >= settings.outMinMinor()
        && moved.amountMinor() < settings.outBelowMinor()
        && moved.other() != null
        && Flows.isToStranger(moved);
  }

  @Override
  public Flow judge(AccountProfile profile, int at, BankCardRules rules) {
    BankCardRules.B4 settings = rules.b4();
    Movement anchor = profile.movements().get(at);
    long end = anchor.time() + settings.outWithin().toMillis();
    Set<String> payees = new HashSet<>();
    List<Movement> outs = new ArrayList<>();
    boolean strangers = Flows.isFromStranger(anchor);
    Flow begun = null;
    for (Movement each : profile.movements().subList(at + 1, profile.movements().size())) {
      if (each.time() > end) {
        break;
      } else if (!isPart(each, settings)) {
        continue;
      }
      outs.add(each);
      payees.add(each.other());
      if (payees.size() >= settings.payeesMin()) {
        return flow(anchor, outs, payees.size(), true, strangers);
      } else if (begun == null && strangers && payees.size() >= settings.begunPayeesMin()) {
        begun = flow(anchor, outs, payees.size(), false, true);
      }
    }
    return begun;
  }

  private static Flow flow(
      Movement anchor, List<Movement> outs, int payees, boolean whole, boolean strangers) {
    return new Flow(
        anchor, List.of(), List.of(anchor), List.copyOf(outs), payees, whole, strangers);
  }
}
