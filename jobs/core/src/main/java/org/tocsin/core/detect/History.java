package org.tocsin.core.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.profile.EventHash;
import org.tocsin.core.rulebook.HistoryRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/** A person's short history of signals: in order, each once as last told, bounded. */
final class History {

  static final Comparator<Signal> ORDER =
      Comparator.comparingLong(Signal::eventTime).thenComparing(Signal::signalId);

  /** Below the number of signals of a kind, so that new ones still find room. */
  private static final int PINNED_MAX = 12;

  private History() {}

  /** The signal as it stands after what is known of the same. */
  static Signal joined(List<Signal> signals, Signal signal) {
    if (signal.ongoing()) {
      for (Signal each : signals) {
        if (each.signalId().equals(signal.signalId())) {
          return signal.toldAfter(each);
        }
      }
    }
    return signal;
  }

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

  /**
   * Without what is too old, then without the oldest of the kinds there are too many of, those that
   * a row has made something of last.
   */
  static List<Signal> pruned(
      List<Signal> signals, long now, Retention retention, long[] pinned, HistoryRules rules) {
    List<Signal> kept = new ArrayList<>(signals);
    kept.removeIf(each -> retention.isOver(each, now));
    int[] counts = new int[SignalKind.values().length];
    for (Signal each : kept) {
      counts[each.kind().ordinal()]++;
    }
    for (int kind = 0; kind < counts.length; kind++) {
      while (counts[kind] > rules.perKindMax()) {
        dropOldest(kept, kind, pinned);
        counts[kind]--;
      }
    }
    while (kept.size() > rules.inAllMax()) {
      int noisiest = noisiest(counts);
      dropOldest(kept, noisiest, pinned);
      counts[noisiest]--;
    }
    return List.copyOf(kept);
  }

  private static int noisiest(int[] counts) {
    int noisiest = 0;
    for (int kind = 1; kind < counts.length; kind++) {
      noisiest = counts[kind] > counts[noisiest] ? kind : noisiest;
    }
    return noisiest;
  }

  private static void dropOldest(List<Signal> signals, int kind, long[] pinned) {
    int oldest = -1;
    for (int i = 0; i < signals.size(); i++) {
      if (signals.get(i).kind().ordinal() == kind) {
        if (!isAmong(signals.get(i), pinned)) {
          signals.remove(i);
          return;
        }
        oldest = oldest < 0 ? i : oldest;
      }
    }
    signals.remove(oldest);
  }

  /** Hashes of signals' ids, as a history keeps them. */
  static boolean isAmong(Signal signal, long[] hashes) {
    if (hashes.length == 0) {
      return false;
    }
    long hash = EventHash.token(signal.signalId());
    for (long each : hashes) {
      if (each == hash) {
        return true;
      }
    }
    return false;
  }

  /** The latest pins, with those of these signals. */
  static long[] pinned(long[] before, List<Signal> signals) {
    long[] pinned = before;
    for (Signal signal : signals) {
      if (!isAmong(signal, pinned)) {
        int drop = pinned.length >= PINNED_MAX ? 1 : 0;
        long[] more = new long[pinned.length - drop + 1];
        System.arraycopy(pinned, drop, more, 0, pinned.length - drop);
        more[more.length - 1] = EventHash.token(signal.signalId());
        pinned = more;
      }
    }
    return pinned;
  }
}
