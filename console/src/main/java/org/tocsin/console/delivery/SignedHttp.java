package org.tocsin.console.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Signed POSTs of JSON to one address. Redirects are not followed: what is signed for one receiver
 * is for no other.
 */
final class SignedHttp {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final int ANSWER_BYTES_MAX = 16 * 1024;

  private final URI address;
  private final Signature signature;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  SignedHttp(URI address, String secret, Clock clock) {
    this.address = address;
    this.signature = new Signature(secret);
    this.clock = clock;
  }

  /**
   * @param body at most 16 KiB of it
   * @param retryAfter null when the answer names none in seconds
   */
  record Answer(int status, String body, Duration retryAfter) {}

  /**
   * @throws IOException when there was no answer in time
   */
  Answer post(String json, String idempotencyKey) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    Instant now = clock.instant();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(WHOLE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header(Signature.TIME_HEADER, Long.toString(now.getEpochSecond()))
            .header(Signature.HEADER, signature.sign(now, body))
            .POST(BodyPublishers.ofByteArray(body));
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    try {
      return read(client.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Answer read(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      String text = new String(in.readNBytes(ANSWER_BYTES_MAX), StandardCharsets.UTF_8);
      Duration retryAfter =
          response
              .headers()
              .firstValue("Retry-After")
              .filter(value -> value.matches("\\d{1,6}"))
              .map(value -> Duration.ofSeconds(Long.parseLong(value)))
              .orElse(null);
      return new Answer(response.statusCode(), text, retryAfter);
    }
  }
}
