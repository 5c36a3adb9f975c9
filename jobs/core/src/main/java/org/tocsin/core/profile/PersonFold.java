package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Message;

/** Folds events into what is known of a person. */
public final class PersonFold {

  private static final PunishedApplicants PUNISHED = new PunishedApplicants();

  /** One line for each thing noticed about a person's cards. */
  static final List<PersonObserver> OBSERVERS =
      List.of(new Applications(), new CardBursts(), new OverQuotas(), PUNISHED, new RefusedAgain());

  private PersonFold() {}

  public static PersonProfile observe(
      PersonProfile profile, Event event, Rulebook rules, Told told) {
    if (event instanceof Outcome outcome) {
      told.tell(new Message.OutcomeTold(outcome));
    } else if (event instanceof CardOpening opening) {
      return opened(profile, opening, rules, told);
    } else if (event instanceof Clue clue && clue.kind() == Clue.Kind.PUNISHED_PERSON) {
      return PUNISHED.listed(profile, clue, rules, told);
    } else if (event instanceof Clue clue && isReport(clue)) {
      told.tell(new Message.ReportTold(profile.token(), clue.eventTime(), clue.payeeAccount()));
    }
    return profile;
  }

  private static boolean isReport(Clue clue) {
    return clue.kind() == Clue.Kind.SCAM_REPORT || clue.kind() == Clue.Kind.EXTERNAL_WARNING;
  }

  private static PersonProfile opened(
      PersonProfile profile, CardOpening opening, Rulebook rules, Told told) {
    if (opening.segment() != null) {
      told.tell(new Message.SegmentTold(opening.person(), opening.segment(), opening.eventTime()));
    }
    if (opening.step() == CardOpening.Step.CONTACT_CHANGED) {
      ContactChanges.tell(opening, told);
      return profile;
    }
    CardRecord record = CardRecord.of(opening);
    PersonProfile changed =
        PersonProfileBuilder.builder(profile)
            .cards(CardRecords.with(profile.cards(), record))
            .build();
    for (PersonObserver observer : OBSERVERS) {
      observer.observe(changed, record, rules, told);
    }
    return changed;
  }
}
