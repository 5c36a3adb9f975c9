package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/** Signals about a person who applies for a card. */
final class OpeningSignals {

  private static final int EVIDENCE_MAX = 8;

  private OpeningSignals() {}

  /**
   * @param others what else speaks for it, in order of time; the latest are shown
   */
  static SignalBuilder of(
      SignalKind kind,
      PersonProfile profile,
      CardRecord application,
      List<Evidence> others,
      Rulebook rules) {
    List<Evidence> evidence =
        new ArrayList<>(others.subList(Math.max(0, others.size() - EVIDENCE_MAX), others.size()));
    evidence.add(
        application.evidence(application.isOpen() ? "the card was opened" : "applied for a card"));
    return SignalBuilder.builder()
        .signalId(Ids.of(kind, profile.token(), application.source(), application.eventId()))
        .kind(kind)
        .subjectKind(SubjectKind.PERSON)
        .subject(profile.token())
        .person(profile.token())
        .eventTime(application.time())
        .endTime(application.time())
        .strength(40)
        .other(card(application))
        .traits(traits(profile, application, rules))
        .region(application.region())
        .evidence(evidence);
  }

  /** An open card can be looked at; one applied for can be refused. */
  private static EntityKey card(CardRecord application) {
    if (!application.isOpen() || application.token() == null) {
      return null;
    }
    return application.card() == CardOpening.Card.SIM
        ? EntityKey.phone(application.token())
        : EntityKey.account(application.token());
  }

  private static List<Trait> traits(PersonProfile profile, CardRecord application, Rulebook rules) {
    return application.away() && !hasFootprint(profile, application, rules)
        ? List.of(Trait.OUT_OF_PROVINCE)
        : List.of();
  }

  /** A card opened in the province some time ago. */
  private static boolean hasFootprint(
      PersonProfile profile, CardRecord application, Rulebook rules) {
    long before = application.time() - rules.detection().openings().o5().footprintAge().toMillis();
    String here = CardRecord.province(application.region());
    return profile.cards().stream()
        .anyMatch(
            each ->
                each.isOpen()
                    && each.time() <= before
                    && here.equals(CardRecord.province(each.region())));
  }
}
