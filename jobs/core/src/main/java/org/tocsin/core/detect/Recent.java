package org.tocsin.core.detect;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.signal.Signal;

/** The latest signals of something, each once, as last told. */
final class Recent {

  private Recent() {}

  static List<Signal> with(
      List<Signal> signals, Signal signal, int signalsMax, long retentionMillis) {
    long oldest = signal.eventTime() - retentionMillis;
    List<Signal> changed = new ArrayList<>(signals.size() + 1);
    for (Signal each : signals) {
      if (each.eventTime() >= oldest && !each.signalId().equals(signal.signalId())) {
        changed.add(each);
      }
    }
    changed.add(signal);
    int from = Math.max(0, changed.size() - signalsMax);
    return List.copyOf(changed.subList(from, changed.size()));
  }
}
