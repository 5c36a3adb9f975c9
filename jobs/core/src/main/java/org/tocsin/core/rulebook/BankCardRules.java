package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/** The settings of the bank-card rows. Amounts are minor units. */
public record BankCardRules(
    B2 b2,
    HabitRules habit,
    More more,
    B1 b1,
    B3 b3,
    B4 b4,
    B5 b5,
    B6 b6,
    B7 b7,
    B8 b8,
    B9 b9,
    B10 b10,
    B12 b12,
    B13 b13)
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
   * @param leftMinMinor so much of the flow itself that is left is worth a delay too
   */
  public record More(Duration window, long inMinMinor, long leftMinMinor) implements Serializable {}

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

  /**
   * Dormant card wakes.
   *
   * @param dormant no movement for so long, after one that was seen
   * @param wakeWithin the income comes so soon after the first movement
   * @param testMaxMinor movements between are at most so much
   * @param inMinMinor an income of at least so much
   * @param outWithin passed on within it
   * @param outShareMin at least this share
   */
  public record B5(
      Duration dormant,
      Duration wakeWithin,
      long testMaxMinor,
      long inMinMinor,
      Duration outWithin,
      double outShareMin)
      implements Serializable {}

  /**
   * Night: weighs, and is no row.
   *
   * @param fromHour of the day in the deployment's zone
   * @param toHour until before this hour, the next morning when it is smaller
   * @param score added to the score of what happens then
   */
  public record B6(int fromHour, int toHour, int score) implements Serializable {}

  /**
   * Cash-out.
   *
   * @param inMinMinor an income of at least so much
   * @param outWithin drawn within it
   * @param drawsMin so many times
   * @param machinesMin at so many machines
   * @param outShareMin together at least this share of what came …
   * @param outMinMinor … or so much, as machines have limits
   * @param begunInMinMinor watched at the first machine when a stranger paid so much …
   * @param begunOutMinMinor … and so much of it is drawn
   */
  public record B7(
      long inMinMinor,
      Duration outWithin,
      int drawsMin,
      int machinesMin,
      double outShareMin,
      long outMinMinor,
      long begunInMinMinor,
      long begunOutMinMinor)
      implements Serializable {}

  /**
   * Gold run.
   *
   * @param shopMinMinor a purchase of at least so much
   * @param categories of jewellers, ISO 18245
   * @param shopWithin so soon after a stranger's payment
   * @param shopsMin at so many shops …
   * @param window … within it
   * @param fundedShareMin strangers have paid at least this share of the gold
   */
  public record B8(
      long shopMinMinor,
      List<String> categories,
      Duration shopWithin,
      int shopsMin,
      Duration window,
      double fundedShareMin)
      implements Serializable {}

  /**
   * Crypto over the counter.
   *
   * @param payersMin so many that are unrelated …
   * @param outWithin … so soon before a payment to an exchange
   * @param roundMinor which is a multiple of so much
   * @param categories of exchanges where the holder is not reported, ISO 18245
   * @param cyclesMin so many times …
   * @param window … within it
   */
  public record B9(
      int payersMin,
      Duration outWithin,
      long roundMinor,
      List<String> categories,
      int cyclesMin,
      Duration window)
      implements Serializable {}

  /**
   * Evasion.
   *
   * @param inMinMinor an income of at least so much
   * @param coverWithin a small payment so soon after it
   * @param coverMaxMinor of at most so much
   * @param coversMax at most so many: more is a person shopping
   * @param categories of charities, wealth products and card repayments, ISO 18245
   * @param outWithin passed on so soon after the small payment
   * @param outShareMin at least this share
   */
  public record B10(
      long inMinMinor,
      Duration coverWithin,
      long coverMaxMinor,
      int coversMax,
      List<String> categories,
      Duration outWithin,
      double outShareMin)
      implements Serializable {}

  /**
   * Contact changed, then fast in and fast out.
   *
   * @param within so soon after the change
   */
  public record B12(Duration within) implements Serializable {}

  /**
   * Coupling.
   *
   * @param transfersMin so many …
   * @param amountMaxMinor … of at most so much …
   * @param window … within it
   * @param openedWithin every account was opened so lately
   */
  public record B13(int transfersMin, long amountMaxMinor, Duration window, Duration openedWithin)
      implements Serializable {}
}
