package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.rulebook.Rulebook;

/** Folds events into what is known of a phone. */
public final class PhoneFold {

  /** Only a call centre speaks with more in three months; whoever was longest silent goes. */
  static final int CONTACTS_MAX = 200;

  /** One line for each thing noticed on phones. */
  static final List<PhoneObserver> OBSERVERS =
      List.of(
          new UnknownCalls(),
          new Contacts(),
          new Forwardings(),
          new Handsets(),
          new CallDays(),
          new ListedCalls(),
          new Relays());

  private PhoneFold() {}

  public static PhoneProfile observe(PhoneProfile profile, Event event, Rulebook rules, Told told) {
    Facts facts = profile.facts();
    if (event instanceof CardOpening opening) {
      boolean ofSim = opening.card() == CardOpening.Card.SIM;
      facts = ofSim ? facts.with(opening) : facts.withContact(opening);
    } else if (event instanceof Clue clue) {
      facts = facts.with(clue);
    }
    PhoneProfile known =
        facts.issuedAgain(profile.facts())
            // Whom its last owner spoke with is nobody its new one knows.
            ? PhoneProfileBuilder.builder(profile).contacts(Parties.NONE).build()
            : profile;
    PhoneProfile changed = withFacts(known, facts, event.eventTime(), told);
    if (event instanceof Call call) {
      for (PhoneObserver observer : OBSERVERS) {
        changed = observer.observe(changed, call, rules, told);
      }
    }
    return changed;
  }

  /** The profile with new facts, which are told. */
  static PhoneProfile withFacts(PhoneProfile profile, Facts facts, long time, Told told) {
    if (facts == profile.facts()) {
      return profile;
    }
    facts.tellChange(profile.facts(), EntityKey.phone(profile.token()), time, told);
    return PhoneProfileBuilder.builder(profile).facts(facts).build();
  }
}
