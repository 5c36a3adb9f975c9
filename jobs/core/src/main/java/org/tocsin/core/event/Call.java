package org.tocsin.core.event;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A call's start or end, a change of call forwarding, or a changed SIM.
 *
 * @param caller the calling phone; for FORWARDING_* and SIM_CHANGED the phone itself
 * @param callId shared by STARTED and ENDED of one call; null when the source sends ENDED alone
 * @param callee null for FORWARDING_* and SIM_CHANGED, and where the carrier does not know it
 * @param answered null when not reported; an ENDED call of no duration was not answered
 * @param durationSeconds of an ENDED call, from answer to end; null or 0 when unanswered
 * @param origin where the caller calls from; null when unknown
 * @param region GB/T 2260 code of the caller; null when unknown
 */
@RecordBuilder
public record Call(
    String eventId,
    String source,
    long eventTime,
    Kind kind,
    String caller,
    String callId,
    String callee,
    Boolean answered,
    Integer durationSeconds,
    Origin origin,
    String callerImei,
    String callerImsi,
    String callerCell,
    String calleeImei,
    String calleeCell,
    String forwardTo,
    String region)
    implements Event {

  @Override
  public Stream stream() {
    return Stream.CALL;
  }

  public enum Kind {
    STARTED,
    ENDED,
    FORWARDING_ON,
    FORWARDING_OFF,
    SIM_CHANGED
  }

  public enum Origin {
    LOCAL,
    DOMESTIC,
    FOREIGN,
    VOIP
  }
}
