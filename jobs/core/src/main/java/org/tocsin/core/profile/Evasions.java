package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.SignalKind;

/**
 * Between a large income and its passing on stand one to three tiny payments to a charity, for
 * wealth products or to a credit card, so that the account looks lived in. Told from the first of
 * them on when a stranger paid. A purchase of a kind not reported counts once the money leaves.
 */
final class Evasions implements FlowRule {

  private static final long serialVersionUID = 1L;

  @Override
  public SignalKind kind() {
    return SignalKind.EVASION;
  }

  @Override
  public boolean concerns(AccountProfile profile, Movement moved, BankCardRules rules) {
    if (moved.in()) {
      return isAnchor(moved, rules) && !Flows.isNewest(profile, moved);
    }
    return isCover(moved, rules.b10()) || Flows.isPassedOn(moved);
  }

  @Override
  public long reachMillis(BankCardRules rules) {
    return rules.b10().coverWithin().toMillis() + rules.b10().outWithin().toMillis();
  }

  @Override
  public boolean isAnchor(Movement moved, BankCardRules rules) {
    return moved.amountMinor() >= rules.b10().inMinMinor() && Flows.isIncome(moved);
  }

  private static boolean isCover(Movement moved, BankCardRules.B10 settings) {
    return !moved.in()
        && moved.live()
        && moved.amountMinor() <= settings.coverMaxMinor()
        && (isNamed(moved, settings) || isOfUnknownKind(moved));
  }

  private static boolean isNamed(Movement moved, BankCardRules.B10 settings) {
    return moved.merchantCategory() != null
        && settings.categories().contains(moved.merchantCategory());
  }

  /** Before any money leaves: a coffee whose kind was not reported tells nothing. */
  private static boolean isTelling(Movement cover, BankCardRules.B10 settings) {
    return isNamed(cover, settings)
        || (cover.kind() == Transaction.Kind.TRANSFER && cover.otherHolder() == Holder.COMPANY);
  }

  private static boolean isOfUnknownKind(Movement moved) {
    return moved.merchantCategory() == null
        && (moved.kind() == Transaction.Kind.MERCHANT_PAYMENT
            || moved.otherHolder() == Holder.COMPANY
            || moved.otherHolder() == Holder.MERCHANT);
  }

  @Override
  public Flow judge(AccountProfile profile, int at, BankCardRules rules) {
    BankCardRules.B10 settings = rules.b10();
    Movement anchor = profile.movements().get(at);
    long coveredBy = anchor.time() + settings.coverWithin().toMillis();
    long outWithin = settings.outWithin().toMillis();
    List<Movement> ins = new ArrayList<>();
    List<Movement> covers = new ArrayList<>();
    List<Movement> outs = new ArrayList<>();
    Flow begun = null;
    for (Movement each : profile.movements().subList(at, profile.movements().size())) {
      if (each.time() > coveredBy + outWithin) {
        break;
      } else if (Flows.isIncome(each)) {
        ins.add(each);
      } else if (isCover(each, settings)) {
        if (each.time() <= coveredBy) {
          covers.add(each);
          boolean told = isTelling(each, settings) && Flows.isFromStranger(anchor);
          begun = begun == null && told ? flow(anchor, covers, ins, outs, false) : begun;
        }
      } else if (Flows.isPassedOn(each)) {
        outs.add(each);
        boolean covered =
            !covers.isEmpty()
                && each.time() - covers.get(covers.size() - 1).time() <= outWithin
                && covers.size() <= settings.coversMax();
        if (covered && Flows.sum(outs) >= settings.outShareMin() * Flows.sum(ins)) {
          return flow(anchor, covers, ins, outs, true);
        }
      }
    }
    // Somebody who goes on shopping is no such account.
    return covers.size() <= settings.coversMax() ? begun : null;
  }

  private static Flow flow(
      Movement anchor,
      List<Movement> covers,
      List<Movement> ins,
      List<Movement> outs,
      boolean whole) {
    boolean strangers =
        ins.stream().allMatch(Flows::isFromStranger)
            && (!whole || outs.stream().anyMatch(Flows::isToStranger));
    return new Flow(
        anchor,
        List.copyOf(covers),
        List.copyOf(ins),
        List.copyOf(outs),
        covers.size(),
        whole,
        strangers);
  }
}
