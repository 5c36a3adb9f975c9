package org.tocsin.core.links;

import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;

/** What rooms write to each other. New members go at the end: bytes in flight carry the place. */
public sealed interface Letter
    permits Letter.Moved,
        Letter.Undone,
        Letter.Owned,
        Letter.Owns,
        Letter.Claimed,
        Letter.Lost,
        Letter.Pursue,
        Letter.Arrived,
        Letter.Stands,
        Letter.Publish,
        Letter.WarningTold,
        Letter.OutcomeTold,
        Letter.OwnerWarned,
        Letter.WarnedPaid,
        Letter.Layered,
        Letter.FirstLayer,
        Letter.Suspect,
        Letter.Edge,
        Letter.Joined,
        Letter.InCluster,
        Letter.MergeInto,
        Letter.Shared,
        Letter.Passed,
        Letter.Cycled,
        Letter.CohortJoined,
        Letter.CohortShown,
        Letter.RanThrough {

  /**
   * To an account: money came or left.
   *
   * @param holder who holds this account
   * @param person whose it is, as the record says; null when it does not
   */
  record Moved(Flow flow, Holder holder, String person) implements Letter {}

  /**
   * To an account: a transaction was declined or reversed.
   *
   * @param record hash of the record that is undone
   * @param transfer id of the transfer; 0 for none
   */
  record Undone(long record, long transfer) implements Letter {}

  /**
   * To an account: whose it is from {@code since} on.
   *
   * @param person null once it is closed
   */
  record Owned(String person, long since) implements Letter {}

  /** To a person: one of their accounts. */
  record Owns(String account) implements Letter {}

  /** To an account: a report says that a victim paid it. */
  record Claimed(String traceId, EntityKey victim, Taint.Claim claim) implements Letter {}

  /**
   * To a person: she lost money.
   *
   * @param payee the account she paid; null when the report does not say
   * @param amountMinor null when unknown
   * @param reported by somebody, or found by a team; false while it is only suspected
   */
  record Lost(String payee, Long amountMinor, long time, boolean reported) implements Letter {}

  /**
   * To an account of a victim: follow what she paid from it.
   *
   * @param victim the person, or the account itself
   * @param payee only payments to it; null for any
   * @param records hashes of the records that made her a suspected victim
   * @param reported see {@link Lost}
   */
  record Pursue(
      EntityKey victim,
      String payee,
      Long amountMinor,
      List<Long> records,
      long time,
      boolean reported)
      implements Letter {}

  /** To an account: a transfer to it brings a victim's money. */
  record Arrived(String traceId, String origin, EntityKey victim, int hop, Taint.Arrival arrival)
      implements Letter {}

  /**
   * To a trace: how things stand on one account.
   *
   * @param place null to say only that the trace is wanted
   * @param open the trace is wanted: reported, or found true
   */
  record Stands(String origin, EntityKey victim, Place place, boolean open) implements Letter {}

  /**
   * To a trace or cluster, from itself: all letters of this round are in, tell how it stands.
   *
   * @param seen changes known when it was written
   * @param round how often it was put off
   */
  record Publish(int seen, int round) implements Letter {}

  /** To the owner of its case: a warning from detection. */
  record WarningTold(Warning warning) implements Letter {}

  /** To the person, or the owner of the case, it is about. */
  record OutcomeTold(Outcome outcome) implements Letter {}

  /**
   * To an account of a person who is warned as a victim.
   *
   * @param records hashes of the transactions that speak for it
   * @param payees accounts of which she, or somebody else, reports that she was made to pay them;
   *     null in letters of before it was told
   */
  record OwnerWarned(
      EntityKey victim, Level level, long time, List<Long> records, List<String> payees)
      implements Letter {

    public OwnerWarned {
      payees = payees == null ? List.of() : payees;
    }
  }

  /** To an account: somebody who is warned has paid it. */
  record WarnedPaid(Payer payer) implements Letter {}

  /** To an account: it is part of a quick run of transfers of a victim's money. */
  record Layered(List<Taint.Step> steps) implements Letter {}

  /**
   * To an account, from detection: a fraud number called somebody who then paid it.
   *
   * @param victim who was called and paid
   * @param payment hash of the record
   * @param owner whose the account is; null while unknown
   * @param evidence the call, then the payment
   * @param level how grave; null in letters of before it was told, which were all of the gravest
   */
  record FirstLayer(
      EntityKey victim,
      long payment,
      String owner,
      long callTime,
      long paidTime,
      long amountMinor,
      String region,
      List<Evidence> evidence,
      Level level)
      implements Letter {}

  /** To the owner of its case: a warning made in another room, without case and revision. */
  record Suspect(Warning warning) implements Letter {}

  /** To an account, phone or contact: a warning names it. */
  record Edge(Tie tie) implements Letter {}

  /** To a cluster: all that share one thing. */
  record Joined(ClusterId cluster, List<Tie> ties) implements Letter {}

  /** To a warned person, account or phone: it belongs to a cluster. */
  record InCluster(ClusterId cluster) implements Letter {}

  /** To a cluster: it is one with an older one. */
  record MergeInto(ClusterId cluster, ClusterId older) implements Letter {}

  /**
   * To what several share, from its cluster: how large that has become.
   *
   * @param strong no longer asked for, and 0; it stays for the bytes of letters on the way
   */
  record Shared(int warned, int strong) implements Letter {}

  /** To an account: by which way a large sum has come to it. */
  record Passed(Path path) implements Letter {}

  /** To an account: it is part of a round. */
  record Cycled(Path path) implements Letter {}

  /** To a cohort: somebody applied at the outlet with the others. */
  record CohortJoined(Cohort.Member member) implements Letter {}

  /** To a cohort: large sums run through an account of one of them. */
  record CohortShown(Cohort.Sign sign) implements Letter {}

  /**
   * To an account that is warned of as a mule's: money ran through it.
   *
   * @param owner of the case
   * @param records hashes of the transactions that speak for it
   * @param pattern of the warning; null in letters of before it was told
   */
  record RanThrough(EntityKey owner, Level level, long time, List<Long> records, String pattern)
      implements Letter {}
}
