package org.tocsin.core.profile;

import org.tocsin.core.rulebook.PhoneCardRules;

/**
 * How a phone's long silence ended.
 *
 * @param since of the last sign of life before it, epoch milliseconds
 * @param until of the first call after it, epoch milliseconds
 * @param seen the sign of life was a call; otherwise the SIM's opening
 */
public record Silence(long since, long until, boolean seen) {

  /** The silence that a call ends; null when it ends none. */
  static Silence endedBy(PhoneProfile before, long time, PhoneCardRules.P8 settings) {
    long shortest = settings.silence().toMillis();
    long last = before.window().newest();
    if (last == Long.MIN_VALUE) {
      Long openedAt = before.facts().openedAt();
      return openedAt != null
              && time - openedAt >= shortest
              && time - openedAt <= settings.unusedMax().toMillis()
          ? new Silence(openedAt, time, false)
          : null;
    }
    return time - last >= shortest
        ? new Silence(last, time, true)
        : before.silence() == null ? null : before.silence().withCall(time, shortest);
  }

  /** A late record of a call within the silence makes it shorter, perhaps too short. */
  Silence withCall(long time, long shortest) {
    if (time <= since || time >= until) {
      return this;
    }
    return time - since >= shortest
        ? new Silence(since, time, seen)
        : until - time >= shortest ? new Silence(time, until, true) : null;
  }
}
