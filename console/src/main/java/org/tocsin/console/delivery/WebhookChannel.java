package org.tocsin.console.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Set;

/**
 * Sends by a signed POST to a provider. 200, 201 and 204 say that the person has it, 202 that a
 * report will follow at {@code /v1/delivery-reports}; 400, 410, 413 and 422 that it will never be
 * sent; anything else is tried again, also what a wrong setting causes (401, 403, 404): a person
 * must not go unwarned because of a key.
 */
public final class WebhookChannel implements Channel {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ACCEPTED = 202;
  private static final Set<Integer> DELIVERED = Set.of(200, 201, 204);
  private static final Set<Integer> FOR_EVER = Set.of(400, 410, 413, 422);
  private static final int REFERENCE_LENGTH_MAX = 128;

  private final SignedHttp http;

  public WebhookChannel(URI address, String secret, Clock clock) {
    this.http = new SignedHttp(address, secret, clock);
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Answer send(Message message) {
    SignedHttp.Answer answer;
    try {
      answer = http.post(json(message), message.key());
    } catch (IOException e) {
      return new Answer.Later("NO_ANSWER_FROM_CHANNEL");
    }
    int status = answer.status();
    if (status == ACCEPTED) {
      return new Answer.Accepted(reference(answer.body()));
    }
    if (DELIVERED.contains(status)) {
      return new Answer.Delivered(reference(answer.body()));
    }
    return FOR_EVER.contains(status)
        ? new Answer.Refused("HTTP_" + status)
        : new Answer.Later("HTTP_" + status, answer.retryAfter());
  }

  private static String json(Message message) {
    ObjectNode node = JSON.createObjectNode();
    node.put("key", message.key()).put("kind", message.kind().name());
    node.put("person", message.person()).put("text", message.text());
    return node.put("language", message.language())
        .put("dueAt", message.dueAt().toString())
        .toString();
  }

  /** The provider's {@code id}, if it gave one. */
  private static String reference(String body) {
    try {
      JsonNode id = JSON.readTree(body).path("id");
      boolean usable = id.isTextual() && id.textValue().length() <= REFERENCE_LENGTH_MAX;
      return usable ? id.textValue() : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  @Override
  public void close() {
    // The client has nothing to give back: its threads end with it.
  }
}
