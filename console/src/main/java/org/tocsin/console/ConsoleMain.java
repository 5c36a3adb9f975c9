package org.tocsin.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

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
    Env env = new Env(environment);
    ConsoleSettings defaults = ConsoleSettings.defaults().build();
    return ConsoleSettingsBuilder.builder(defaults)
        .bootstrapServers(env.text("TOCSIN_BOOTSTRAP", defaults.bootstrapServers()))
        .jdbcUrl(env.text("TOCSIN_DB_URL", defaults.jdbcUrl()))
        .databaseUser(env.text("TOCSIN_DB_USER", defaults.databaseUser()))
        .databasePassword(env.secret("TOCSIN_DB_PASSWORD", defaults.databasePassword()))
        .host(env.text("TOCSIN_HOST", "0.0.0.0"))
        .port(env.port("TOCSIN_PORT", defaults.port()))
        .source(env.text("TOCSIN_SOURCE", defaults.source()))
        .zone(env.zone("TOCSIN_ZONE", defaults.zone()))
        .firstUser(env.text("TOCSIN_FIRST_USER", null))
        .firstPassword(env.secret("TOCSIN_FIRST_PASSWORD", null))
        .secureCookies(Boolean.parseBoolean(env.text("TOCSIN_SECURE_COOKIES", "false")))
        .build();
  }

  private record Env(Map<String, String> variables) {

    String text(String name, String otherwise) {
      String value = variables.get(name);
      return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** From the variable, or from the file that NAME_FILE names, as container secrets are given. */
    String secret(String name, String otherwise) {
      String file = text(name + "_FILE", null);
      if (file == null) {
        return text(name, otherwise);
      }
      try {
        return Files.readString(Path.of(file)).strip();
      } catch (IOException e) {
        throw new IllegalArgumentException(
            name + "_FILE names " + file + ", which can't be read", e);
      }
    }

    int port(String name, int otherwise) {
      String value = text(name, String.valueOf(otherwise));
      try {
        int port = Integer.parseInt(value);
        if (port >= 0 && port <= 65_535) {
          return port;
        }
      } catch (NumberFormatException e) {
        // Told below, as a number out of range is.
      }
      throw new IllegalArgumentException(name + " must be a port number, not " + value);
    }

    ZoneId zone(String name, ZoneId otherwise) {
      String value = text(name, otherwise.getId());
      try {
        return ZoneId.of(value);
      } catch (java.time.DateTimeException e) {
        throw new IllegalArgumentException(name + " must be a time zone, not " + value, e);
      }
    }
  }
}
