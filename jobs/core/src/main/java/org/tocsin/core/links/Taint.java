package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.id.EntityKey;

/**
 * A victim's money on an account, as part of one trace.
 *
 * @param origin the account it was first paid to
 * @param victim the person, account or phone that lost it; null when the report names nobody
 * @param hop how many transfers from the victim, at least; 1 for the first payee
 * @param claims reports that name this account as the payee
 * @param arrivals transfers that other accounts say brought some of it
 * @param latest time of the latest of them, epoch milliseconds
 */
@RecordBuilder
record Taint(
    String traceId,
    String origin,
    EntityKey victim,
    int hop,
    List<Claim> claims,
    List<Arrival> arrivals,
    long latest) {

  /**
   * What a report says was paid to this account.
   *
   * @param person who paid; null when unknown
   * @param account from which account; null when unknown
   * @param amountMinor null when unknown
   * @param time of the report, epoch milliseconds
   */
  record Claim(String person, String account, Long amountMinor, long time) {}

  /**
   * A transfer that brings tainted money.
   *
   * @param flow its id
   * @param taintedMinor 0 when it turned out to bring none
   * @param steps the unbroken run of quick transfers of nearly one amount that led here, the
   *     victim's own first; empty when there was a pause
   */
  record Arrival(long flow, long taintedMinor, List<Step> steps) {}

  /** One transfer of a quick run. */
  record Step(String from, String to, String source, String eventId, long time, long amountMinor) {}
}
