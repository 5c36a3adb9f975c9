package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/** The settings of the linking job. Amounts are minor units. */
public record LinkRules(Trace trace) implements Serializable {

  /**
   * Which of the money on an account leaves first, when some of it is a victim's. The three agree
   * on an account that held nothing else.
   */
  public enum TaintRule {
    /** What came first goes first: the rule in Clayton's case (1816). Never more than was lost. */
    FIFO,
    /** What came last goes first: what a borrowed account does with the money it is lent for. */
    LIFO,
    /** Each payment takes its share of everything there: "haircut", pro rata. */
    PROPORTIONAL
  }

  /**
   * Fund traces.
   *
   * @param rule which money leaves first
   * @param reach how far back from a report, and how long an account's transfers are kept
   * @param flowsMax transfers kept of an account; one with more is a business and not followed
   * @param followFor a trace is followed so long after the money came to an account
   * @param hopsMax accounts in a row
   * @param followMinMinor smaller sums of a victim's money are left where they are
   * @param accountsMax accounts in one trace
   */
  public record Trace(
      TaintRule rule,
      Duration reach,
      int flowsMax,
      Duration followFor,
      int hopsMax,
      long followMinMinor,
      int accountsMax)
      implements Serializable {}
}
