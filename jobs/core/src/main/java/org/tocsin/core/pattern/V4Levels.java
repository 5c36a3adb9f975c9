package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.List;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Level;

/** How grave a fake investment is; null where it is none. */
final class V4Levels implements Serializable {

  private static final long serialVersionUID = 1L;

  private final VictimRules.V4 settings;
  private final Returns returns;

  V4Levels(Rulebook rules) {
    this.settings = rules.detection().victim().v4();
    this.returns = new Returns(rules);
  }

  /**
   * Three that rise are growth, and two are when the last is large. One step less where what came
   * back may have been chance.
   */
  Level of(Signal back, List<Signal> rise, List<Signal> raised, View view) {
    if (rise.isEmpty()) {
      return null;
    }
    Signal last = rise.get(rise.size() - 1);
    boolean likely = isLikely(back, view);
    boolean grows = rise.size() > 1 && Payments.sum(rise) >= settings.riseSumMinMinor();
    boolean big =
        last.amountMinor() >= settings.bigMinMinor()
            && last.amountMinor() >= settings.bigRatioMin() * back.count();
    boolean growth = grows && (rise.size() >= settings.paymentsMin() || big);
    if (!returns.isRound(back)) {
      return ofOdd(back, growth, grows || big, raised, view);
    }
    if (raised.isEmpty()) {
      return growth && likely ? Level.T2 : growth || (grows && likely) ? Level.T1 : null;
    }
    if (likely && !isCashOnce(rise, raised)) {
      return grows || big ? Level.T3 : null;
    }
    return grows && rise.size() >= settings.paymentsMin()
        ? Level.T2
        : grows || big ? Level.T1 : null;
  }

  /** A share of a bill it may be; not when all that the page asks for has followed on a gain. */
  private Level ofOdd(Signal back, boolean growth, boolean rises, List<Signal> raised, View view) {
    boolean gain = returns.isTelling(back) && !returns.isOneOfMany(back, view);
    if (growth && !raised.isEmpty() && gain) {
      return Level.T2;
    }
    return growth || (rises && !raised.isEmpty()) ? Level.T1 : null;
  }

  /** The page asks for cash twice: once, and of one's own savings, is a wedding's or a car's. */
  private static boolean isCashOnce(List<Signal> rise, List<Signal> raised) {
    return rise.size() == 1
        && rise.get(0).kind() == SignalKind.CASH_OUT
        && raised.stream().allMatch(each -> each.kind() == SignalKind.DEPOSIT_REDEEMED);
  }

  /**
   * Whoever builds, buys a house or studies pays companies rising sums too: only with a first
   * payment that came back from somebody else is it more than that, and then one step less.
   */
  Level ofFirms(Signal back, List<Signal> rise, List<Signal> raised, View view) {
    boolean grows =
        rise.size() >= settings.paymentsMin()
            && Payments.sum(rise) >= settings.riseSumMinMinor()
            && isLikely(back, view);
    return !grows ? null : raised.isEmpty() ? Level.T1 : Level.T2;
  }

  private boolean isLikely(Signal back, View view) {
    return !returns.isOneOfMany(back, view)
        && returns.isRound(back)
        && (returns.isTelling(back) || back.count() >= settings.tellingMinMinor());
  }
}
