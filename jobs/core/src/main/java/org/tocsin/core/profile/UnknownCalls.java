package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.profile.PhoneProfile.UnknownCall;
import org.tocsin.core.rulebook.ProfileRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/**
 * Calls from numbers this phone has not spoken with: told when they begin, where the carrier says
 * so, and again when they end. A number stays unknown for a while after its first call, since
 * fraudsters ring off and call again.
 */
final class UnknownCalls implements PhoneObserver {

  private static final long serialVersionUID = 1L;
  static final int CALLS_MAX = 12;
  private static final long KEPT_MILLIS = 86_400_000;

  @Override
  public PhoneProfile observe(PhoneProfile profile, Call call, Rulebook rules, Told told) {
    if (!Calls.isCall(call) || !profile.token().equals(call.callee())) {
      return profile;
    }
    ProfileRules settings = rules.detection().profiles();
    UnknownCall before = find(profile, call);
    if (before == null && (!mayBeSpoken(call) || isKnown(profile, call, settings))) {
      return profile;
    }
    UnknownCall now = before == null ? begun(call) : joined(before, call);
    if (now.equals(before)) {
      return profile;
    }
    boolean long_ = now.end() - now.start() >= settings.callMin().toMillis();
    if (now.told() || long_) {
      now = PhoneProfileUnknownCallBuilder.builder(now).told(true).build();
      told.tell(signal(profile, now));
    }
    return PhoneProfileBuilder.builder(profile)
        .unknownCalls(kept(profile.unknownCalls(), before, now))
        .build();
  }

  /** An unanswered call is remembered too where its beginning may be read after its end. */
  private static boolean mayBeSpoken(Call call) {
    return Calls.answered(call) || call.callId() != null;
  }

  private static UnknownCall find(PhoneProfile profile, Call call) {
    String key = Calls.key(call);
    for (UnknownCall each : profile.unknownCalls()) {
      if (each.callKey().equals(key)) {
        return each;
      }
    }
    return null;
  }

  private static boolean isKnown(PhoneProfile profile, Call call, ProfileRules settings) {
    int place = profile.contacts().find(EventHash.token(call.caller()));
    if (place < 0) {
      return false;
    }
    long time = Calls.start(call);
    return profile.contacts().firstAt(place) < time - settings.contactFresh().toMillis()
        && time - profile.contacts().lastAt(place) <= settings.contactMemory().toMillis();
  }

  private static UnknownCall begun(Call call) {
    boolean ended = call.kind() == Call.Kind.ENDED;
    return new UnknownCall(
        Calls.key(call),
        call.caller(),
        call.source(),
        call.eventId(),
        null,
        null,
        Calls.start(call),
        ended ? end(call, Calls.start(call)) : Signal.ONGOING,
        call.eventTime(),
        call.origin() == Call.Origin.FOREIGN,
        call.origin() == Call.Origin.VOIP,
        false,
        null);
  }

  /** A call that was not answered lasted no time. */
  private static long end(Call ended, long start) {
    return Calls.answered(ended) ? ended.eventTime() : start;
  }

  private static UnknownCall joined(UnknownCall before, Call call) {
    boolean foreign = before.foreign() || call.origin() == Call.Origin.FOREIGN;
    boolean voip = before.voip() || call.origin() == Call.Origin.VOIP;
    PhoneProfileUnknownCallBuilder joined =
        PhoneProfileUnknownCallBuilder.builder(before).foreign(foreign).voip(voip);
    if (call.kind() == Call.Kind.STARTED) {
      long start = Math.min(before.start(), call.eventTime());
      return joined.start(start).end(before.isUnanswered() ? start : before.end()).build();
    }
    if (before.end() != Signal.ONGOING) {
      return joined.build();
    }
    return joined
        .end(end(call, before.start()))
        .endedSource(call.source())
        .endedBy(call.eventId())
        .endedAt(call.eventTime())
        .build();
  }

  private static List<UnknownCall> kept(
      List<UnknownCall> calls, UnknownCall replaced, UnknownCall call) {
    List<UnknownCall> kept = new ArrayList<>(calls);
    kept.remove(replaced);
    kept.add(call);
    kept.sort(Comparator.comparingLong(UnknownCall::start).thenComparing(UnknownCall::callKey));
    long oldest = kept.get(kept.size() - 1).start() - KEPT_MILLIS;
    kept.removeIf(each -> each.start() < oldest);
    while (kept.size() > CALLS_MAX) {
      kept.remove(leastTelling(kept));
    }
    return List.copyOf(kept);
  }

  /** The oldest that nobody spoke in, else the oldest. */
  private static int leastTelling(List<UnknownCall> calls) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).isUnanswered()) {
        return i;
      }
    }
    return 0;
  }

  private static Signal signal(PhoneProfile profile, UnknownCall call) {
    List<Trait> traits = new ArrayList<>(2);
    if (call.foreign()) {
      traits.add(Trait.FOREIGN);
    }
    if (call.voip()) {
      traits.add(Trait.VOIP);
    }
    List<Evidence> evidence = new ArrayList<>(2);
    boolean ended = call.end() != Signal.ONGOING;
    evidence.add(
        new Evidence(
            Stream.CALL,
            call.source(),
            call.eventId(),
            call.endedBy() == null && ended ? call.endedAt() : call.start(),
            "call from an unknown number"));
    if (call.endedBy() != null) {
      evidence.add(
          new Evidence(
              Stream.CALL, call.endedSource(), call.endedBy(), call.endedAt(), "the call ended"));
    }
    return SignalBuilder.builder()
        .signalId(Ids.of(SignalKind.UNKNOWN_CALL, profile.token(), call.callKey()))
        .kind(SignalKind.UNKNOWN_CALL)
        .subjectKind(SubjectKind.PHONE)
        .subject(profile.token())
        .eventTime(call.start())
        .endTime(call.end())
        .strength(call.foreign() || call.voip() ? 40 : 20)
        .other(EntityKey.phone(call.peer()))
        .traits(traits)
        .evidence(evidence)
        .build();
  }
}
