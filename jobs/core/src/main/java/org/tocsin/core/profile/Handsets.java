package org.tocsin.core.profile;

import java.util.Arrays;
import java.util.List;
import org.tocsin.core.event.Call;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/**
 * Which handsets a SIM was in: for each the hash, when it was last seen, and when that was told. A
 * SIM that moves to another handset, or is replaced, is told of (P7); so is, now and then, where it
 * is (P4). A call from the usual handset costs one comparison.
 */
final class Handsets implements PhoneObserver {

  private static final long serialVersionUID = 1L;
  private static final int STRIDE = 3;
  private static final int HANDSETS_MAX = 8;

  /** Days later it is said again where a SIM is, so that a week can be looked at. */
  private static final long TOLD_FOR_MILLIS = 2 * 86_400_000L;

  private static final long FRESH_ENOUGH_MILLIS = 6 * 3_600_000L;

  @Override
  public PhoneProfile observe(PhoneProfile profile, Call call, Rulebook rules, Told told) {
    boolean own = profile.token().equals(call.caller());
    if (own && call.kind() == Call.Kind.SIM_CHANGED) {
      tellChanged(profile, call, false, told);
    }
    String imei = own ? call.callerImei() : call.calleeImei();
    if (imei == null) {
      return profile;
    }
    long time = Calls.start(call);
    long[] handsets = profile.handsets();
    long hash = EventHash.token(imei);
    int place = find(handsets, hash);
    if (place >= 0
        && time - handsets[place + 1] < FRESH_ENOUGH_MILLIS
        && time - handsets[place + 2] < TOLD_FOR_MILLIS) {
      return profile;
    }
    if (place < 0 && handsets.length > 0) {
      tellChanged(profile, call, true, told);
    }
    boolean tell = place < 0 || time - handsets[place + 2] >= TOLD_FOR_MILLIS;
    PhoneProfile changed =
        PhoneProfileBuilder.builder(profile)
            .handsets(with(handsets, place, hash, time, tell))
            .build();
    if (tell) {
      tellSeen(changed, EntityKind.IMEI, imei, call, false, told);
    }
    return changed;
  }

  private static int find(long[] handsets, long hash) {
    for (int i = 0; i < handsets.length; i += STRIDE) {
      if (handsets[i] == hash) {
        return i;
      }
    }
    return -1;
  }

  private static long[] with(long[] handsets, int place, long hash, long time, boolean tell) {
    int at = place;
    long[] changed = handsets.clone();
    if (at < 0 && handsets.length < HANDSETS_MAX * STRIDE) {
      at = handsets.length;
      changed = Arrays.copyOf(handsets, at + STRIDE);
    } else if (at < 0) {
      at = 0;
      for (int i = STRIDE; i < changed.length; i += STRIDE) {
        at = changed[i + 1] < changed[at + 1] ? i : at;
      }
      changed[at + 1] = 0;
    }
    changed[at] = hash;
    changed[at + 1] = Math.max(changed[at + 1], time);
    changed[at + 2] = tell ? time : changed[at + 2];
    return changed;
  }

  /** How many it was in since {@code from}. */
  static int since(PhoneProfile profile, long from) {
    int many = 0;
    for (int i = 0; i < profile.handsets().length; i += STRIDE) {
      many += profile.handsets()[i + 1] >= from ? 1 : 0;
    }
    return many;
  }

  /** A trusted phone is no part of a box, whoever's handset it is in. */
  static void tellSeen(
      PhoneProfile profile, EntityKind kind, String place, Call call, boolean oneWay, Told told) {
    if (!profile.facts().standing().trustedAt(call.eventTime())) {
      told.tell(
          new Message.SimSeenTold(
              new EntityKey(kind, place),
              profile.token(),
              Calls.start(call),
              profile.facts().openedAt(),
              oneWay,
              call.region(),
              Evidence.of(
                  call,
                  kind == EntityKind.IMEI ? "a SIM in the handset" : "a young SIM at the cell")));
    }
  }

  private static void tellChanged(PhoneProfile profile, Call call, boolean handset, Told told) {
    told.tell(
        SignalBuilder.builder()
            .signalId(
                Ids.of(SignalKind.SIM_CHANGED, profile.token(), call.source(), call.eventId()))
            .kind(SignalKind.SIM_CHANGED)
            .subjectKind(SubjectKind.PHONE)
            .subject(profile.token())
            .eventTime(call.eventTime())
            .endTime(call.eventTime())
            .strength(20)
            .traits(handset ? List.of(Trait.OTHER_HANDSET) : List.of())
            .region(call.region())
            .evidence(
                List.of(
                    Evidence.of(
                        call, handset ? "the SIM is in another handset" : "the SIM was changed")))
            .build());
  }
}
