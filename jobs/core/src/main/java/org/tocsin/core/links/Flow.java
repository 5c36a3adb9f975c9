package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.Ids;
import org.tocsin.core.signal.Evidence;

/**
 * Money that came to an account or left it. Both accounts of a transfer know it by the same id, and
 * put it in the same place of time.
 *
 * @param id of the transfer: its {@code transferId} where both banks report it, else the record's
 * @param record hash of source and event id
 * @param settles hash of source and the event id that this record settles; 0 for none
 * @param in came to this account; otherwise left it
 * @param other the account on the other side; null for cash
 * @param otherPerson whose that is, as the record says; null when it does not
 * @param balanceMinor of this account afterwards; null when not reported
 * @param undone declined or reversed afterwards: no money moved
 */
@RecordBuilder
public record Flow(
    long id,
    long record,
    long settles,
    String source,
    String eventId,
    long time,
    boolean in,
    String other,
    String otherPerson,
    Holder otherHolder,
    Transaction.Kind kind,
    long amountMinor,
    Long balanceMinor,
    String region,
    boolean undone) {

  /** The same on every account: of two records of one time the id decides. */
  static final Comparator<Flow> ORDER =
      Comparator.comparingLong(Flow::time).thenComparing(Flow::source).thenComparing(Flow::eventId);

  /** The side of the payer, or of the payee, of a settled transaction. */
  static Flow of(Transaction t, boolean in) {
    return new Flow(
        t.transferId() == null
            ? record(t.source(), t.eventId())
            : Ids.key("transfer", t.transferId()),
        record(t.source(), t.eventId()),
        t.ofEventId() == null ? 0 : record(t.source(), t.ofEventId()),
        t.source(),
        t.eventId(),
        t.eventTime(),
        in,
        in ? t.payerAccount() : t.payeeAccount(),
        in ? t.payerPerson() : t.payeePerson(),
        in ? t.payerHolder() : t.payeeHolder(),
        t.kind(),
        t.amountMinor(),
        in ? t.payeeBalanceMinor() : t.payerBalanceMinor(),
        t.region(),
        false);
  }

  /** Hash of a record's source and event id. */
  public static long record(String source, String eventId) {
    return Ids.key("event", source, eventId);
  }

  /** Its record, or the one that it settles, is among these. */
  boolean isAmong(List<Long> records) {
    return records.contains(record) || records.contains(settles);
  }

  Evidence evidence(String what) {
    return new Evidence(Stream.TRANSACTION, source, eventId, time, what);
  }

  boolean isCash() {
    return kind == Transaction.Kind.CASH_WITHDRAWAL || other == null;
  }

  /** Goes on to an account whose further payments are worth following. */
  boolean goesOn() {
    return !in
        && !undone
        && !isCash()
        && otherHolder != Holder.MERCHANT
        && otherHolder != Holder.EXCHANGE
        && kind != Transaction.Kind.MERCHANT_PAYMENT;
  }
}
