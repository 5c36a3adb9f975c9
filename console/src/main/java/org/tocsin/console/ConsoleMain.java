package org.tocsin.console;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.tocsin.schemas.KafkaAccess;

/** Runs the console as a program of its own; everything is set by environment variables. */
public final class ConsoleMain {

  private static final int BAD_SETTINGS = 2;

  private ConsoleMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    ConsoleServer server;
    try {
      server = ConsoleServer.start(settings(System.getenv()));
    } catch (PortTakenException | IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(BAD_SETTINGS);
      return;
    }
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  end.countDown();
                },
                "desk-end"));
    System.out.println("The console listens on " + server.address());
    end.await();
  }

  /**
   * Settings from the variables listed in docs/reference/desk.md.
   *
   * @throws IllegalArgumentException when one cannot be used; the message names it
   */
  static ConsoleSettings settings(Map<String, String> environment) {
    Environment env = new Environment(environment);
    ConsoleSettings defaults = ConsoleSettings.defaults().build();
    return ConsoleSettingsBuilder.builder(defaults)
        .kafka(
            KafkaAccess.of(
                env.text("TOCSIN_BOOTSTRAP", defaults.kafka().bootstrap()),
                env.text("TOCSIN_KAFKA_CONFIG", null)))
        .jdbcUrl(env.text("TOCSIN_DB_URL", defaults.jdbcUrl()))
        .databaseUser(env.text("TOCSIN_DB_USER", defaults.databaseUser()))
        .databasePassword(env.secret("TOCSIN_DB_PASSWORD", defaults.databasePassword()))
        .host(env.text("TOCSIN_HOST", "0.0.0.0"))
        .port(env.port("TOCSIN_PORT", defaults.port()))
        .source(env.text("TOCSIN_SOURCE", defaults.source()))
        .zone(env.zone("TOCSIN_ZONE", defaults.zone()))
        .firstUser(env.text("TOCSIN_FIRST_USER", null))
        .firstPassword(env.secret("TOCSIN_FIRST_PASSWORD", null))
        .delivery(env.delivery())
        .spotCheckPercent(env.number("TOCSIN_SPOT_CHECK_PERCENT", defaults.spotCheckPercent()))
        .retention(env.retention(defaults.retention()))
        .secureCookies(env.flag("TOCSIN_SECURE_COOKIES", false))
        .build();
  }
}
