package org.tocsin.core.detect;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.signal.Signal;

/**
 * The latest signals of something, each once, as last told. Rare kinds have room of their own, so
 * that everyday ones do not crowd them out in the weeks for which they are kept.
 */
final class Recent {

  /** Of the kinds that are kept for longer. */
  private static final int LONG_MAX = 8;

  private Recent() {}

  static List<Signal> with(
      List<Signal> signals, Signal signal, int signalsMax, Retention retention) {
    List<Signal> changed = new ArrayList<>(signals.size() + 1);
    for (Signal each : signals) {
      boolean told = each.signalId().equals(signal.signalId());
      if (!told && !retention.isOver(each, signal.eventTime())) {
        changed.add(each);
      }
    }
    changed.add(History.joined(signals, signal));
    boolean isLong = retention.isLong(signal.kind());
    dropOldest(changed, isLong, isLong ? LONG_MAX : signalsMax, retention);
    return List.copyOf(changed);
  }

  private static void dropOldest(
      List<Signal> signals, boolean isLong, int signalsMax, Retention retention) {
    int count = 0;
    int oldest = -1;
    for (int i = signals.size() - 1; i >= 0; i--) {
      if (retention.isLong(signals.get(i).kind()) == isLong) {
        count++;
        oldest = i;
      }
    }
    if (count > signalsMax) {
      signals.remove(oldest);
    }
  }
}
