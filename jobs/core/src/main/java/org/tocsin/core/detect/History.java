package org.tocsin.core.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.rulebook.HistoryRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/** A person's short history of signals: in order, each once as last told, bounded. */
final class History {

  static final Comparator<Signal> ORDER =
      Comparator.comparingLong(Signal::eventTime).thenComparing(Signal::signalId);

  private History() {}

  /** Null when the history holds just this signal already. */
  static List<Signal> with(List<Signal> signals, Signal signal) {
    List<Signal> changed = new ArrayList<>(signals.size() + 1);
    for (Signal each : signals) {
      if (!each.signalId().equals(signal.signalId())) {
        changed.add(each);
      } else if (each.equals(signal)) {
        return null;
      }
    }
    int place = changed.size();
    while (place > 0 && ORDER.compare(changed.get(place - 1), signal) > 0) {
      place--;
    }
    changed.add(place, signal);
    return changed;
  }

  static List<Signal> without(List<Signal> signals, Signal signal) {
    return signals.stream().filter(s -> !s.signalId().equals(signal.signalId())).toList();
  }

  /** Without what is too old, then without the oldest of the kinds there are too many of. */
  static List<Signal> pruned(List<Signal> signals, long oldest, HistoryRules rules) {
    List<Signal> kept = new ArrayList<>(signals);
    kept.removeIf(each -> each.eventTime() < oldest);
    Map<SignalKind, Integer> counts = new EnumMap<>(SignalKind.class);
    kept.forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
    for (SignalKind kind : counts.keySet()) {
      while (counts.get(kind) > rules.perKindMax()) {
        dropOldest(kept, kind, counts);
      }
    }
    while (kept.size() > rules.inAllMax()) {
      dropOldest(kept, noisiest(counts), counts);
    }
    return List.copyOf(kept);
  }

  private static SignalKind noisiest(Map<SignalKind, Integer> counts) {
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static void dropOldest(
      List<Signal> signals, SignalKind kind, Map<SignalKind, Integer> counts) {
    for (int i = 0; i < signals.size(); i++) {
      if (signals.get(i).kind() == kind) {
        signals.remove(i);
        counts.merge(kind, -1, Integer::sum);
        return;
      }
    }
  }
}
