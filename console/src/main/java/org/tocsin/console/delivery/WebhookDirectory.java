package org.tocsin.console.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Asks the tokenising service by a signed POST: {@code {"person"}} → {@code {"number"}} or 404. */
public final class WebhookDirectory implements Directory {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DIGITS = "\\d{3,20}";

  private final SignedHttp http;

  public WebhookDirectory(URI address, String secret, Clock clock) {
    this.http = new SignedHttp(address, secret, clock);
  }

  @Override
  public Optional<String> number(String token) throws IOException {
    SignedHttp.Answer answer =
        http.post(JSON.createObjectNode().put("person", token).toString(), null);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      throw new IOException("the directory answered " + answer.status());
    }
    JsonNode number = JSON.readTree(answer.body()).path("number");
    if (!number.isTextual() || !number.textValue().matches(DIGITS)) {
      // Without the answer: it may hold a number.
      throw new IOException("the directory's answer holds no number");
    }
    return Optional.of(number.textValue());
  }
}
