package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.SignalKind;

/** Refused more than once and applying again (O7). */
final class RefusedAgain implements PersonObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public void observe(PersonProfile profile, CardRecord added, Rulebook rules, Told told) {
    if (added.step() == Step.CLOSED) {
      return;
    }
    OpeningRules.O7 settings = rules.detection().openings().o7();
    long window = settings.window().toMillis();
    for (CardRecord each : CardRecords.applications(profile.cards())) {
      if (CardRecords.isBetween(each, added.time(), added.time() + window)) {
        List<CardRecord> refusals = refusals(profile, each, window);
        if (refusals.size() >= settings.refusalsMin()) {
          told.tell(
              OpeningSignals.of(
                      SignalKind.REFUSED_AGAIN,
                      profile,
                      each,
                      refusals.stream().map(one -> one.evidence("refused a card")).toList(),
                      rules)
                  .count(refusals.size())
                  .build());
        }
      }
    }
  }

  private static List<CardRecord> refusals(
      PersonProfile profile, CardRecord application, long window) {
    return profile.cards().stream()
        .filter(each -> each.step() == Step.REFUSED)
        .filter(
            each -> CardRecords.isBetween(each, application.time() - window, application.time()))
        .toList();
  }
}
