package org.tocsin.core.event;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What the police, a bank or another centre knows: a listing, a report, a warning from elsewhere.
 * At least one of phone, account and person is set.
 *
 * @param until epoch milliseconds after which a listing no longer counts; null for no end
 * @param payeeAccount of a SCAM_REPORT: where the money went; null when unknown
 * @param amountMinor of a SCAM_REPORT: what was lost; null when unknown
 */
@RecordBuilder
public record Clue(
    String eventId,
    String source,
    long eventTime,
    Kind kind,
    String phone,
    String account,
    String person,
    Long until,
    String payeeAccount,
    Long amountMinor,
    String note)
    implements Event {

  @Override
  public Stream stream() {
    return Stream.CLUE;
  }

  public enum Kind {
    LISTED_PHONE,
    LISTED_ACCOUNT,
    TRUSTED_PHONE,
    TRUSTED_ACCOUNT,
    PUNISHED_PERSON,
    SCAM_REPORT,
    EXTERNAL_WARNING
  }
}
