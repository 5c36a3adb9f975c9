package org.tocsin.core.event;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A step in the life of a bank card or a SIM.
 *
 * @param account the bank account, of a BANK record; null otherwise
 * @param phone the SIM's own number, of a SIM record; means nothing on a BANK record
 * @param outlet the branch or shop; null when opened online
 * @param region GB/T 2260 code of the outlet
 * @param homeRegion GB/T 2260 code of the person's home; null when unknown
 * @param organiser id of a school or company that opens in a batch; null when none
 * @param companion id of whoever came along; null when none
 * @param birthYear null when unknown
 */
@RecordBuilder
public record CardOpening(
    String eventId,
    String source,
    long eventTime,
    Card card,
    Step step,
    String person,
    String account,
    AccountClass accountClass,
    String phone,
    String outlet,
    String region,
    String homeRegion,
    String contactPhone,
    String device,
    String organiser,
    String companion,
    Integer birthYear,
    Segment segment,
    Boolean educationDone)
    implements Event {

  @Override
  public Stream stream() {
    return Stream.CARD_OPENING;
  }

  public enum Card {
    BANK,
    SIM
  }

  public enum Step {
    APPLIED,
    OPENED,
    REFUSED,
    CLOSED,
    CONTACT_CHANGED
  }

  /** Class of a personal bank account under the central bank's rules; I is the full account. */
  public enum AccountClass {
    I,
    II,
    III
  }

  public enum Segment {
    STUDENT,
    ELDERLY,
    FINANCE_STAFF,
    COMPANY_OWNER,
    OTHER
  }
}
