package org.tocsin.console.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.ConsoleSettings;

/** The connection pool over a migrated schema. */
public final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** Pages are short; more connections than this would only queue inside PostgreSQL. */
  private static final int CONNECTIONS_MAX = 12;

  /** A page that cannot have a connection by then says so rather than hang. */
  private static final long CONNECTION_WAIT_MILLIS = 5_000;

  private static final long RETRY_MILLIS = 500;

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Waits for the database as long as the settings allow, then migrates it.
   *
   * @throws IllegalStateException when it does not answer in time
   */
  public static Database open(ConsoleSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.databaseUser());
    config.setPassword(settings.databasePassword());
    config.setMaximumPoolSize(CONNECTIONS_MAX);
    config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
    config.setPoolName("desk");
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "tocsin-console");
    config.addDataSourceProperty("socketTimeout", "30");
    HikariDataSource pool = new HikariDataSource(config);
    try {
      awaitAnswer(pool, settings.databasePatience());
      Flyway.configure().dataSource(pool).loggers("slf4j").load().migrate();
      return new Database(pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static void awaitAnswer(HikariDataSource pool, Duration patience) {
    Instant end = Instant.now().plus(patience);
    while (true) {
      try (var connection = pool.getConnection()) {
        connection.isValid(1);
        return;
      } catch (java.sql.SQLException e) {
        if (Instant.now().isAfter(end)) {
          throw new IllegalStateException(
              "The database at " + pool.getJdbcUrl() + " does not answer: " + e.getMessage(), e);
        }
        LOG.info("Waiting for the database: {}", e.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the database", e);
    }
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /** True when a statement gets through now. */
  public boolean answers() {
    try {
      return jdbi.withHandle(h -> h.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
