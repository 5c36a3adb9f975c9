package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.event.CardOpening.AccountClass;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/** One card more than a person may have with one operator or bank (O2). */
final class OverQuotas implements PersonObserver {

  private static final long serialVersionUID = 1L;

  /** A late record of an older card may put the latest applications over the quota. */
  private static final long JUDGED_AGAIN_MILLIS = 7 * 86_400_000L;

  @Override
  public void observe(PersonProfile profile, CardRecord added, Rulebook rules, Told told) {
    if (added.step() == Step.REFUSED || added.step() == Step.CLOSED || !counts(added)) {
      return;
    }
    // An application that does not say its class is judged when the account is opened.
    List<CardRecord> counted = profile.cards().stream().filter(OverQuotas::counts).toList();
    long newest = profile.cards().get(profile.cards().size() - 1).time();
    for (CardRecord each : counted) {
      boolean affected =
          each.equals(added)
              || (each.time() >= added.time() && newest - each.time() <= JUDGED_AGAIN_MILLIS);
      if (affected && each.sameCounter(added) && CardRecords.isApplication(each, counted)) {
        judge(profile, each, rules, told);
      }
    }
  }

  /** Of bank accounts the full ones only; an unknown class is none. */
  private static boolean counts(CardRecord record) {
    return record.isSim() || record.accountClass() == AccountClass.I;
  }

  private static void judge(
      PersonProfile profile, CardRecord application, Rulebook rules, Told told) {
    OpeningRules.O2 settings = rules.detection().openings().o2();
    Map<String, CardRecord> held = new LinkedHashMap<>();
    for (CardRecord each : profile.cards()) {
      if (each.sameCounter(application)
          && counts(each)
          && CardRecords.isHeld(each, profile.cards(), application.time())) {
        held.put(each.cardKey(), each);
      }
    }
    held.remove(application.cardKey());
    int most = application.isSim() ? settings.simsMax() : settings.classOneMax();
    if (held.size() + 1 > most) {
      told.tell(signal(profile, application, held, rules));
    }
  }

  private static Signal signal(
      PersonProfile profile, CardRecord application, Map<String, CardRecord> held, Rulebook rules) {
    List<Evidence> others =
        held.values().stream().map(each -> each.evidence("a card held already")).toList();
    SignalBuilder signal =
        OpeningSignals.of(SignalKind.OVER_QUOTA, profile, application, others, rules)
            .count(held.size() + 1);
    if (application.isSim()) {
      List<Trait> traits = new ArrayList<>(signal.traits());
      traits.add(Trait.SIM_CARDS);
      signal.traits(traits);
    }
    return signal.build();
  }
}
