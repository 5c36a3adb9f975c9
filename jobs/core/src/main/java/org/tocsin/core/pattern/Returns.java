package org.tocsin.core.pattern;

import java.io.Serializable;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;

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
            && returned.count() % rebates.wholeUnitMinor() == 0
            && delay <= rebates.wholeRebateWithin().toMillis();
    return larger || rebate;
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
