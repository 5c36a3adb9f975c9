package org.tocsin.core.signal;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;

/**
 * One rare, typed, timed observation about an account, phone or person, with its evidence. What has
 * no meaning for a kind is null. The same signal may be told again with more known (a call that
 * ended, an owner, the standing of the other side): it keeps its id and replaces what was said.
 *
 * @param signalId the same events give the same id, on every run
 * @param person whose the subject is; null while unknown
 * @param eventTime when it began, epoch milliseconds; sequences are ordered by it
 * @param endTime when it ended; equal to eventTime for an instant, {@link #ONGOING} for a call that
 *     has not ended
 * @param strength 0–100
 * @param amountMinor the money it is about
 * @param balanceMinor what was left on the subject's account after it
 * @param other the account or phone on the other side
 * @param otherHolder who holds the other account
 * @param otherStanding what is known of the other side; {@link Standing#UNKNOWN} until told
 * @param count how many (distinct callees, persons …), as the kind says
 * @param traits what else was seen, each once
 * @param transactionKind the kind of the transaction it came from
 * @param region GB/T 2260 code
 * @param evidence at least one, in event-time order
 * @param usual what the subject's account usually pays, as of before this payment; null when the
 *     kind does not say
 * @param purchaseAt when the subject's account last paid a merchant, epoch milliseconds; null when
 *     the kind does not say, or none was seen
 * @param device the money left by it; null when the kind does not say, or no bank did
 */
@RecordBuilder
public record Signal(
    String signalId,
    SignalKind kind,
    SubjectKind subjectKind,
    String subject,
    String person,
    long eventTime,
    long endTime,
    int strength,
    Long amountMinor,
    Long balanceMinor,
    EntityKey other,
    Holder otherHolder,
    Standing otherStanding,
    Integer count,
    List<Trait> traits,
    Transaction.Kind transactionKind,
    String region,
    List<Evidence> evidence,
    Usual usual,
    Long purchaseAt,
    String device)
    implements Message {

  /** The end of a call that has not ended. */
  public static final long ONGOING = Long.MAX_VALUE;

  public Signal {
    otherStanding = otherStanding == null ? Standing.UNKNOWN : otherStanding;
    traits = traits == null ? List.of() : List.copyOf(traits);
    evidence = List.copyOf(evidence);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  public boolean ongoing() {
    return endTime == ONGOING;
  }

  /**
   * This, told after another word of the same: the beginning of a call may be read after its end,
   * and does not make it go on.
   */
  public Signal toldAfter(Signal before) {
    if (!ongoing() || before.ongoing()) {
      return this;
    }
    boolean unanswered = before.endTime() == before.eventTime();
    return SignalBuilder.builder(this)
        .endTime(unanswered ? eventTime : Math.max(eventTime, before.endTime()))
        .build();
  }

  /** How long it had lasted at {@code time}, milliseconds. */
  public long lengthMillisAt(long time) {
    return Math.max(0, Math.min(endTime, time) - eventTime);
  }

  /**
   * Whether the other side of both is one party: one account or phone, or two that are known to be
   * one person's.
   */
  public boolean isWithSameParty(Signal signal) {
    String owner = otherStanding.person();
    return other.equals(signal.other())
        || (owner != null && owner.equals(signal.otherStanding().person()));
  }

  public Evidence lastEvidence() {
    return evidence.get(evidence.size() - 1);
  }
}
