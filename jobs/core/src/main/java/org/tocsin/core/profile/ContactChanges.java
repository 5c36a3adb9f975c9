package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;

/** The phone or device behind a bank card is changed; of the person when no card is named. */
final class ContactChanges {

  private ContactChanges() {}

  static void tell(CardOpening opening, Told told) {
    if (opening.step() != CardOpening.Step.CONTACT_CHANGED
        || opening.card() != CardOpening.Card.BANK) {
      return;
    }
    boolean named = opening.account() != null;
    told.tell(
        SignalBuilder.builder()
            .signalId(Ids.of(SignalKind.CONTACT_CHANGED, opening.source(), opening.eventId()))
            .kind(SignalKind.CONTACT_CHANGED)
            .subjectKind(named ? SubjectKind.ACCOUNT : SubjectKind.PERSON)
            .subject(named ? opening.account() : opening.person())
            .person(opening.person())
            .eventTime(opening.eventTime())
            .endTime(opening.eventTime())
            .strength(20)
            .region(opening.region())
            .evidence(List.of(Evidence.of(opening, "contact phone or device changed")))
            .build());
  }
}
