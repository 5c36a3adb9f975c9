package org.tocsin.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Why there was no warning, as pages show it.
 *
 * @param at when the event happened that the reason is about
 * @param reason as detection names it
 * @param other token of the other side, such as the payee; null if there is none
 * @param stream the event's topic
 */
public record HoldView(
    Instant at,
    String pattern,
    String reason,
    String subject,
    String other,
    String stream,
    String what,
    String source,
    String eventId) {

  static HoldView of(JsonNode held) {
    JsonNode event = held.path("evidence");
    return new HoldView(
        OffsetDateTime.parse(held.path("eventTime").asText()).toInstant(),
        held.path("pattern").asText(),
        held.path("reason").asText(),
        held.path("subject").asText(),
        held.hasNonNull("other") ? held.get("other").asText() : null,
        event.path("stream").asText(),
        event.path("what").asText(),
        event.path("source").asText(),
        event.path("eventId").asText());
  }
}
