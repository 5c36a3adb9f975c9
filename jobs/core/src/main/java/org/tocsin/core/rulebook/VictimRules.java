package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/** The settings of the victim patterns, one record for each row. Amounts are minor units. */
public record VictimRules(V1 v1, V2 v2, V3 v3, V6 v6, V8 v8, V4 v4, V5 v5, V9 v9, V7 v7)
    implements Serializable {

  /**
   * Impersonating police, prosecutor or court.
   *
   * @param window the whole sequence, first call to payment
   * @param longCallMin one call, or two together, at least so long
   * @param handoverMax the second call begins within it after the first one's end
   * @param handoverCallMin before any payment, each of the two calls at least so long: between them
   *     may ring a courier
   * @param transferWithin the payment comes within it after the call's end
   * @param amountMinMinor payments since the call together at least so much …
   * @param balanceShareMin … or this share of what was on the account before, …
   * @param shareAmountMinMinor … and then at least so much: small change is no life's savings
   * @param isolationBefore forwarding may be switched on so long before the call
   * @param isolationAfter the sign of isolation comes within it after the call's end
   * @param gatherBanksMin own money from so many banks …
   * @param gatherWindow … within it
   * @param gatherOutWithin after the gathering, the payment out comes within it
   * @param gatherAmountMinMinor smaller gatherings are everyday housekeeping
   */
  public record V1(
      Duration window,
      Duration longCallMin,
      Duration handoverMax,
      Duration handoverCallMin,
      Duration transferWithin,
      long amountMinMinor,
      double balanceShareMin,
      long shareAmountMinMinor,
      Duration isolationBefore,
      Duration isolationAfter,
      int gatherBanksMin,
      Duration gatherWindow,
      Duration gatherOutWithin,
      long gatherAmountMinMinor)
      implements Serializable {}

  /**
   * Impersonating customer service: loans taken out and passed on.
   *
   * @param window the whole sequence
   * @param callMin the unknown call lasts at least so long
   * @param loanAfterCall a loan comes during the call or within it after its end
   * @param lendersMin different lenders
   * @param lendersWithin without a call, the lenders pay out within it
   * @param payWithin the payments out come within it after the last loan
   * @param inflowShareMin payments out together at least this share of the loans …
   * @param inflowShareMax … and, without a call, at most this
   * @param firstPaymentShareMin without a call, this share already out is warned of by a call
   * @param longCallMin loans that come after a call has ended are grave by themselves when it
   *     lasted so long …
   * @param longSuspiciousCallMin … or so long from abroad, over the internet or from a listed
   *     number
   * @param noCallAmountMinMinor without a call, less than so much that went to people is a text
   */
  public record V2(
      Duration window,
      Duration callMin,
      Duration loanAfterCall,
      int lendersMin,
      Duration lendersWithin,
      Duration payWithin,
      double inflowShareMin,
      double inflowShareMax,
      double firstPaymentShareMin,
      Duration longCallMin,
      Duration longSuspiciousCallMin,
      long noCallAmountMinMinor)
      implements Serializable {}

  /**
   * Task rebate.
   *
   * @param window the whole sequence, first test to last jump
   * @param testMinMinor a test payment that is told by itself is at least so much: below it lie
   *     everyday payments
   * @param testMaxMinor … and at most so much
   * @param rebateRatioMin the rebate is at least this times the test …
   * @param rebateRatioMax … and at most this
   * @param rebateWithin the rebate comes within it
   * @param wholeRebateWithin a single rebate of a test in whole units is telling within it; any
   *     other may be chance
   * @param wholeUnitMinor tasks are set in multiples of this
   * @param jumpWithin jumps come within it after the rebate
   * @param jumpRatioMin each jump at least this times the payment before
   * @param jumpMinMinor smaller jumps are everyday payments
   * @param jumpsToTestsMin the jumps together at least this times the tests
   * @param bigJumpMinor one jump of at least so much is enough
   * @param returnedShareMin so much of a jump back before the next, and it was no jump
   * @param crowdMax more new payers than this, and it is collecting from a group
   * @param groupPayersMin so many new payers of much the same who rebate nothing, and it may be
   * @param loneTestMinMinor a single test with its rebate and no large jump, nor two, after it
   *     counts from here on,
   * @param smallRebateWithin … a smaller one when its rebate comes within it
   * @param passedOnWithin what strangers paid in within it before …
   * @param passedOnShareMin … and was this share of a jump, is passed on: no jump
   * @param tinyTestMinMinor a test that jumps must follow is at least so much
   * @param lonePairWithin a single test without a jump is told when its rebate comes within it
   * @param loneJumpMinMinor one jump after a single rebate that may be chance is at least so much
   */
  public record V3(
      Duration window,
      long testMinMinor,
      long testMaxMinor,
      double rebateRatioMin,
      double rebateRatioMax,
      Duration rebateWithin,
      Duration wholeRebateWithin,
      long wholeUnitMinor,
      Duration jumpWithin,
      double jumpRatioMin,
      long jumpMinMinor,
      double jumpsToTestsMin,
      long bigJumpMinor,
      double returnedShareMin,
      int crowdMax,
      int groupPayersMin,
      long loneTestMinMinor,
      Duration smallRebateWithin,
      Duration passedOnWithin,
      double passedOnShareMin,
      long tinyTestMinMinor,
      long loneJumpMinMinor,
      Duration lonePairWithin)
      implements Serializable {}

  /**
   * Impersonating boss or friend.
   *
   * @param window the whole sequence: what is paid to one payee, and the call before it
   * @param companyAmountMinMinor a company's payments to new payees together at least so much …
   * @param companyShareMin … and this share of what was on the account …
   * @param splitWithin … or two payments within it, …
   * @param splitPieceMinMinor … each at least so much
   * @param payrollPayeesMin so many new payees within {@code splitWithin}, and it is a payroll
   * @param companyTextShareMin a first payment of this share to a new person is texted
   * @param amountMinMinor a person's payments to one new payee within a day at least so much, …
   * @param pieceMinMinor … smaller ones do not count …
   * @param usualRatioMin … and this times what 95 % of the person's payments stay below …
   * @param balanceShareMin … and this share of what was on the account …
   * @param earlierMin … with so many earlier payments known
   * @param usualMemory how far back earlier payments matter
   * @param emptyShareMin this share of the balance empties the account
   * @param unknownBalanceMinMinor where the balance is not reported and the account is emptied, at
   *     least so much
   * @param payeeYoung a payee's account opened within it is another sign
   * @param strangersMin so many strangers who paid the payee …
   * @param strangersWithin … within it are another sign …
   * @param strangerAmountMinMinor … each with at least so much: a stall is paid by strangers all
   *     day
   * @param signCallMin an unknown call of this length …
   * @param signCallBefore … begun within it before the payment is another sign, if it is from
   *     abroad, over the internet or from a listed number
   * @param plainCallBefore … any other, that goes on or ended within it before the payment
   * @param passedOnWithin what strangers paid in within it before …
   * @param passedOnShareMin … and was this share of the payment, is passed on, not lost
   * @param noPastMinMinor whoever has fewer payments known and sends off nearly all there was, at
   *     least so much, is texted
   * @param strangersDaysMax whom strangers have paid so on more days than this does business
   */
  public record V6(
      Duration window,
      long companyAmountMinMinor,
      double companyShareMin,
      Duration splitWithin,
      long splitPieceMinMinor,
      int payrollPayeesMin,
      double companyTextShareMin,
      long amountMinMinor,
      long pieceMinMinor,
      double usualRatioMin,
      double balanceShareMin,
      int earlierMin,
      Duration usualMemory,
      double emptyShareMin,
      long unknownBalanceMinMinor,
      Duration payeeYoung,
      int strangersMin,
      Duration strangersWithin,
      long strangerAmountMinMinor,
      Duration signCallMin,
      Duration signCallBefore,
      Duration passedOnWithin,
      double passedOnShareMin,
      long noPastMinMinor,
      int strangersDaysMax,
      Duration plainCallBefore)
      implements Serializable {}

  /**
   * Shop, parcel, refund.
   *
   * @param window the whole sequence
   * @param purchaseWithin a merchant was paid within it before the call
   * @param callMin the unknown call lasts at least so long
   * @param payWithin the payment, or the failed ones, within it after the call's end
   * @param amountMinMinor the payments together at least so much …
   * @param pieceMinMinor … smaller ones do not count
   * @param bigMinMinor so much in all is worth a call; where no purchase is known, a text
   * @param failedMin so many failed payments …
   * @param failedAmountMinMinor … each at least so much
   * @param gatherAccountsMin own money from so many accounts …
   * @param gatherWindow … within it …
   * @param gatherPieceMinMinor … each at least so much, …
   * @param gatherOutWithin … and out to somebody new within it after the last
   * @param gatherShareMin the payments out at least this share of what was gathered
   * @param accountYoung into an account opened within it, one own account is enough
   */
  public record V8(
      Duration window,
      Duration purchaseWithin,
      Duration callMin,
      Duration payWithin,
      long amountMinMinor,
      long pieceMinMinor,
      long bigMinMinor,
      int failedMin,
      long failedAmountMinMinor,
      int gatherAccountsMin,
      Duration gatherWindow,
      long gatherPieceMinMinor,
      Duration gatherOutWithin,
      double gatherShareMin,
      Duration accountYoung)
      implements Serializable {}

  /**
   * Fake investment, romance.
   *
   * @param window the whole sequence, from what came back to the last payment or loan
   * @param keptMinMinor smaller payments are not remembered, for this row or any other
   * @param testMinMinor the first payment is at least so much: below it lie everyday payments
   * @param testMaxMinor … and at most so much
   * @param returnRatioMin at least this times the first payment comes back …
   * @param returnRatioMax … and at most this times it …
   * @param returnWithin … within it
   * @param tellingMinMinor with a gain on at least so much it is hardly chance
   * @param paysWithin payments come within it after what came back
   * @param riseSumMinMinor rising payments together at least so much
   * @param riseRatioMin each at least this times the one before
   * @param paymentsMin so many that rise are growth; fewer when the last is large
   * @param bigMinMinor one payment of at least so much …
   * @param bigRatioMin … and this times the first is enough when money is raised for it
   * @param raisedWithin a loan or a redeemed deposit no further than it from a payment
   * @param cashMinMinor cash is drawn in sums of at least so much …
   * @param cashWithin … twice within it
   * @param leapMinMinor without anything come back, payments of at least so much …
   * @param leapRatioMin … each this times the one before …
   * @param leapsWithin … within it
   * @param backShareMin so much of a payment back, and it was none
   * @param roundUnitMinor a first payment that is no multiple of it is a text at most
   */
  public record V4(
      Duration window,
      long keptMinMinor,
      long testMinMinor,
      long testMaxMinor,
      double returnRatioMin,
      double returnRatioMax,
      Duration returnWithin,
      long tellingMinMinor,
      Duration paysWithin,
      long riseSumMinMinor,
      double riseRatioMin,
      int paymentsMin,
      long bigMinMinor,
      double bigRatioMin,
      Duration raisedWithin,
      long cashMinMinor,
      Duration cashWithin,
      long leapMinMinor,
      double leapRatioMin,
      Duration leapsWithin,
      double backShareMin,
      long roundUnitMinor)
      implements Serializable {}

  /**
   * Fake loan: fees for a loan that never comes.
   *
   * @param window the whole sequence, from the start of the call to the last fee
   * @param callMin the unknown call lasts at least so long …
   * @param callWithin … and ends no longer than this before the first fee
   * @param paysWithin the fees come within it
   * @param feeMinMinor each at least so much …
   * @param riseRatioMin … and at least this times the one before
   * @param sumMinMinor together at least so much
   * @param feesAfterCallMin so many after a call …
   * @param feesMin … or so many without one; with one the graver sign
   * @param twoFeesCallMinMinor two fees after a call together below it are only texted
   * @param textAfterCall … and only when the first comes within it after the call's end
   * @param steepRatioMin two fees are only texted when the second is less than this times the first
   * @param rentMonthsMax two payments to one payee, one up to so many times the other and a whole
   *     multiple of it, are rent and deposit
   * @param passedOnWithin a payment no later than this after strangers' money came in …
   * @param passedOnShareMin … that was at least this share of it is no fee
   * @param slightFeesWithin … and the second within it after the first
   * @param steepRatioMax … or more than this times the first
   * @param customersMin whoever is paid by so many strangers …
   * @param customersWithin … within it before or after a fee deals in money, and pays no fees
   * @param leapRatioMin three fees or more are only texted when they rise by less than this a step,
   *     on average, unless the call is a grave one
   */
  public record V5(
      Duration window,
      Duration callMin,
      Duration callWithin,
      Duration paysWithin,
      long feeMinMinor,
      double riseRatioMin,
      long sumMinMinor,
      int feesAfterCallMin,
      int feesMin,
      long twoFeesCallMinMinor,
      Duration textAfterCall,
      double steepRatioMin,
      int rentMonthsMax,
      Duration passedOnWithin,
      double passedOnShareMin,
      Duration slightFeesWithin,
      double steepRatioMax,
      int customersMin,
      Duration customersWithin,
      double leapRatioMin)
      implements Serializable {}

  /**
   * Cash or gold handed over. What is a suspicious call stands with V1, a sum that came back with
   * V4.
   *
   * @param window the whole sequence, from the sign to the last handover
   * @param amountMinMinor each time at least so much
   * @param timesMin so many times …
   * @param handoversWithin … within it
   * @param signWithin the call no longer than this before the first or after the last
   * @param returnBefore a sum came back no longer than this before the first
   */
  public record V9(
      Duration window,
      long amountMinMinor,
      int timesMin,
      Duration handoversWithin,
      Duration signWithin,
      Duration returnBefore)
      implements Serializable {}

  /**
   * Game trade, minors.
   *
   * @param window the whole sequence, from the small payment to the last
   * @param scanMaxMinor the small payment is at most so much
   * @param within the first payment comes within it after the small one, the others within it after
   *     the first
   * @param paymentMinMinor each payment at least so much …
   * @param riseRatioMin … and at least this times the one before …
   * @param highestMinMinor … and the last at least so much: below it lies small change
   * @param paymentsMin so many
   * @param bigSumMinor together at least so much is grave
   * @param nightFromHour from this hour …
   * @param nightToHour … to this, the payments weigh more
   */
  public record V7(
      Duration window,
      long scanMaxMinor,
      Duration within,
      long paymentMinMinor,
      double riseRatioMin,
      long highestMinMinor,
      int paymentsMin,
      long bigSumMinor,
      int nightFromHour,
      int nightToHour)
      implements Serializable {}
}
