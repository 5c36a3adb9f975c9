package org.tocsin.core.detect;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import org.tocsin.core.rulebook.HistoryRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/** How long signals are kept: rare kinds for weeks, the others for days. */
final class Retention implements Serializable {

  private static final long serialVersionUID = 1L;

  private final long[] millis = new long[SignalKind.values().length];
  private final long common;

  private Retention(HistoryRules rules) {
    common = rules.retention().toMillis();
    Arrays.fill(millis, common);
    for (SignalKind kind : SignalKind.values()) {
      Duration longer = rules.longer().get(kind);
      millis[kind.ordinal()] = longer == null ? common : longer.toMillis();
    }
  }

  static Retention of(Rulebook rules) {
    return new Retention(rules.detection().history());
  }

  /** Whether it may be forgotten once everything up to {@code now} has been seen. */
  boolean isOver(Signal signal, long now) {
    return signal.eventTime() < now - millis[signal.kind().ordinal()];
  }

  boolean isLong(SignalKind kind) {
    return millis[kind.ordinal()] > common;
  }
}
