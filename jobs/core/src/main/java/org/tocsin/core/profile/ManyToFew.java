package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.SignalKind;

/**
 * Several strangers pay in, and nearly all of it goes to one or two. Those who paid before, such as
 * a landlord's tenants, do not count. Told from the last of the payers on when they pay sums that
 * no group of buyers or wedding guests would.
 */
final class ManyToFew implements FlowRule {

  private static final long serialVersionUID = 1L;

  @Override
  public SignalKind kind() {
    return SignalKind.MANY_TO_FEW;
  }

  @Override
  public boolean concerns(AccountProfile profile, Movement moved, BankCardRules rules) {
    return moved.amountMinor() >= rules.b3().payerMinMinor()
        && profile.movements().size() >= rules.b3().payersMin()
        && profile.payers().size() >= rules.b3().payersMin();
  }

  @Override
  public long reachMillis(BankCardRules rules) {
    return rules.b3().gatherWithin().toMillis() + rules.b3().outWithin().toMillis();
  }

  @Override
  public boolean isAnchor(Movement moved, BankCardRules rules) {
    return moved.amountMinor() >= rules.b3().payerMinMinor() && isPayer(moved);
  }

  private static boolean isPayer(Movement moved) {
    return Flows.isIncome(moved) && moved.isNew() && !moved.acquainted();
  }

  @Override
  public Flow judge(AccountProfile profile, int at, BankCardRules rules) {
    return new Gathered(profile, at, rules.b3()).judge();
  }

  private static final class Gathered {
    private final AccountProfile profile;
    private final int at;
    private final BankCardRules.B3 settings;
    private final Movement anchor;
    private final Set<String> payers = new HashSet<>();
    private final List<Movement> ins = new ArrayList<>();
    private final List<Movement> outs = new ArrayList<>();
    private final Map<String, Long> payees = new HashMap<>();
    private long came;
    private long lastIn;
    private Flow begun;

    Gathered(AccountProfile profile, int at, BankCardRules.B3 settings) {
      this.profile = profile;
      this.at = at;
      this.settings = settings;
      this.anchor = profile.movements().get(at);
    }

    Flow judge() {
      long gatheredBy = anchor.time() + settings.gatherWithin().toMillis();
      long outWithin = settings.outWithin().toMillis();
      for (Movement each : profile.movements().subList(at, profile.movements().size())) {
        if (each.time() > gatheredBy + outWithin) {
          break;
        }
        if (isPayer(each)
            && each.amountMinor() >= settings.payerMinMinor()
            && each.time() <= gatheredBy) {
          in(each);
        } else if (Flows.isPassedOn(each)) {
          out(each);
          if (isGathered() && each.time() - lastIn <= outWithin && isToFew()) {
            return flow(true);
          }
        }
      }
      return begun;
    }

    private void in(Movement moved) {
      payers.add(moved.other());
      ins.add(moved);
      came += moved.amountMinor();
      lastIn = moved.time();
      boolean large = came >= (long) ins.size() * settings.begunMeanMinMinor();
      if (begun == null && large && isGathered() && ins.stream().allMatch(Flows::isFromStranger)) {
        begun = flow(false);
      }
    }

    private void out(Movement moved) {
      outs.add(moved);
      payees.merge(Flows.payee(moved), moved.amountMinor(), Long::sum);
    }

    private boolean isGathered() {
      return payers.size() >= settings.payersMin() && came >= settings.sumMinMinor();
    }

    private boolean isToFew() {
      long most =
          payees.values().stream()
              .sorted(Comparator.reverseOrder())
              .limit(settings.payeesMax())
              .mapToLong(Long::longValue)
              .sum();
      return most >= settings.outShareMin() * came;
    }

    private Flow flow(boolean whole) {
      boolean strangers =
          ins.stream().allMatch(Flows::isFromStranger)
              && (!whole || outs.stream().anyMatch(Flows::isToStranger));
      return new Flow(
          anchor,
          List.of(),
          List.copyOf(ins),
          whole ? List.copyOf(outs) : List.of(),
          payers.size(),
          whole,
          strangers);
    }
  }
}
