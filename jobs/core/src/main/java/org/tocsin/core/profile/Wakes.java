package org.tocsin.core.profile;

import org.tocsin.core.event.Call;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.SignalKind;

/** A SIM that was silent for months calls much (P8). */
final class Wakes implements DayRule {

  private static final long serialVersionUID = 1L;

  @Override
  public PhoneProfile judge(
      PhoneProfile profile, Call call, CallWindow.Counts counts, Rulebook rules, Told told) {
    if (profile.silence() == null) {
      return profile;
    }
    PhoneCardRules.P8 settings = rules.detection().phoneCards().p8();
    long awake = Calls.start(call) - profile.silence().until();
    if (counts.outgoing() < settings.callsMin() || awake > settings.within().toMillis()) {
      return profile;
    }
    // A courier's old card is called. A silence before anything was seen may be the feed's own.
    boolean oneWay =
        counts.outgoingShare() >= settings.outgoingShareMin()
            && counts.calledBackShare() <= settings.calledBackShareMax();
    boolean lead = oneWay && profile.silence().seen();
    if (!oneWay && !profile.silence().seen()) {
      return profile;
    }
    return Bursts.tell(
        profile,
        Bursts.WOKEN,
        SignalKind.SIM_WOKEN,
        lead,
        counts.outgoing(),
        call,
        "one more call of many after months of silence",
        told);
  }
}
