package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/** The settings of the bank-card rows. Amounts are minor units. */
public record BankCardRules(B2 b2, HabitRules habit, More more, B1 b1, B3 b3, B4 b4)
    implements Serializable {

  /**
   * Fast in, fast out.
   *
   * @param inMinMinor one income of at least so much
   * @param outWithin leaves within it
   * @param outShareMin at least this share of it
   * @param outShareMax at most this
   * @param balanceMaxMinor and no more than this is left
   * @param times so many times …
   * @param window … within it
   * @param habitDaysMin on so many earlier days …
   * @param habitWindow … within it, and it is what this account always does
   */
  public record B2(
      long inMinMinor,
      Duration outWithin,
      double outShareMin,
      double outShareMax,
      long balanceMaxMinor,
      int times,
      Duration window,
      int habitDaysMin,
      Duration habitWindow)
      implements Serializable {}

  /**
   * Money that is there again after a flow among strangers: the moment to delay.
   *
   * @param window so long after the flow began
   * @param inMinMinor a stranger's payment of at least so much
   */
  public record More(Duration window, long inMinMinor) implements Serializable {}

  /**
   * Open, test, burst.
   *
   * @param openedWithin tests so soon after the opening
   * @param testMaxMinor a test is at most so much, in and out alike
   * @param testsMax at most so many each way: more is a card in use
   * @param burstWithin the large sum comes within it after a test
   * @param inMinMinor it is at least so much
   * @param outWithin and leaves within it
   * @param outShareMin by at least this share
   */
  public record B1(
      Duration openedWithin,
      long testMaxMinor,
      int testsMax,
      Duration burstWithin,
      long inMinMinor,
      Duration outWithin,
      double outShareMin)
      implements Serializable {}

  /**
   * Many in, one out.
   *
   * @param payersMin so many that are new to the account …
   * @param gatherWithin … within it
   * @param payerMinMinor smaller payments are those of customers and guests
   * @param sumMinMinor together at least so much
   * @param outWithin passed on within it after the last of them
   * @param outShareMin at least this share
   * @param payeesMax to so many
   * @param begunMeanMinMinor watched before anything leaves when the mean payment is so large
   */
  public record B3(
      int payersMin,
      Duration gatherWithin,
      long payerMinMinor,
      long sumMinMinor,
      Duration outWithin,
      double outShareMin,
      int payeesMax,
      long begunMeanMinMinor)
      implements Serializable {}

  /**
   * One in, many out.
   *
   * @param inMinMinor one income of at least so much
   * @param outWithin passed on within it
   * @param payeesMin to so many that are new to the account
   * @param outMinMinor in parts of at least so much
   * @param outBelowMinor and of less than this
   * @param begunPayeesMin watched from so many payees on when a stranger paid
   * @param wageMaxMinor parts of at most so much in the mean may be wages
   * @param leftMinMinor so much of it left is worth a delay
   */
  public record B4(
      long inMinMinor,
      Duration outWithin,
      int payeesMin,
      long outMinMinor,
      long outBelowMinor,
      int begunPayeesMin,
      long wageMaxMinor,
      long leftMinMinor)
      implements Serializable {}
}
