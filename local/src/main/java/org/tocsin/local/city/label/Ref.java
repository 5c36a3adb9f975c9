package org.tocsin.local.city.label;

import org.tocsin.core.event.Event;

/**
 * Names an input event.
 *
 * @param stream the topic's name
 */
public record Ref(String stream, String source, String eventId) {

  public static Ref of(Event event) {
    return new Ref(event.stream().topic(), event.source(), event.eventId());
  }
}
