package org.tocsin.core.cases;

/**
 * A time at which a case does something by itself. At most one of a kind is set.
 *
 * @param at epoch milliseconds
 */
public record Alarm(Kind kind, long at) {

  /** In the order in which alarms of the same moment ring. New kinds go at the end: state. */
  public enum Kind {
    /** The grade's time to reach the person is over. */
    UNREACHED,
    /** Everyone is reached by the day's end. */
    REACH_BY,
    /** Another round of calls. */
    NEXT_ROUND,
    /** Spoken to, and nobody said what came of it. */
    CONCLUDE_BY,
    /** Does not believe it: the next tier. */
    UNCONVINCED,
    /** The level above tries again. */
    SUPERVISE_AGAIN,
    WATCH_END
  }
}
