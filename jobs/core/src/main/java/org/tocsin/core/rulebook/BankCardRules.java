package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/** The settings of the bank-card rows. Amounts are minor units. */
public record BankCardRules(B2 b2) implements Serializable {

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
}
