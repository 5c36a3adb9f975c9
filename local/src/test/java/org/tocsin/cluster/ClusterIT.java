package org.tocsin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.schemas.Contract;
import org.tocsin.testkit.process.BrokerProcess;
import org.tocsin.testkit.process.ChildProcess;
import org.tocsin.testkit.process.FlinkProcesses;
import org.tocsin.testkit.process.Ports;

/**
 * The layout of docker/ as separate processes: broker, JobManager, TaskManager, database, desk, the
 * fat jars submitted by the keeper. Events become warnings, cases and rows on the desk, money is
 * followed; an upgrade by savepoint loses nothing of what people have half done.
 */
class ClusterIT {

  private static final String DETECTION = "detection";
  private static final String DISSUASION = "dissuasion";
  private static final String LINKING = "linking";
  private static final List<String> JOBS = List.of(DETECTION, DISSUASION, LINKING);
  private static final List<String> READ =
      List.of(Stream.CARD_OPENING.topic(), Stream.CALL.topic(), Stream.TRANSACTION.topic());
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int ORDINARY = 500;

  @TempDir Path folder;

  @Test
  void sequencesBegunBeforeAnUpgradeEndAfterItAndReachTheDesk() throws Exception {
    Stories stories =
        new Stories(3, System.currentTimeMillis() - Duration.ofHours(6).toMillis(), 11);
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
        FlinkProcesses flink = Centre.startFlink(folder.resolve("flink"));
        EmbeddedPostgres database = EmbeddedPostgres.start()) {
      Centre.createTopics(broker, 2);
      Centre.keep(flink, folder, broker, Map.of());
      try (ChildProcess desk = startDesk(broker, database)) {
        play(broker, stories.firstHalf(ORDINARY));
        Centre.send(broker, stories.moneyOnItsWay());
        Centre.awaitRead(broker, "tocsin-" + LINKING, List.of(Stream.TRANSACTION.topic()));
        assertThat(Warnings.patterns(Warnings.byId(broker.bootstrap()))).doesNotContain("V1", "B2");

        upgrade(flink, broker);
        play(broker, stories.secondHalf(ORDINARY));
        Centre.send(broker, stories.report());

        var warnings = Warnings.byId(broker.bootstrap());
        assertThat(Warnings.patterns(warnings)).containsAll(Stories.patterns());
        Set<String> caseIds = new TreeSet<>();
        warnings.values().forEach(w -> caseIds.add(String.valueOf(w.get("caseId"))));
        Awaitility.await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(cases(broker)).containsAll(caseIds));
        Awaitility.await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(onTheDesk(database)).containsAll(caseIds));
        Awaitility.await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(proposed(broker)).contains(Stories.FIRST_PAYEE, "second-payee"));
        desk.assertAlive();
      }
    }
  }

  private static void play(BrokerProcess broker, List<List<Event>> acts) {
    for (List<Event> act : acts) {
      Centre.send(broker, act);
      Centre.awaitRead(broker, "tocsin-" + DETECTION, READ);
    }
  }

  /** As the runbook has it: stop all behind savepoints, name them, let the keeper start them. */
  private void upgrade(FlinkProcesses flink, BrokerProcess broker) throws Exception {
    Map<String, String> savepoints = new TreeMap<>();
    for (String job : JOBS) {
      Path savepoint = flink.stopWithSavepoint(flink.rest().jobNamed(job).orElseThrow());
      savepoints.put("TOCSIN_SAVEPOINT_" + job.toUpperCase(Locale.ROOT), savepoint.toString());
    }
    Centre.keep(flink, folder, broker, savepoints);
    for (String job : JOBS) {
      String id = flink.rest().jobNamed(job).orElseThrow();
      flink.awaitRunning(id);
      assertThat(flink.rest().restored(id)).as(job).isEqualTo(1);
    }
  }

  private ChildProcess startDesk(BrokerProcess broker, EmbeddedPostgres database) throws Exception {
    return new ChildProcess.Plan("desk", "org.tocsin.console.ConsoleMain", Centre.deskClasspath())
        .jvm("-Xmx256m", "-XX:+UseSerialGC")
        .environment("TOCSIN_BOOTSTRAP", broker.bootstrap())
        .environment("TOCSIN_DB_URL", database.getJdbcUrl("postgres", "postgres"))
        .environment("TOCSIN_DB_USER", "postgres")
        .environment("TOCSIN_HOST", "127.0.0.1")
        .environment("TOCSIN_PORT", Integer.toString(Ports.free()))
        .start(folder.resolve("desk"));
  }

  private static Set<String> cases(BrokerProcess broker) {
    return Warnings.lastBy(broker.bootstrap(), Contract.CASE, "caseId").keySet();
  }

  /** Accounts on which traces propose to stop money. */
  private static Set<String> proposed(BrokerProcess broker) {
    Set<String> accounts = new TreeSet<>();
    for (GenericRecord link :
        Warnings.lastBy(broker.bootstrap(), Contract.LINK, "linkId").values()) {
      for (Object proposal : (List<?>) link.get("proposals")) {
        accounts.add(String.valueOf(((GenericRecord) proposal).get("account")));
      }
    }
    return accounts;
  }

  private static Set<String> onTheDesk(EmbeddedPostgres database) throws SQLException {
    Set<String> ids = new TreeSet<>();
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT case_id FROM case_card")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }
}
