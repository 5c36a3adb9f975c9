package org.tocsin.core.profile;

import org.tocsin.core.rulebook.HabitRules;
import org.tocsin.core.signal.SignalKind;

/**
 * On which days an account has shown which flow: the day (since 1970 in the deployment's zone) and
 * the kind in one number, in order. Empty for ordinary accounts.
 */
final class RowDays {

  static final int DAYS_MAX = 32;
  private static final int KIND_BITS = 8;

  private RowDays() {}

  static long[] with(long[] days, SignalKind kind, long day) {
    return Days.with(days, day << KIND_BITS | kind.ordinal(), DAYS_MAX);
  }

  /** The account's own past: it has done the same on several earlier days. */
  static boolean isHabit(long[] days, SignalKind kind, long today, HabitRules rules) {
    int same = 0;
    for (long each : days) {
      long day = each >> KIND_BITS;
      if ((each & (1 << KIND_BITS) - 1) == kind.ordinal()
          && day < today
          && day >= today - rules.window().toDays()) {
        same++;
      }
    }
    return same >= rules.daysMin();
  }
}
