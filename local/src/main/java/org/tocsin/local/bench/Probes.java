package org.tocsin.local.bench;

import java.util.List;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.event.Event;

/**
 * Openings that one more makes a warning of: three persons share a contact phone (O3). The first
 * two are sent beforehand, the third is the event whose way to its warning is timed.
 */
final class Probes {

  private static final String PREFIX = "probe-";

  private final String run;

  /**
   * @param run tells probes of one measurement from those of another
   */
  Probes(String run) {
    this.run = run;
  }

  /** What must be known before probe {@code number} is sent. */
  List<Event> before(int number, long timeMillis) {
    return List.of(opening(number, 'a', timeMillis - 2), opening(number, 'b', timeMillis - 1));
  }

  /** The event that completes the warning. */
  Event completing(int number, long timeMillis) {
    return opening(number, 'c', timeMillis);
  }

  /** The probe that an event id is of; -1 for any other event. */
  int numberOf(String eventId) {
    String own = PREFIX + run + "-c-";
    return eventId.startsWith(own) ? Integer.parseInt(eventId.substring(own.length())) : -1;
  }

  private Event opening(int number, char person, long timeMillis) {
    return CardOpeningBuilder.builder()
        .eventId(PREFIX + run + "-" + person + "-" + number)
        .source("carrier-probe")
        .eventTime(timeMillis)
        .card(CardOpening.Card.SIM)
        .step(CardOpening.Step.OPENED)
        .person(PREFIX + run + "-person-" + person + number)
        .phone(PREFIX + run + "-phone-" + person + number)
        .contactPhone(PREFIX + run + "-contact-" + number)
        .region("370600")
        .birthYear(1990)
        .build();
  }
}
