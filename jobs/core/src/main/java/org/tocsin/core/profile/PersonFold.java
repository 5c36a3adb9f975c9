package org.tocsin.core.profile;

import org.tocsin.core.event.Event;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.signal.Message;

/** Folds events into what is known of a person. */
public final class PersonFold {

  private PersonFold() {}

  public static PersonProfile observe(PersonProfile profile, Event event, Told told) {
    if (event instanceof Outcome outcome) {
      told.tell(new Message.OutcomeTold(outcome));
    }
    return profile;
  }
}
