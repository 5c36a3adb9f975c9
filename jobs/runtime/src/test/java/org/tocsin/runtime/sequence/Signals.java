package org.tocsin.runtime.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/** Signals for tests, and histories of them. */
final class Signals {

  static final SignalKind A = SignalKind.UNKNOWN_CALL;
  static final SignalKind B = SignalKind.NEW_PAYEE_PAYMENT;
  static final SignalKind C = SignalKind.LOAN_IN;
  static final SignalKind D = SignalKind.FORWARDING_ON;

  static final Comparator<Signal> IN_ORDER =
      Comparator.comparingLong(Signal::eventTime).thenComparing(Signal::signalId);

  private Signals() {}

  static Signal signal(SignalKind kind, String id, long time) {
    return signal(kind, "p1", id, time, 50);
  }

  static Signal signal(SignalKind kind, String subject, String id, long time, int strength) {
    return new Signal(
        id,
        kind,
        SubjectKind.PERSON,
        subject,
        subject,
        time,
        time,
        strength,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new Evidence(Stream.CALL, "carrier", id, time, "test")),
        null,
        null,
        null);
  }

  /** Signals of one subject in (time, id) order; some share a time. */
  static List<Signal> random(String subject, long seed, int count, long spanMillis) {
    Random random = new Random(seed);
    SignalKind[] kinds = {A, A, B, B, C, D};
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SignalKind kind = kinds[random.nextInt(kinds.length)];
      long time = 1 + (long) random.nextInt((int) (spanMillis / 500)) * 500;
      signals.add(
          signal(kind, subject, "%s-%02d".formatted(subject, i), time, random.nextInt(100)));
    }
    signals.sort(IN_ORDER);
    return signals;
  }
}
