package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.event.Call;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;

/**
 * Calls that a listed phone makes, told of the phone it calls: the caller's own profile knows of
 * the listing, and whoever is called may know the number for days.
 */
final class ListedCalls implements PhoneObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public PhoneProfile observe(PhoneProfile profile, Call call, Rulebook rules, Told told) {
    if (profile.facts().listedUntil() == null
        || !Calls.isCall(call)
        || call.callee() == null
        || !Calls.outgoing(profile, call)) {
      return profile;
    }
    long start = Calls.start(call);
    if (start > profile.facts().listedUntil()) {
      return profile;
    }
    boolean lasts = call.kind() == Call.Kind.STARTED && Calls.answered(call);
    long end = lasts ? Signal.ONGOING : Calls.answered(call) ? call.eventTime() : start;
    told.tell(
        SignalBuilder.builder()
            .signalId(Ids.of(SignalKind.LISTED_CALL, call.callee(), Calls.key(call)))
            .kind(SignalKind.LISTED_CALL)
            .subjectKind(SubjectKind.PHONE)
            .subject(call.callee())
            .eventTime(start)
            .endTime(end)
            .strength(60)
            .other(EntityKey.phone(profile.token()))
            .evidence(List.of(Evidence.of(call, "call from a listed number")))
            .build());
    return profile;
  }
}
