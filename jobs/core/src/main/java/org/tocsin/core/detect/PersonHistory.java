package org.tocsin.core.detect;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.profile.Parties;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Usual;
import org.tocsin.core.warning.Level;

/**
 * What detection knows of a person (or of an account or phone while nobody knows whose it is).
 *
 * @param person null while unknown
 * @param signals in (time, id) order
 * @param newest event time of the newest signal ever, epoch milliseconds
 * @param own accounts and phones, the latest
 * @param knownPayees hashes of accounts paid often, by any of the person's accounts
 * @param warned what was warned of, the latest
 * @param caseRef the latest case; null when there was none
 * @param watchSince when a dissuasion failed, epoch milliseconds; null when not on watch
 * @param legitimate payees that turned out to be no scam
 * @param pinned hashes of signals that a row has made something of: others are dropped first
 * @param held hashes of what was held back, the latest, so that each is told once
 * @param usual what each of the person's accounts usually pays, those heard of last
 * @param purchaseAt when a merchant was last paid, as far as heard of, epoch milliseconds; 0 for
 *     never
 * @param former own accounts and phones of which something was found before it was known whose they
 *     are, the latest
 * @param smallSums small payments to new payees that something may yet come back for, in order of
 *     time
 * @param segment to which the person belongs; null while unknown
 * @param awaiting hashes of signals ahead of what was read of calls, see {@link OpenCalls}
 * @param reportedAt when a fraud on the person was last reported, or warned of by another centre,
 *     epoch milliseconds; null for never
 * @param reportedPayee account that this report says was paid; null when it names none
 */
@RecordBuilder
public record PersonHistory(
    String person,
    List<Signal> signals,
    long newest,
    List<String> own,
    Parties knownPayees,
    List<Warned> warned,
    CaseRef caseRef,
    Long watchSince,
    List<Legitimate> legitimate,
    long[] held,
    long[] pinned,
    List<AccountUsual> usual,
    long purchaseAt,
    List<EntityKey> former,
    List<SmallSum> smallSums,
    Belongs segment,
    long[] awaiting,
    Long reportedAt,
    String reportedPayee) {

  static final long[] NONE = {};

  public PersonHistory {
    knownPayees = knownPayees == null ? Parties.NONE : knownPayees;
    smallSums = smallSums == null ? List.of() : smallSums;
    awaiting = awaiting == null ? NONE : awaiting;
  }

  static final PersonHistory NOTHING =
      new PersonHistory(
          null,
          List.of(),
          Long.MIN_VALUE,
          List.of(),
          null,
          List.of(),
          null,
          null,
          List.of(),
          new long[0],
          new long[0],
          List.of(),
          0,
          List.of(),
          List.of(),
          null,
          NONE,
          null,
          null);

  /**
   * @param account hash of the account
   */
  public record AccountUsual(long account, Usual usual) {}

  /**
   * A warning of one pattern.
   *
   * @param eventTime of the warning, epoch milliseconds
   * @param watchOnly it asked nobody to do anything
   * @param accounts hashes of those that banks were asked to do something about, see {@link Asked}
   */
  public record Warned(
      String pattern,
      String firstSignalId,
      Level level,
      long eventTime,
      boolean watchOnly,
      long[] accounts) {

    public Warned {
      accounts = accounts == null ? NONE : accounts;
    }
  }

  /**
   * @param revision of the latest warning in it
   * @param concludedAt epoch milliseconds; null while it is open
   */
  public record CaseRef(String caseId, int revision, Long concludedAt) {}

  /**
   * @param since of the record that says so, epoch milliseconds
   */
  public record Belongs(CardOpening.Segment segment, long since) {}

  /** A payee found to be no scam. */
  public record Legitimate(String account, long until) {}
}
