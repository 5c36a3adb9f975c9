package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.SignalKind;

/**
 * Money comes to an account that had no movement for months, and is passed on. The first movements
 * may be tests. An account never seen before is not dormant.
 */
final class Wakings implements FlowRule {

  private static final long serialVersionUID = 1L;
  private static final long[] AWAKE = {};
  private static final int SINCE = 0;
  private static final int WOKE = 1;
  private static final long DAY = 24L * 60 * 60 * 1000;

  @Override
  public SignalKind kind() {
    return SignalKind.WOKEN;
  }

  @Override
  public boolean isToldAgain() {
    return true;
  }

  @Override
  public boolean concerns(AccountProfile profile, Movement moved, BankCardRules rules) {
    long[] wake = profile.wake();
    return wake.length > 0
        && moved.time() >= wake[WOKE]
        && moved.time() - wake[WOKE]
            <= rules.b5().wakeWithin().toMillis() + rules.b5().outWithin().toMillis();
  }

  @Override
  public long reachMillis(BankCardRules rules) {
    return rules.b5().outWithin().toMillis();
  }

  @Override
  public boolean isAnchor(Movement moved, BankCardRules rules) {
    return moved.amountMinor() >= rules.b5().inMinMinor() && Flows.isIncome(moved);
  }

  @Override
  public Flow judge(AccountProfile profile, int at, BankCardRules rules) {
    BankCardRules.B5 settings = rules.b5();
    Movement anchor = profile.movements().get(at);
    long[] wake = profile.wake();
    if (wake.length == 0
        || anchor.time() < wake[WOKE]
        || anchor.time() - wake[WOKE] > settings.wakeWithin().toMillis()
        || !isFirst(profile, at, settings)) {
      return null;
    }
    int slept = (int) ((wake[WOKE] - wake[SINCE]) / DAY);
    Passing passing = Passing.from(profile, at, settings.outWithin().toMillis(), Flows::isPassedOn);
    if (passing.reaches(settings.outShareMin())) {
      return new Flow(
          anchor, List.of(), passing.ins(), passing.outs(), slept, true, passing.strangers());
    }
    // It may leave in one payment: what a stranger pays is told before.
    return Flows.isFromStranger(anchor)
        ? new Flow(anchor, List.of(), List.of(anchor), List.of(), slept, false, true)
        : null;
  }

  /** Since it woke there were tests at most. */
  private static boolean isFirst(AccountProfile profile, int at, BankCardRules.B5 settings) {
    for (Movement each : profile.movements().subList(0, at)) {
      if (each.time() >= profile.wake()[WOKE]
          && each.live()
          && each.amountMinor() > settings.testMaxMinor()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Since when it slept and when it woke, epoch milliseconds, in any order of arrival; empty for an
   * account that has not slept as far as is known.
   *
   * @param before without the movement
   */
  static long[] after(AccountProfile before, Movement moved, BankCardRules rules) {
    long last = before.lastMovementAt();
    if (last == 0 || !moved.live()) {
      return before.wake();
    }
    long sleep = rules.b5().dormant().toMillis();
    long time = moved.time();
    long[] wake = before.wake();
    if (time - last >= sleep) {
      return new long[] {last, time};
    } else if (wake.length > 0) {
      return time <= wake[SINCE] || time >= wake[WOKE] ? wake : between(wake, time, sleep);
    }
    return last - time >= sleep ? late(before, time, sleep) : wake;
  }

  /** It woke earlier than was known, or slept later, or not at all. */
  private static long[] between(long[] wake, long time, long sleep) {
    if (time - wake[SINCE] >= sleep) {
      return new long[] {wake[SINCE], time};
    }
    return wake[WOKE] - time >= sleep ? new long[] {time, wake[WOKE]} : AWAKE;
  }

  /** The movement before the sleep is told last: when all that is known is of after it. */
  private static long[] late(AccountProfile before, long time, long sleep) {
    long first = Long.MAX_VALUE;
    for (Movement each : before.movements()) {
      first = Math.min(first, each.time());
    }
    boolean known = isKnownBefore(before.payees(), first) || isKnownBefore(before.payers(), first);
    return !known && first != Long.MAX_VALUE && first - time >= sleep
        ? new long[] {time, first}
        : AWAKE;
  }

  private static boolean isKnownBefore(Parties parties, long time) {
    for (int i = parties.begin(); i >= 0; i = parties.next(i)) {
      if (parties.firstAt(i) < time) {
        return true;
      }
    }
    return false;
  }
}
