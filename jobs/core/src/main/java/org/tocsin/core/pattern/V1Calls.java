package org.tocsin.core.pattern;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;

/**
 * The one or two calls of an attempt, and how long they are together.
 *
 * @param all in event-time order
 * @param now event time up to which a call that has not ended is known to last
 */
record V1Calls(List<Signal> all, long now) {

  /**
   * The calls of a match.
   *
   * @param time of what came with the calls, where {@code view} does not know of a later one
   */
  static V1Calls of(Match match, long time, View view) {
    List<Signal> calls = new ArrayList<>(match.at(V1Impersonation.CALL));
    calls.addAll(match.at(V1Impersonation.SECOND));
    return new V1Calls(calls, Math.max(time, view.now()));
  }

  Signal first() {
    return all.get(0);
  }

  long lengthMillis() {
    long length = 0;
    for (Signal call : all) {
      length += CallSigns.lengthMillis(call, now);
    }
    return length;
  }

  /** When the last of them ended, or at the latest will. */
  long endMillis(long callMaxMillis) {
    long end = 0;
    for (Signal call : all) {
      end = Math.max(end, CallSigns.endMillis(call, callMaxMillis));
    }
    return end;
  }

  /** Whether one of them was going on. */
  boolean during(long time) {
    return all.stream().anyMatch(each -> each.ongoing() || time <= each.endTime());
  }

  boolean handedOver() {
    return all.size() > 1;
  }

  List<Signal> with(List<Signal> others) {
    List<Signal> signals = new ArrayList<>(all);
    signals.addAll(others);
    return signals;
  }
}
