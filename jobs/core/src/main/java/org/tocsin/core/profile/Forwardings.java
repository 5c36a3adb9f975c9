package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.event.Call;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;

/** Call forwarding switched on. */
final class Forwardings implements PhoneObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public PhoneProfile observe(PhoneProfile profile, Call call, Rulebook rules, Told told) {
    if (call.kind() == Call.Kind.FORWARDING_ON && profile.token().equals(call.caller())) {
      told.tell(
          SignalBuilder.builder()
              .signalId(
                  Ids.of(SignalKind.FORWARDING_ON, profile.token(), call.source(), call.eventId()))
              .kind(SignalKind.FORWARDING_ON)
              .subjectKind(SubjectKind.PHONE)
              .subject(profile.token())
              .eventTime(call.eventTime())
              .endTime(call.eventTime())
              .strength(30)
              .region(call.region())
              .evidence(List.of(Evidence.of(call, "call forwarding switched on")))
              .build());
    }
    return profile;
  }
}
