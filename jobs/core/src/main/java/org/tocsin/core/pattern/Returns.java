package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/**
 * Reads sums that came back. Somebody pays for lunch, and somebody else pays back for tickets:
 * within two weeks that happens to one person in ten, so by itself it says little.
 */
final class Returns implements Serializable {

  private static final long serialVersionUID = 1L;

  private final VictimRules.V3 rebates;
  private final VictimRules.V4 settings;

  Returns(Rulebook rules) {
    this.rebates = rules.detection().victim().v3();
    this.settings = rules.detection().victim().v4();
  }

  /** Not likely to be chance: larger, with a gain; or a rebate as tasks pay it, within hours. */
  boolean isTelling(Signal returned) {
    double ratio = (double) returned.amountMinor() / returned.count();
    boolean larger = returned.count() >= settings.tellingMinMinor() && ratio > 1;
    long delay = returned.eventTime() - returned.evidence().get(0).eventTime();
    boolean rebate =
        ratio >= rebates.rebateRatioMin()
            && ratio <= rebates.rebateRatioMax()
            && isWhole(returned)
            && delay <= rebates.wholeRebateWithin().toMillis();
    return larger || rebate;
  }

  /** What was paid and came back is a sum in hundreds, as an investor tries it. */
  boolean isRound(Signal returned) {
    return returned.count() % settings.roundUnitMinor() == 0;
  }

  /** What was paid and came back is a whole sum, as a fraudster names it. */
  boolean isWhole(Signal returned) {
    return returned.count() % rebates.wholeUnitMinor() == 0;
  }

  /**
   * One of many gifts or shares: others who are new paid much the same in these days, and nothing
   * small that was paid before answers to theirs. Wedding guests do, and whoever joins a group buy.
   */
  boolean isOneOfMany(Signal returned, View view) {
    Set<EntityKey> payers = new HashSet<>();
    Set<String> answered = new HashSet<>();
    for (Signal each : view.signals()) {
      if (each.subject().equals(returned.subject())
          && each.amountMinor() != null
          && Payments.isAlike(each, returned, rebates.rebateWithin())) {
        if (each.kind() == SignalKind.NEW_PAYER_INCOME) {
          payers.add(each.other());
        } else if (each.kind() == SignalKind.SUM_RETURNED) {
          answered.add(each.evidence().get(0).source() + '/' + each.evidence().get(0).eventId());
        }
      }
    }
    return payers.size() - answered.size() >= rebates.groupPayersMin();
  }

  /** As the page has it, with or without what makes chance unlikely. */
  boolean isLikely(Signal returned) {
    double ratio = (double) returned.amountMinor() / returned.count();
    long delay = returned.eventTime() - returned.evidence().get(0).eventTime();
    return isTelling(returned)
        || returned.count() >= settings.tellingMinMinor()
        || (ratio >= rebates.rebateRatioMin()
            && ratio <= rebates.rebateRatioMax()
            && delay <= rebates.rebateWithin().toMillis());
  }
}
