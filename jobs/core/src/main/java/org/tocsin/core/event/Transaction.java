package org.tocsin.core.event;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A movement of money, or the announcement or refusal of one.
 *
 * @param amountMinor greater than 0, in the deployment's currency after conversion
 * @param result never null; {@link Result#SETTLED} when the record said nothing. Only SETTLED is a
 *     flow of money
 * @param payerHolder never null; {@link Holder#PERSON} when the record said nothing
 * @param payeeHolder never null; {@link Holder#PERSON} when the record said nothing
 * @param payerBalanceMinor the balance after the transaction; null when not reported
 * @param payeeBalanceMinor the balance after the transaction; null when not reported
 * @param ofEventId the earlier record of the same source that this one settles, declines or
 *     reverses; null for a record of its own
 * @param transferId says that two reports are one transfer, when both banks report; else null
 * @param merchantCategory ISO 18245, four digits; null when none
 * @param region GB/T 2260 code of where the payer acted; null when unknown
 */
@RecordBuilder
public record Transaction(
    String eventId,
    String source,
    long eventTime,
    Kind kind,
    long amountMinor,
    String currency,
    String payerAccount,
    String payeeAccount,
    String payerPerson,
    String payeePerson,
    Holder payerHolder,
    Holder payeeHolder,
    Long payerBalanceMinor,
    Long payeeBalanceMinor,
    Result result,
    String ofEventId,
    String transferId,
    Channel channel,
    String merchantCategory,
    String terminal,
    String device,
    String region)
    implements Event {

  public Transaction {
    payerHolder = payerHolder == null ? Holder.PERSON : payerHolder;
    payeeHolder = payeeHolder == null ? Holder.PERSON : payeeHolder;
    result = result == null ? Result.SETTLED : result;
  }

  @Override
  public Stream stream() {
    return Stream.TRANSACTION;
  }

  public enum Kind {
    TRANSFER,
    LOAN_DISBURSEMENT,
    DEPOSIT_REDEMPTION,
    CASH_WITHDRAWAL,
    CASH_DEPOSIT,
    MERCHANT_PAYMENT,
    REFUND
  }

  public enum Result {
    SETTLED,
    PENDING,
    DECLINED,
    REVERSED
  }

  public enum Channel {
    MOBILE,
    ONLINE,
    COUNTER,
    ATM,
    POS,
    QR
  }
}
