package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What profiles remember. Amounts are minor units.
 *
 * @param contactMemory a caller not heard from for longer is unknown again
 * @param contactFresh a number that called first stays unknown for so long after its first call
 * @param callMin shorter ended calls make no signal
 * @param callMax a call without its end counts as ended after this
 * @param payeeMemory a payee not paid for longer is new again
 * @param payeeFresh a new payee stays new for so long after the first payment
 * @param payeeKnownTimes so many payments within {@code payeeMemory} make a payee known
 * @param payeeKnownAfter … though not before so long after the first of them, for the person's
 *     other accounts and for rows that ask the person
 * @param knownPaymentMinMinor smaller payments to known payees, merchants and own accounts are not
 *     even told
 * @param movementMemory how far back movements of an account are kept
 * @param largePaymentMinMinor payments of at least so much to people met lately are remembered for
 *     weeks
 * @param payeeYoung somebody first paid no longer ago is met lately
 * @param redemptionMinMinor smaller redemptions of deposits are not told
 * @param handoverMinMinor smaller withdrawals of cash and purchases of gold are not told
 * @param jewellers merchant categories (ISO 18245) of those who sell gold
 */
public record ProfileRules(
    Duration contactMemory,
    Duration contactFresh,
    Duration callMin,
    Duration callMax,
    Duration payeeMemory,
    Duration payeeFresh,
    int payeeKnownTimes,
    Duration payeeKnownAfter,
    long knownPaymentMinMinor,
    Duration movementMemory,
    long largePaymentMinMinor,
    Duration payeeYoung,
    long redemptionMinMinor,
    long handoverMinMinor,
    List<String> jewellers)
    implements Serializable {}
