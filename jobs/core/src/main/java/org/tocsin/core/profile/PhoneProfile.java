package org.tocsin.core.profile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What is known of a phone. Bounded: see the constants of {@link PhoneFold}.
 *
 * @param contacts who it has spoken with
 * @param unknownCalls calls from unknown numbers, the latest, in event-time order
 * @param window calls of the last day
 * @param leadDays days (since 1970 in the deployment's zone) on which it fanned out as a lead does
 * @param fanTold when a fan-out was last told, epoch milliseconds; 0 for never
 * @param leadTold the same for a lead
 * @param past all its calls in a few numbers
 * @param burstsTold when each other kind of burst was last told, see {@link Bursts}
 * @param silence the long silence that ended last; null when there was none
 * @param handsets which it was in, see {@link Handsets}
 * @param cell where it calls from while it calls one way, see {@link SimBoxes}; else empty
 * @param forwardedAt since when its calls are forwarded, epoch milliseconds; 0 when they are not
 */
@RecordBuilder
public record PhoneProfile(
    String token,
    Seen seen,
    Facts facts,
    Parties contacts,
    List<UnknownCall> unknownCalls,
    CallWindow window,
    long[] leadDays,
    long fanTold,
    long leadTold,
    CallPast past,
    long[] burstsTold,
    Silence silence,
    long forwardedAt,
    long[] handsets,
    long[] cell)
    implements Profile {

  public PhoneProfile {
    seen = seen == null ? Seen.NOTHING : seen;
    facts = facts == null ? Facts.NONE : facts;
    contacts = contacts == null ? Parties.NONE : contacts;
    window = window == null ? CallWindow.EMPTY : window;
    past = past == null ? CallPast.NONE : past;
    burstsTold = burstsTold == null ? new long[0] : burstsTold;
    handsets = handsets == null ? new long[0] : handsets;
    cell = cell == null ? new long[0] : cell;
  }

  public static PhoneProfile unknown(String token) {
    return new PhoneProfile(
        token,
        null,
        null,
        null,
        List.of(),
        null,
        new long[0],
        0,
        0,
        null,
        null,
        null,
        0,
        null,
        null);
  }

  /**
   * A call from an unknown number.
   *
   * @param callKey what STARTED and ENDED of it have in common
   * @param source of the record told first
   * @param endedBy the record that ended it; null while it lasts, or when it is the only one
   * @param end epoch milliseconds; {@code Long.MAX_VALUE} while it lasts
   * @param traits places of the {@link org.tocsin.core.signal.Trait}s of where it came from
   */
  @RecordBuilder
  public record UnknownCall(
      String callKey,
      String peer,
      String source,
      String eventId,
      String endedSource,
      String endedBy,
      long start,
      long end,
      long endedAt,
      boolean foreign,
      boolean voip,
      boolean told,
      String region) {

    /** It rang in vain. */
    boolean isUnanswered() {
      return end == start;
    }
  }
}
