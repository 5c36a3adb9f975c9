package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.event.Holder;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.SignalKind;

/** Several strangers pay in within the hour, and a round sum goes to an exchange. */
final class ExchangeCycles implements FlowRule {

  private static final long serialVersionUID = 1L;

  @Override
  public SignalKind kind() {
    return SignalKind.EXCHANGE_CYCLE;
  }

  @Override
  public boolean concerns(AccountProfile profile, Movement moved, BankCardRules rules) {
    return isAnchor(moved, rules)
        || (moved.in() && Flows.isIncome(moved) && !Flows.isNewest(profile, moved));
  }

  @Override
  public long reachMillis(BankCardRules rules) {
    return 0;
  }

  @Override
  public long reachBackMillis(BankCardRules rules) {
    return rules.b9().outWithin().toMillis();
  }

  @Override
  public boolean isAnchor(Movement moved, BankCardRules rules) {
    return isToExchange(moved, rules.b9()) && moved.amountMinor() % rules.b9().roundMinor() == 0;
  }

  private static boolean isToExchange(Movement moved, BankCardRules.B9 settings) {
    return Flows.isOut(moved)
        && (moved.otherHolder() == Holder.EXCHANGE
            || (moved.merchantCategory() != null
                && settings.categories().contains(moved.merchantCategory())));
  }

  @Override
  public Flow judge(AccountProfile profile, int at, BankCardRules rules) {
    BankCardRules.B9 settings = rules.b9();
    Movement anchor = profile.movements().get(at);
    Set<String> payers = new HashSet<>();
    List<Movement> ins = new ArrayList<>();
    for (int i = at - 1; i >= 0; i--) {
      Movement each = profile.movements().get(i);
      // What another cycle has taken is not counted again.
      if (anchor.time() - each.time() > settings.outWithin().toMillis()
          || isToExchange(each, settings)) {
        break;
      } else if (Flows.isIncome(each) && each.isNew() && !each.acquainted()) {
        ins.add(0, each);
        payers.add(each.other());
      }
    }
    return payers.size() < settings.payersMin()
        ? null
        : new Flow(
            anchor,
            List.of(),
            List.copyOf(ins),
            List.of(anchor),
            payers.size(),
            true,
            ins.stream().allMatch(Flows::isFromStranger));
  }
}
