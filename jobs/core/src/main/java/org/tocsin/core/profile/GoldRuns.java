package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.SignalKind;

/**
 * Strangers' money is turned into gold within hours, at one jeweller after the other. Told from the
 * first purchase on. The jewellers have no part in it.
 */
final class GoldRuns implements FlowRule {

  private static final long serialVersionUID = 1L;

  @Override
  public SignalKind kind() {
    return SignalKind.GOLD_RUN;
  }

  @Override
  public boolean concerns(AccountProfile profile, Movement moved, BankCardRules rules) {
    return isAnchor(moved, rules)
        || (moved.in() && Flows.isIncome(moved) && !Flows.isNewest(profile, moved));
  }

  @Override
  public long reachMillis(BankCardRules rules) {
    return rules.b8().window().toMillis();
  }

  @Override
  public long reachBackMillis(BankCardRules rules) {
    return rules.b8().shopWithin().toMillis();
  }

  /** A large purchase from a jeweller. */
  @Override
  public boolean isAnchor(Movement moved, BankCardRules rules) {
    return moved.amountMinor() >= rules.b8().shopMinMinor()
        && moved.merchantCategory() != null
        && rules.b8().categories().contains(moved.merchantCategory())
        && Flows.isOut(moved);
  }

  private static boolean isUnrelated(Movement moved) {
    return Flows.isIncome(moved) && moved.isNew() && !moved.acquainted();
  }

  @Override
  public Flow judge(AccountProfile profile, int at, BankCardRules rules) {
    BankCardRules.B8 settings = rules.b8();
    List<Movement> movements = profile.movements();
    Movement anchor = movements.get(at);
    long within = settings.shopWithin().toMillis();
    List<Movement> ins = new ArrayList<>();
    List<Movement> gold = new ArrayList<>();
    Set<String> shops = new HashSet<>();
    Flow begun = null;
    for (Movement each : movements) {
      if (each.time() > anchor.time() + settings.window().toMillis()) {
        break;
      } else if (each.time() >= anchor.time() - within && isUnrelated(each)) {
        ins.add(each);
      } else if (each.time() >= anchor.time() && isAnchor(each, rules)) {
        boolean paidFor = !ins.isEmpty() && each.time() - ins.get(ins.size() - 1).time() <= within;
        if (!paidFor) {
          continue;
        }
        gold.add(each);
        shops.add(shop(each));
        if (Flows.sum(ins) < settings.fundedShareMin() * Flows.sum(gold)) {
          continue;
        }
        boolean strangers = ins.stream().allMatch(Flows::isFromStranger);
        if (shops.size() >= settings.shopsMin()) {
          return flow(anchor, ins, gold, shops.size(), true, strangers);
        } else if (begun == null && strangers) {
          begun = flow(anchor, ins, gold, shops.size(), false, true);
        }
      }
    }
    return begun;
  }

  private static String shop(Movement purchase) {
    if (purchase.other() != null) {
      return purchase.other();
    }
    return purchase.terminal() == null ? "" : purchase.terminal();
  }

  private static Flow flow(
      Movement anchor,
      List<Movement> ins,
      List<Movement> gold,
      int shops,
      boolean whole,
      boolean strangers) {
    return new Flow(
        anchor, List.of(), List.copyOf(ins), List.copyOf(gold), shops, whole, strangers);
  }
}
