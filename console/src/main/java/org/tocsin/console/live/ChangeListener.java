package org.tocsin.console.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.ConsoleSettings;

/**
 * Listens for changed cases on a connection of its own. After an interruption it says that anything
 * may have changed: what was signalled meanwhile is lost.
 */
public final class ChangeListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);
  private static final int WAIT_MILLIS = 1_000;
  private static final long PAUSE_MILLIS = 1_000;
  private static final long END_WAIT_MILLIS = 5_000;

  private final ConsoleSettings settings;
  private final Consumer<Set<String>> onChange;
  private final Thread thread;
  private volatile boolean ending;

  /**
   * @param onChange is given the ids of the changed cases; an empty set stands for any of them
   */
  public ChangeListener(ConsoleSettings settings, Consumer<Set<String>> onChange) {
    this.settings = settings;
    this.onChange = onChange;
    this.thread = new Thread(this::run, "desk-changes");
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!ending) {
      try (Connection connection =
              DriverManager.getConnection(
                  settings.jdbcUrl(), settings.databaseUser(), settings.databasePassword());
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + ChangeSignal.CHANNEL);
        onChange.accept(Set.of());
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (!ending) {
          pass(notifications.getNotifications(WAIT_MILLIS));
        }
      } catch (SQLException e) {
        LOG.warn("Live changes interrupted: {}", e.getMessage());
        pause();
      }
    }
  }

  private void pass(PGNotification[] told) {
    if (told == null) {
      return;
    }
    for (PGNotification one : told) {
      String payload = one.getParameter();
      onChange.accept(payload.equals(ChangeSignal.ANY) ? Set.of() : Set.of(payload.split(",", -1)));
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ending = true;
    }
  }

  @Override
  public void close() {
    ending = true;
    thread.interrupt();
    try {
      thread.join(END_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
