package org.tocsin.core.profile;

import org.tocsin.core.event.Call;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.SignalKind;

/** A SIM opened days ago calls many numbers, and hardly anybody calls it (P2). */
final class NewSimBursts implements DayRule {

  private static final long serialVersionUID = 1L;

  @Override
  public PhoneProfile judge(
      PhoneProfile profile, Call call, CallWindow.Counts counts, Rulebook rules, Told told) {
    PhoneCardRules.P2 settings = rules.detection().phoneCards().p2();
    boolean bursts =
        counts.distinctCallees() >= settings.calleesMin()
            && counts.incoming() <= settings.incomingPerOutgoingMax() * counts.outgoing()
            && profile
                .facts()
                .standing()
                .openedWithin(settings.afterOpening().toMillis(), Calls.start(call));
    return bursts
        ? Bursts.tell(
            profile,
            Bursts.NEW_SIM,
            SignalKind.NEW_SIM_BURST,
            counts.distinctCallees() >= settings.leadCalleesMin()
                && counts.calledBackShare() <= settings.calledBackShareMax(),
            counts.distinctCallees(),
            call,
            "one more number called from a new SIM",
            told)
        : profile;
  }
}
