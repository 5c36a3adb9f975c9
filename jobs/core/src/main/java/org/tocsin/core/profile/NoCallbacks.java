package org.tocsin.core.profile;

import org.tocsin.core.event.Call;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.SignalKind;

/** A phone calls much, and next to nobody calls back (P3). */
final class NoCallbacks implements DayRule {

  private static final long serialVersionUID = 1L;

  @Override
  public PhoneProfile judge(
      PhoneProfile profile, Call call, CallWindow.Counts counts, Rulebook rules, Told told) {
    PhoneCardRules.P3 settings = rules.detection().phoneCards().p3();
    if (counts.outgoing() < settings.callsMin()
        || counts.calledBackShare() >= settings.calledBackShareBelow()) {
      return profile;
    }
    boolean young =
        profile.facts().standing().openedWithin(settings.youngSim().toMillis(), Calls.start(call));
    return Bursts.tell(
        profile,
        Bursts.NO_CALLBACK,
        SignalKind.NO_CALLBACK,
        young,
        counts.outgoing(),
        call,
        "one more call of many that nobody returns",
        told);
  }
}
