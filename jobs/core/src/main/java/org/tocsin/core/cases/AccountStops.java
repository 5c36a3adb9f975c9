package org.tocsin.core.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * How often an account was stopped, for whomever, and what holds it now. Times are epoch
 * milliseconds.
 *
 * @param times stops that count
 * @param until the end of the last stop or freeze; what ended sooner ended then
 * @param frozen whether the last was a formal freeze
 * @param holders state keys of the cases for which it is held; empty once all are released
 * @param answered the latest outcomes and what was answered, newest last: a copy gets the same
 */
@RecordBuilder
public record AccountStops(
    int times, long until, boolean frozen, List<Long> holders, List<Answered> answered) {

  /** Outcomes come again minutes later, and few banks stop one account for so many at once. */
  private static final int MOST = 64;

  static final AccountStops NONE = new AccountStops(0, Long.MIN_VALUE, false, List.of(), List.of());

  public AccountStops {
    holders = newest(holders);
    answered = newest(answered);
  }

  /**
   * @param outcome hash of its source and id
   */
  public record Answered(long outcome, StopAnswer answer) {}

  private static <T> List<T> newest(List<T> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  boolean holdsAt(long time) {
    return time < until && !holders.isEmpty();
  }
}
