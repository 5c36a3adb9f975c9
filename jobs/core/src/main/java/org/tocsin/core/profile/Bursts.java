package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tocsin.core.event.Call;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/**
 * Tells bursts of calls, each kind once a day and phone. State stores the places: never reorder.
 */
final class Bursts {

  static final int NEW_SIM = 0;
  static final int NEW_SIM_WATCHED = 1;
  static final int NO_CALLBACK = 2;
  static final int NO_CALLBACK_WATCHED = 3;
  static final int WOKEN = 4;
  static final int WOKEN_WATCHED = 5;
  static final int RELAY = 6;
  static final int HANDSET = 7;
  static final int CELL = 8;
  static final int BOX = 9;
  static final int BOX_WATCHED = 10;

  private static final long QUIET_MILLIS = 86_400_000;

  private Bursts() {}

  /**
   * @param kind its place among the times told; the next one is that of the watched form
   * @param lead something to act upon; otherwise to be watched
   */
  static PhoneProfile tell(
      PhoneProfile profile,
      int kind,
      SignalKind signal,
      boolean lead,
      int count,
      Call call,
      String what,
      Told told) {
    return tell(profile, kind, signal, lead, count, call, Calls.start(call), what, told);
  }

  /**
   * @param time of the signal, when it is not that of the record
   */
  static PhoneProfile tell(
      PhoneProfile profile,
      int kind,
      SignalKind signal,
      boolean lead,
      int count,
      Call call,
      long time,
      String what,
      Told told) {
    if (isNear(profile, kind, time) || (!lead && isNear(profile, kind + 1, time))) {
      return profile;
    }
    told.tell(signal(profile, signal, lead, count, call, what, time));
    PhoneProfile changed = at(profile, lead ? kind : kind + 1, time);
    boolean trusted = profile.facts().standing().trustedAt(time);
    return lead && !trusted
        ? PhoneFold.withFacts(changed, changed.facts().lead(signal), time, told)
        : changed;
  }

  private static Signal signal(
      PhoneProfile profile,
      SignalKind kind,
      boolean lead,
      int count,
      Call call,
      String what,
      long time) {
    List<Trait> traits = new ArrayList<>(2);
    if (!lead) {
      traits.add(Trait.WATCH_ONLY);
    }
    if (profile.facts().standing().trustedAt(time)) {
      traits.add(Trait.TRUSTED);
    }
    return SignalBuilder.builder()
        .signalId(Ids.of(kind, profile.token(), Calls.key(call), lead))
        .kind(kind)
        .subjectKind(SubjectKind.PHONE)
        .subject(profile.token())
        .eventTime(time)
        .endTime(time)
        .strength(lead ? 60 : 25)
        .count(count)
        .traits(traits)
        .region(call.region())
        .evidence(List.of(Evidence.of(call, what)))
        .build();
  }

  static boolean isNear(PhoneProfile profile, int kind, long time) {
    return isNear(profile, kind, time, QUIET_MILLIS);
  }

  static boolean isNear(PhoneProfile profile, int kind, long time, long quietMillis) {
    long[] told = profile.burstsTold();
    return kind < told.length && told[kind] != 0 && Math.abs(time - told[kind]) < quietMillis;
  }

  static PhoneProfile at(PhoneProfile profile, int kind, long time) {
    long[] told =
        Arrays.copyOf(profile.burstsTold(), Math.max(kind + 1, profile.burstsTold().length));
    told[kind] = time;
    return PhoneProfileBuilder.builder(profile).burstsTold(told).build();
  }
}
