package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/** The settings of what more than one card or person is needed for. Amounts are minor units. */
public record LinkRules(Trace trace, X2 x2, X3 x3, X6 x6, B11 b11, X1 x1, X4 x4, B14 b14, X5 x5)
    implements Serializable {

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

  /**
   * Both cards.
   *
   * @param within the one warned of within it of the other
   */
  public record X1(Duration within) implements Serializable {}

  /**
   * Victim turned mule.
   *
   * @param within so long after a warning as a victim
   */
  public record X4(Duration within) implements Serializable {}

  /**
   * First-layer mule.
   *
   * @param within the payment follows the call within it
   * @param amountMinMinor smaller payments are no sign
   * @param leadCallMin a call from a number that is only a lead must last so long to have the payee
   *     watched, when its SIM is young and the payment of {@code deskAmountMinMinor} follows soon …
   * @param leadAmountMinMinor after a long talk with it, so much makes the payee a mule …
   * @param leadYoung … when its SIM was opened no longer ago than this
   * @param deskAmountMinMinor after a long talk with an older lead, or one of unknown age, the
   *     payee is only watched, and for so much
   * @param leadTalkMin what a long talk is
   * @param leadSoonWithin … and what soon is
   * @param listedCallMin a call from a listed number must last so long
   * @param companyAmountMinMinor of a company's payments smaller ones are no sign: wages and
   *     suppliers
   */
  public record X2(
      Duration within,
      long amountMinMinor,
      Duration leadCallMin,
      long leadAmountMinMinor,
      Duration leadYoung,
      long deskAmountMinMinor,
      Duration leadTalkMin,
      Duration leadSoonWithin,
      Duration listedCallMin,
      long companyAmountMinMinor)
      implements Serializable {}

  /**
   * A payee of several warned persons.
   *
   * @param personsMin so many of them …
   * @param window … within it, each paying within it of the warning
   * @param amountMinMinor smaller payments do not count
   * @param otherAmountMinMinor nor do smaller ones that no warning names; nor does less of a
   *     victim's money, further down its way, tie anybody to others (X6)
   * @param knownTimes a payee paid so often before in the days that are kept is no stranger
   * @param othersMax so many others who paid are warned
   */
  public record X3(
      int personsMin,
      Duration window,
      long amountMinMinor,
      long otherAmountMinMinor,
      int knownTimes,
      int othersMax)
      implements Serializable {}

  /**
   * Clusters.
   *
   * @param window warnings that share something within it belong together
   * @param warnedMin so many persons make a cluster worth telling
   * @param sharedMax what more persons share is a hub and joins nobody
   * @param membersMax ties kept of a cluster
   * @param strongMin so many of those who share an account or phone warned above SMS, a phone's
   *     above a call, and it is a lead
   */
  public record X6(Duration window, int warnedMin, int sharedMax, int membersMax, int strongMin)
      implements Serializable {}

  /**
   * Cycle.
   *
   * @param within the money is back within it
   * @param amountShare at no step further from its first amount
   * @param othersMin through so many other persons' accounts
   * @param amountMinMinor smaller sums are not followed round
   * @param levelShare where all its sums lie within it of the largest, the round is watched only
   */
  public record B14(
      Duration within, double amountShare, int othersMin, long amountMinMinor, double levelShare)
      implements Serializable {}

  /**
   * Layering.
   *
   * @param within each transfer follows the one before within it
   * @param amountShare and differs from it by no more
   * @param transfersMin so many in a row after the victim's own
   */
  public record B11(Duration within, double amountShare, int transfersMin)
      implements Serializable {}

  /**
   * A cohort whose cards are lent.
   *
   * @param within so long after they applied together, an account of one of them shows B2
   */
  public record X5(Duration within) implements Serializable {}
}
