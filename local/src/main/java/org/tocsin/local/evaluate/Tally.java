package org.tocsin.local.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.warning.Tier;
import org.tocsin.local.evaluate.LabelFile.Label;
import org.tocsin.local.evaluate.LabelFile.Loss;
import org.tocsin.local.evaluate.WarningFile.Warning;

/** Counts the labels of one row. */
final class Tally {
  /** The row's limit from event to warning. */
  private static final long AT_ONCE_MILLIS = 5_000;

  private final long largeLossMinor;
  private long labels;
  private long found;
  private long samePattern;
  private long atCallOrAbove;
  private long withLoss;
  private long beforeFirst;
  private long beforeLast;
  private long withLarge;
  private long beforeLarge;
  private long atOnce;
  private long lost;
  private long savable;
  private final List<Double> leads = new ArrayList<>();

  Tally(long largeLossMinor) {
    this.largeLossMinor = largeLossMinor;
  }

  /**
   * @param warnings of this label, in order of time
   */
  void add(Label label, List<Warning> warnings) {
    labels++;
    lost += label.lost();
    withLoss += label.losses().isEmpty() ? 0 : 1;
    Long firstLarge = firstLarge(label);
    withLarge += firstLarge == null ? 0 : 1;
    if (warnings.isEmpty()) {
      return;
    }
    found++;
    samePattern += warnings.stream().anyMatch(warning -> names(warning, label)) ? 1 : 0;
    atCallOrAbove += warnings.stream().anyMatch(w -> w.tier().compareTo(Tier.CALL) >= 0) ? 1 : 0;
    long warnedAt = warnings.get(0).time();
    if (firstLarge != null && warnedAt < firstLarge) {
      beforeLarge++;
    }
    if (!label.losses().isEmpty()) {
      losses(label, warnedAt);
    }
  }

  private void losses(Label label, long warnedAt) {
    List<Loss> losses = label.losses();
    long first = losses.get(0).eventTime();
    long last = losses.get(losses.size() - 1).eventTime();
    beforeFirst += warnedAt < first ? 1 : 0;
    atOnce += warnedAt <= first + AT_ONCE_MILLIS ? 1 : 0;
    beforeLast += warnedAt < last ? 1 : 0;
    leads.add((last - warnedAt) / 1_000.0);
    for (Loss loss : losses) {
      savable += loss.eventTime() > warnedAt ? loss.amountMinor() : 0;
    }
  }

  Evaluation.Row row(String lane, String pattern) {
    leads.sort(null);
    return new Evaluation.Row(
        lane,
        pattern,
        labels,
        found,
        samePattern,
        atCallOrAbove,
        withLoss,
        beforeFirst,
        beforeLast,
        withLarge,
        beforeLarge,
        share(found, labels),
        quantile(.5),
        quantile(.1),
        lost,
        savable,
        share(savable, lost),
        atOnce);
  }

  private Long firstLarge(Label label) {
    return label.losses().stream()
        .filter(loss -> loss.amountMinor() >= largeLossMinor)
        .map(Loss::eventTime)
        .findFirst()
        .orElse(null);
  }

  private static boolean names(Warning warning, Label label) {
    return label.pattern().equals(warning.pattern())
        || warning.alsoPatterns().contains(label.pattern());
  }

  /** The smallest lead that at least this share of all leads does not exceed. */
  private Double quantile(double share) {
    if (leads.isEmpty()) {
      return null;
    }
    int rank = (int) Math.ceil(share * leads.size());
    return leads.get(Math.max(0, rank - 1));
  }

  static Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
