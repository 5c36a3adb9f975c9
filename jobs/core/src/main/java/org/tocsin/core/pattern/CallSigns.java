package org.tocsin.core.pattern;

import java.time.Duration;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Trait;

/** Reads calls out of a history. */
final class CallSigns {

  /** The calls that hold people in the reported cases last up to some two hours. */
  private static final long LONG_MILLIS = Duration.ofHours(3).toMillis();

  private CallSigns() {}

  /** From abroad, over the internet, or from a number known to be a fraudster's. */
  static boolean suspicious(Signal call) {
    return call.has(Trait.FOREIGN)
        || call.has(Trait.VOIP)
        || call.otherStanding().listedAt(call.eventTime());
  }

  /** How long it lasted; a call that has not ended, so far. */
  static long lengthMillis(Signal call, long now) {
    return call.ongoing() ? Math.max(0, now - call.eventTime()) : call.endTime() - call.eventTime();
  }

  /** When it ended; one that has not, no later than a call can last. */
  static long endMillis(Signal call, long callMaxMillis) {
    return call.ongoing() ? call.eventTime() + callMaxMillis : call.endTime();
  }

  /** How long it lasted, or that it still does, as words behind "call" ({@code 来电}). */
  static String lastedZh(Signal call, long now, Words words) {
    if (!call.ongoing()) {
      return "，通话" + words.lengthZh(call.endTime() - call.eventTime());
    }
    return isSurelyOngoing(call, now) ? "（仍在通话）" : "（未报告挂断）";
  }

  static String lastedEn(Signal call, long now, Words words) {
    if (!call.ongoing()) {
      return words.lengthEn(call.endTime() - call.eventTime());
    }
    return isSurelyOngoing(call, now) ? "still on the phone" : "no end of it reported";
  }

  /** Hours later it is more likely that nobody reported its end than that it goes on. */
  private static boolean isSurelyOngoing(Signal call, long now) {
    return now - call.eventTime() <= LONG_MILLIS;
  }

  static String originZh(Signal call) {
    return call.otherStanding().listedAt(call.eventTime())
        ? "涉诈名单号码"
        : call.has(Trait.FOREIGN) ? "境外陌生号码" : call.has(Trait.VOIP) ? "网络电话陌生号码" : "陌生号码";
  }

  static String originEn(Signal call) {
    return call.otherStanding().listedAt(call.eventTime())
        ? "a listed number"
        : call.has(Trait.FOREIGN)
            ? "an unknown number abroad"
            : call.has(Trait.VOIP) ? "an unknown internet number" : "an unknown number";
  }
}
