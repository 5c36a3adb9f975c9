package org.tocsin.core.profile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;

/**
 * Money into or out of an account, as all records of the one flow have it: an announcement and what
 * became of it, and the reports of both banks.
 *
 * @param source of the record that names it, the first in time; of two at one time the payer's
 *     bank's
 * @param eventId of the record that names it
 * @param settledBy source and id hash apart, the event that settled an announcement; null
 * @param aliases hashes of every name under which the flow may be spoken of again
 * @param time when it happened, of the record that names it, epoch milliseconds
 * @param in into the account
 * @param balanceMinor left on this account afterwards; null when not reported
 * @param other the account on the other side; null when none or unknown
 * @param own both sides are one person's, as far as the records say
 * @param flowName the name by which signals about it are told apart; null for that of the record
 *     that names it
 * @param reporter whose bank {@code source} is, as far as its records show
 * @param acquainted the other side is no stranger: money has gone the other way between the two
 * @param novelty what the other side was to this account at the time
 */
@RecordBuilder
public record Movement(
    String source,
    String eventId,
    String settledBy,
    long settledAt,
    long[] aliases,
    long time,
    boolean in,
    Transaction.Kind kind,
    long amountMinor,
    Long balanceMinor,
    String other,
    String otherPerson,
    Holder otherHolder,
    Transaction.Result result,
    boolean own,
    Novelty novelty,
    Transaction.Channel channel,
    String merchantCategory,
    String terminal,
    String device,
    String region,
    String flowName,
    Reporter reporter,
    boolean acquainted) {

  /** What the other side is to an account. State stores the ordinal. */
  public enum Novelty {
    /** Never dealt with within memory. */
    FIRST,
    /** New a short while ago. */
    FRESH,
    /** Dealt with before. */
    SEEN,
    /** Dealt with often. */
    KNOWN
  }

  /** Whose bank reports, in rising order of how well it knows the payer. State: the ordinal. */
  public enum Reporter {
    PAYEE,
    UNKNOWN,
    PAYER
  }

  /** A record would ask whether the arrays are one; here they need only hold the same. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Movement that
        && time == that.time
        && eventId.equals(that.eventId)
        && Arrays.equals(MovementLogCodec.packed(this), MovementLogCodec.packed(that));
  }

  @Override
  public int hashCode() {
    return eventId.hashCode();
  }

  /** The name by which signals about it are told apart. */
  public String flow() {
    return flowName == null ? source + '/' + eventId : flowName;
  }

  /** Money that moved; announced, declined and reversed is none. */
  public boolean settled() {
    return result == Transaction.Result.SETTLED;
  }

  /** Moved, or said to be about to. */
  public boolean live() {
    return settled() || result == Transaction.Result.PENDING;
  }

  public boolean isNew() {
    return novelty == Novelty.FIRST || novelty == Novelty.FRESH;
  }

  /** Paid to, or by, a registered merchant; a person's own payment code is none. */
  public boolean merchant() {
    return otherHolder == Holder.MERCHANT
        || (kind == Transaction.Kind.MERCHANT_PAYMENT && merchantCategory != null);
  }

  boolean isCalled(long alias) {
    for (long each : aliases) {
      if (each == alias) {
        return true;
      }
    }
    return false;
  }
}
