package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Stream;
import org.tocsin.core.profile.PersonProfile.Punished;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.SignalKind;

/** Somebody on the list of punished persons applies for a card (O6). */
final class PunishedApplicants implements PersonObserver {

  private static final long serialVersionUID = 1L;

  /** The latest word on a person counts. */
  PersonProfile listed(PersonProfile profile, Clue clue, Rulebook rules, Told told) {
    if (profile.punished() != null && clue.eventTime() < profile.punished().at()) {
      return profile;
    }
    long until = clue.until() == null ? Long.MAX_VALUE : clue.until();
    PersonProfile changed =
        PersonProfileBuilder.builder(profile)
            .punished(new Punished(clue.source(), clue.eventId(), clue.eventTime(), until))
            .build();
    for (CardRecord each : CardRecords.applications(profile.cards())) {
      judge(changed, each, rules, told);
    }
    return changed;
  }

  @Override
  public void observe(PersonProfile profile, CardRecord added, Rulebook rules, Told told) {
    if (profile.punished() != null
        && added.step() != Step.CLOSED
        && CardRecords.isApplication(added, profile.cards())) {
      judge(profile, added, rules, told);
    }
  }

  private static void judge(
      PersonProfile profile, CardRecord application, Rulebook rules, Told told) {
    Punished punished = profile.punished();
    long from = punished.at() - rules.detection().openings().o6().pendingFor().toMillis();
    if (!CardRecords.isBetween(application, from, punished.until())) {
      return;
    }
    Evidence clue =
        new Evidence(
            Stream.CLUE,
            punished.source(),
            punished.eventId(),
            punished.at(),
            "on the list of punished persons");
    told.tell(
        OpeningSignals.of(SignalKind.PUNISHED_APPLICANT, profile, application, List.of(clue), rules)
            .build());
  }
}
