package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.SignalKind;

/** Every application is told: who is on the phone meanwhile is another profile's matter (O8). */
final class Applications implements PersonObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public void observe(PersonProfile profile, CardRecord added, Rulebook rules, Told told) {
    if (CardRecords.isApplication(added, profile.cards())) {
      told.tell(
          OpeningSignals.of(SignalKind.CARD_APPLICATION, profile, added, List.of(), rules)
              .strength(5)
              .build());
    }
  }
}
