package org.tocsin.console;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.tocsin.console.delivery.DeliverySettings;
import org.tocsin.console.retention.RetentionSettings;
import org.tocsin.schemas.KafkaAccess;

/**
 * What a console needs to know to run.
 *
 * @param kafka the brokers, and what is presented to them
 * @param jdbcUrl PostgreSQL, {@code jdbc:postgresql://…}; the schema in it is migrated at the start
 * @param databaseUser never null
 * @param databasePassword may be empty
 * @param host address to listen on; with all interfaces ({@code 0.0.0.0}) put TLS in front
 * @param port TCP port; 0 takes a free one
 * @param source institution code under which the desk sends outcomes, 1–64 characters
 * @param zone whose clock the pages show
 * @param firstUser made as supervisor when there is no user yet; null makes none
 * @param firstPassword of that user, at least {@link #PASSWORD_LENGTH_MIN} characters
 * @param secureCookies true behind TLS. Left false there, a session could leak over plain HTTP; set
 *     without TLS, nobody can sign in
 * @param checklist items an officer may answer with an outcome; may be empty
 * @param databasePatience how long the start waits for a database that is not up yet
 * @param delivery where SMS and calls are sent
 * @param spotCheckPercent of closed cases to be looked at again, 0–100
 * @param retention how long the database keeps what
 */
@RecordBuilder
public record ConsoleSettings(
    KafkaAccess kafka,
    String jdbcUrl,
    String databaseUser,
    String databasePassword,
    String host,
    int port,
    String source,
    ZoneId zone,
    String firstUser,
    String firstPassword,
    boolean secureCookies,
    List<ChecklistItem> checklist,
    Duration databasePatience,
    DeliverySettings delivery,
    int spotCheckPercent,
    RetentionSettings retention) {

  public static final int PASSWORD_LENGTH_MIN = 10;

  public ConsoleSettings {
    checklist = List.copyOf(checklist);
    if (spotCheckPercent < 0 || spotCheckPercent > 100) {
      throw new IllegalArgumentException(
          "The share of closed cases to look at again must be 0–100 percent, not "
              + spotCheckPercent);
    }
  }

  /** A question the officer answers in words. The centre decides which there are. */
  public record ChecklistItem(String key, String zh, String en) {}

  /** Defaults for one machine: loopback, port 8080, Asia/Shanghai. */
  public static ConsoleSettingsBuilder defaults() {
    return ConsoleSettingsBuilder.builder()
        .kafka(KafkaAccess.open("localhost:9092"))
        .jdbcUrl("jdbc:postgresql://localhost:5432/postgres")
        .databaseUser("postgres")
        .databasePassword("")
        .host("127.0.0.1")
        .port(8080)
        .source("desk")
        .zone(ZoneId.of("Asia/Shanghai"))
        .checklist(
            List.of(
                new ChecklistItem("spokeWith", "与谁通话或见面", "Spoke with"),
                new ChecklistItem("moneySent", "是否已转账、何时、多少", "Money already sent, when"),
                new ChecklistItem("nextContact", "约定下次联系", "Next contact agreed")))
        .databasePatience(Duration.ofSeconds(60))
        .delivery(DeliverySettings.none())
        .spotCheckPercent(5)
        .retention(RetentionSettings.standard());
  }
}
