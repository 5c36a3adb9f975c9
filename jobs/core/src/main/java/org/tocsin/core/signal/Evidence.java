package org.tocsin.core.signal;

import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;

/**
 * An input event that speaks for a signal or warning.
 *
 * @param eventTime epoch milliseconds
 * @param what what the event shows, in a few plain words; no tokens, they are in the event
 */
public record Evidence(Stream stream, String source, String eventId, long eventTime, String what) {

  public static Evidence of(Event event, String what) {
    return new Evidence(event.stream(), event.source(), event.eventId(), event.eventTime(), what);
  }
}
