package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/** Applications at many institutions or for many cards in a short time (O1). */
final class CardBursts implements PersonObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public void observe(PersonProfile profile, CardRecord added, Rulebook rules, Told told) {
    if (added.step() == Step.CLOSED || added.organised()) {
      return;
    }
    OpeningRules.O1 settings = rules.detection().openings().o1();
    List<CardRecord> applications =
        CardRecords.applications(profile.cards()).stream()
            .filter(each -> !each.organised())
            .toList();
    for (CardRecord each : applications) {
      long since = each.time() - added.time();
      if (since >= 0 && since <= settings.window().toMillis()) {
        judge(profile, each, applications, settings, rules, told);
      }
    }
  }

  private static void judge(
      PersonProfile profile,
      CardRecord application,
      List<CardRecord> applications,
      OpeningRules.O1 settings,
      Rulebook rules,
      Told told) {
    List<CardRecord> week = before(application, applications, settings.window().toMillis());
    long institutions = week.stream().map(CardRecord::source).distinct().count();
    List<CardRecord> day = before(application, applications, settings.cardsWindow().toMillis());
    long bankCards = day.stream().filter(each -> !each.isSim()).count();
    if (institutions >= settings.institutionsMin()) {
      told.tell(signal(profile, application, week, rules).count((int) institutions).build());
      return;
    } else if (bankCards < settings.bankCardsMin()) {
      // Told apart from retries only where it matters: that compares every card with every other.
      return;
    }
    long sims = day.stream().filter(each -> each.isSim() && !isRetry(each, day, profile)).count();
    if (sims >= settings.simsMin()) {
      SignalBuilder signal = signal(profile, application, day, rules).count((int) sims);
      List<Trait> traits = new ArrayList<>(signal.traits());
      traits.add(Trait.SIM_CARDS);
      told.tell(signal.traits(traits).build());
    }
  }

  private static List<CardRecord> before(
      CardRecord application, List<CardRecord> applications, long window) {
    return applications.stream()
        .filter(
            each -> CardRecords.isBetween(each, application.time() - window, application.time()))
        .toList();
  }

  /** Refused and asked for again at the same counter is one card, not two. */
  private static boolean isRetry(
      CardRecord application, List<CardRecord> day, PersonProfile profile) {
    return day.stream()
        .filter(each -> each.sameCounter(application) && each.time() < application.time())
        .anyMatch(
            first ->
                profile.cards().stream()
                    .anyMatch(
                        each ->
                            each.step() == Step.REFUSED
                                && each.sameCounter(application)
                                && CardRecords.isBetween(each, first.time(), application.time())));
  }

  private static SignalBuilder signal(
      PersonProfile profile, CardRecord application, List<CardRecord> all, Rulebook rules) {
    List<Evidence> others =
        all.stream()
            .filter(each -> !each.equals(application))
            .map(each -> each.evidence("another card applied for"))
            .toList();
    return OpeningSignals.of(SignalKind.CARD_BURST, profile, application, others, rules);
  }
}
