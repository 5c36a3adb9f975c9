package org.tocsin.console.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;
import org.tocsin.console.delivery.Signature;

/**
 * A carrier that exists on this machine only: takes SMS over a signed webhook and over SMPP, knows
 * a number for every token, and sends nothing to anybody. For {@code ./tocsin up} and for tests.
 */
public final class StandInCarrier implements AutoCloseable {

  public static final String SECRET = "a carrier of this machine only";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNPROCESSABLE = 422;
  private static final int AWAY = 503;
  private static final int KEPT_MAX = 100_000;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool(StandInCarrier::daemon);
  private final StandInCentre centre;
  private final Signature signature = new Signature(SECRET);
  private final Clock clock;
  private final Map<String, Sms> taken = new ConcurrentHashMap<>();
  private volatile Mood mood = Mood.FINE;

  /** How it behaves. */
  public enum Mood {
    FINE,
    /** Answers nothing of use: busy, or not there. */
    AWAY,
    /** Will never send it. */
    REFUSING,
    /** Takes it and never says what became of it. */
    SILENT,
    /** Takes it and reports that it could not be delivered. */
    LOSING
  }

  /**
   * What it has been given.
   *
   * @param to the person's token over HTTP, a number over SMPP
   * @param copies how often it came
   */
  public record Sms(String key, String to, String text, int copies) {}

  private StandInCarrier(int httpPort, int smppPort, ServerSocketFactory smpp, Clock clock)
      throws IOException {
    this.clock = clock;
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    this.http = HttpServer.create(new InetSocketAddress(loopback, httpPort), 0);
    this.http.setExecutor(threads);
    this.http.createContext("/sms", exchange -> answer(exchange, true));
    this.http.createContext("/directory", exchange -> answer(exchange, false));
    this.centre = new StandInCentre(smppPort, smpp, () -> mood, this::take);
  }

  /** On loopback; a port of 0 takes a free one. */
  public static StandInCarrier start(int httpPort, int smppPort) throws IOException {
    return start(httpPort, smppPort, ServerSocketFactory.getDefault());
  }

  /** One whose SMPP side listens on sockets of this factory, such as TLS ones. */
  public static StandInCarrier start(int httpPort, int smppPort, ServerSocketFactory smpp)
      throws IOException {
    StandInCarrier carrier = new StandInCarrier(httpPort, smppPort, smpp, Clock.systemUTC());
    carrier.http.start();
    carrier.centre.start();
    return carrier;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stand-in-carrier");
    thread.setDaemon(true);
    return thread;
  }

  public URI smsAddress() {
    return address("/sms");
  }

  public URI directoryAddress() {
    return address("/directory");
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
  }

  public int smppPort() {
    return centre.port();
  }

  public void behave(Mood next) {
    mood = next;
  }

  /** What came under an idempotency key; over SMPP under a message id. */
  public Map<String, Sms> taken() {
    return Map.copyOf(taken);
  }

  public Optional<Sms> taken(String key) {
    return Optional.ofNullable(taken.get(key));
  }

  private void take(String key, String to, String text) {
    if (taken.size() < KEPT_MAX) {
      taken.merge(
          key,
          new Sms(key, to, text, 1),
          (known, same) -> new Sms(key, to, text, known.copies() + 1));
    }
  }

  private void answer(HttpExchange exchange, boolean sms) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean ours =
          signature.holds(
              exchange.getRequestHeaders().getFirst(Signature.TIME_HEADER),
              exchange.getRequestHeaders().getFirst(Signature.HEADER),
              body,
              clock.instant());
      if (!ours) {
        exchange.sendResponseHeaders(401, -1);
      } else if (mood == Mood.AWAY) {
        exchange.sendResponseHeaders(AWAY, -1);
      } else if (sms) {
        answerSms(exchange, JSON.readTree(body));
      } else {
        say(exchange, 200, JSON.createObjectNode().put("number", number(body)));
      }
    }
  }

  private void answerSms(HttpExchange exchange, JsonNode message) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (mood == Mood.REFUSING || key == null) {
      exchange.sendResponseHeaders(UNPROCESSABLE, -1);
      return;
    }
    take(key, message.path("person").asText(), message.path("text").asText());
    boolean reportsLater = mood == Mood.SILENT || mood == Mood.LOSING;
    say(exchange, reportsLater ? 202 : 200, JSON.createObjectNode().put("id", "w-" + key));
  }

  /** No country has the code 999. */
  private static String number(byte[] body) throws IOException {
    String token = JSON.readTree(body).path("person").asText();
    return "999%09d".formatted(Math.floorMod(token.hashCode(), 1_000_000_000));
  }

  private static void say(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    centre.close();
    http.stop(0);
    threads.shutdownNow();
  }
}
