package org.tocsin.core.detect;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.profile.EventHash;
import org.tocsin.core.signal.Signal;

/**
 * A call whose end was not told goes on only as far as its end would have been read. Somebody who
 * pays while on the phone is the strongest sign there is, and one that a job which catches up after
 * an outage would see everywhere: transactions may be read hours ahead of calls, and a carrier's
 * nightly batch tells of a beginning first, of the end a moment later.
 */
final class OpenCalls {

  /**
   * Live, event time is behind by the disorder that is allowed and a pause of a source, together
   * about a minute: ten are surely an outage or a batch, and few calls end within them.
   */
  private static final long BEHIND_MILLIS = Duration.ofMinutes(10).toMillis();

  private OpenCalls() {}

  /** Its end may come with the next record; until then nobody can say that it goes on. */
  static boolean isToldLate(Signal signal, long watermark) {
    return signal.ongoing() && watermark > signal.eventTime() + BEHIND_MILLIS;
  }

  /** Whether what is of that time was read together with the calls of that time. */
  static boolean isInStep(long time, long watermark) {
    return inStepAt(time) <= watermark;
  }

  /** When event time is far enough for what is of {@code time}. */
  static long inStepAt(long time) {
    return time - BEHIND_MILLIS;
  }

  /** Without open calls while something in the history is ahead of what was read of calls. */
  static List<Signal> heard(List<Signal> signals, long watermark) {
    return isAhead(signals, watermark)
        ? signals.stream().filter(each -> !each.ongoing()).toList()
        : signals;
  }

  /** With open calls, and without what is ahead. */
  static List<Signal> inStep(List<Signal> signals, long watermark) {
    return signals.stream().filter(each -> isInStep(each.eventTime(), watermark)).toList();
  }

  /**
   * Hashes of the signals that were judged without an open call, and are to be judged again once
   * event time has reached them.
   */
  static long[] awaiting(List<Signal> signals, long watermark) {
    if (!isAhead(signals, watermark)) {
      return PersonHistory.NONE;
    }
    return signals.stream()
        .filter(each -> !isInStep(each.eventTime(), watermark))
        .mapToLong(each -> EventHash.token(each.signalId()))
        .toArray();
  }

  /** History is in order of time, so the last is the furthest ahead. */
  private static boolean isAhead(List<Signal> signals, long watermark) {
    return !signals.isEmpty()
        && !isInStep(signals.get(signals.size() - 1).eventTime(), watermark)
        && signals.stream().anyMatch(Signal::ongoing);
  }
}
