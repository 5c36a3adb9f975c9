package org.tocsin.core.profile;

import org.tocsin.core.event.Call;

/** What a call record says. */
final class Calls {

  private static final long MILLIS = 1000;

  private Calls() {}

  static boolean isCall(Call call) {
    return call.kind() == Call.Kind.STARTED || call.kind() == Call.Kind.ENDED;
  }

  /** When it began: an ENDED record carries its end and how long it lasted. */
  static long start(Call call) {
    return call.kind() == Call.Kind.ENDED && call.durationSeconds() != null
        ? call.eventTime() - call.durationSeconds() * MILLIS
        : call.eventTime();
  }

  /** What the records of one call have in common. */
  static String key(Call call) {
    return call.callId() == null ? call.source() + '/' + call.eventId() : call.callId();
  }

  /** Spoken, or being spoken; a call that rings counts until its end says otherwise. */
  static boolean answered(Call call) {
    if (call.kind() == Call.Kind.STARTED) {
      return !Boolean.FALSE.equals(call.answered());
    }
    return !Boolean.FALSE.equals(call.answered())
        && call.durationSeconds() != null
        && call.durationSeconds() > 0;
  }

  static boolean outgoing(PhoneProfile profile, Call call) {
    return profile.token().equals(call.caller());
  }

  static String peer(PhoneProfile profile, Call call) {
    return outgoing(profile, call) ? call.callee() : call.caller();
  }
}
