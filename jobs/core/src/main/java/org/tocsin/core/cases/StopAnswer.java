package org.tocsin.core.cases;

/**
 * What a stop of an account is, in view of all the stops of it.
 *
 * @param account the one that was stopped
 * @param number 1, 2, … of the stops of this account that count
 * @param until the end of what holds the account now, epoch milliseconds; 0 when nothing new does
 */
public record StopAnswer(Kind kind, String account, int number, long until) {

  /** New ones go at the end: state. */
  public enum Kind {
    /** A stop of its own. */
    STOPPED,
    /** The account was stopped already, for somebody else: the same stop holds for both. */
    JOINED,
    /** A formal freeze holds the account. */
    FROZEN,
    /** The law allows no more stops; only a formal freeze is left. */
    BARRED
  }
}
