package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.core.links.Link;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;
import org.tocsin.runtime.kafka.MailTopic;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.runtime.wire.OutputMapper;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.SingleObject;
import org.tocsin.testkit.flink.FlinkClusters;
import org.tocsin.testkit.flink.MetricsPage;
import org.tocsin.testkit.kafka.KafkaBroker;
import org.tocsin.testkit.kafka.Noise;
import org.tocsin.testkit.process.Ports;

/**
 * The live job on real Kafka and RocksDB, over two subtasks: three victims report, their money
 * meets in one account, and the job is stopped and goes on where it was while the money runs
 * further.
 */
class LinkingJobIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int METRICS_PORT = Ports.free();
  private static final int NOISE = 5;

  /** As docs/reference/metrics.md and the alarms name it. */
  private static final String UNREADABLE =
      "flink_taskmanager_job_task_operator_deserializer_mail_unreadable";

  @RegisterExtension static final KafkaBroker BROKER = new KafkaBroker();

  @RegisterExtension
  static final MiniClusterExtension FLINK = FlinkClusters.withMetrics(2, METRICS_PORT);

  @TempDir static Path folder;

  private final Random random = new Random(7);
  private JobClient job;

  private void start(String savepoint) throws Exception {
    JobSettings settings =
        JobSettings.of(
            Map.of(
                Setting.BOOTSTRAP,
                BROKER.bootstrap(),
                Setting.CHECKPOINTS,
                folder.resolve("checkpoints").toUri().toString(),
                Setting.CHECKPOINT_INTERVAL,
                "PT1S",
                Setting.IDLE_AFTER,
                "PT0.5S"));
    Configuration configuration = JobEnvironment.live(settings);
    if (savepoint != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(2);
    LinkingJob.attach(environment, settings);
    job = environment.executeAsync(LinkingJob.NAME);
  }

  @AfterEach
  void stop_the_job() throws Exception {
    job.cancel().get();
  }

  @Test
  void clusters_and_traces_go_on_over_a_savepoint_and_through_garbage() throws Exception {
    for (Contract contract : Contract.values()) {
      BROKER.create(2, contract.topic());
    }
    BROKER.create(2, MailTopic.NAME);
    start(null);

    for (Event event : threeVictims().events()) {
      send(event);
    }
    garbage();
    eventually(
        () -> {
          assertThat(trace("anna")).isNotNull();
          assertThat(subjects(trace("anna"))).contains("mule-anna", "meeting");
        });
    eventually(
        () ->
            assertThat(cluster())
                .extracting(Link.Member::subject)
                .contains("anna", "bert", "carl", "meeting"));
    eventually(
        () ->
            assertThat(warnings("X6"))
                .anyMatch(
                    each -> each.subject().equals("meeting") && each.tier() == Tier.IN_PERSON));

    int told = trace("anna").revision();
    String savepoint =
        job.stopWithSavepoint(
                false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.NATIVE)
            .get();
    // What arrives while it is down is read afterwards.
    send(new Money().pays("03-11 16:10", "meeting", "last", 60_000).events().get(0));
    start(savepoint);
    garbage();

    eventually(() -> assertThat(subjects(trace("anna"))).contains("last"));
    assertThat(trace("anna").revision()).isGreaterThan(told);
    assertThat(trace("anna").proposals()).extracting(Link.Proposal::account).contains("last");
    send(new Money().pays("03-11 16:30", "last", "further", 30_000).events().get(0));
    eventually(() -> assertThat(subjects(trace("anna"))).contains("further"));
    assertThat(ids(Link.Kind.CLUSTER)).hasSize(1);
    eventually(() -> assertThat(unreadable()).isGreaterThanOrEqualTo(NOISE + 1));
  }

  /** Since the job last started. */
  private static long unreadable() throws Exception {
    return new MetricsPage(METRICS_PORT)
        .sums(UNREADABLE, "job_name").values().stream().mapToLong(each -> each).sum();
  }

  /** Each pays a mule of her own; the mules pay one account. */
  private static Money threeVictims() {
    Money money = new Money();
    int minute = 10;
    for (String victim : List.of("anna", "bert", "carl")) {
      money
          .owns("01-05 09:00", victim, victim + "-1")
          .pays("03-11 15:" + minute, victim + "-1", "mule-" + victim, 20_000)
          .pays("03-11 15:" + (minute + 5), "mule-" + victim, "meeting", 19_500)
          .reports("03-11 15:" + (minute + 9), victim, "mule-" + victim, 20_000.0);
      minute += 10;
    }
    return money;
  }

  private void garbage() throws Exception {
    for (Contract contract :
        List.of(
            Contract.TRANSACTION,
            Contract.CARD_OPENING,
            Contract.CLUE,
            Contract.OUTCOME,
            Contract.WARNING)) {
      garbage(contract.topic());
    }
    garbage(MailTopic.NAME);
  }

  private void garbage(String topic) throws Exception {
    for (int i = 0; i < NOISE; i++) {
      BROKER.send(topic, null, Noise.bytes(random));
    }
    BROKER.send(topic, null, null);
  }

  private static void send(Event event) throws Exception {
    Stream stream = event.stream();
    BROKER.send(stream.topic(), null, Outgoing.of(event).value());
  }

  /** Of the payment to the victim's first mule, as told last; null while untold. */
  private static Link trace(String victim) {
    return links(Link.Kind.TRACE).stream()
        .filter(each -> each.origin().equals("mule-" + victim))
        .max(Comparator.comparingInt(Link::revision))
        .orElse(null);
  }

  private static List<Link.Member> cluster() {
    return links(Link.Kind.CLUSTER).stream()
        .max(Comparator.comparingInt(each -> each.members().size()))
        .map(Link::members)
        .orElse(List.of());
  }

  /** Of clusters that stand, merged ones left out. */
  private static List<String> ids(Link.Kind kind) {
    Map<String, Link> last =
        links(kind).stream()
            .collect(
                Collectors.toMap(
                    Link::linkId, each -> each, (a, b) -> a.revision() > b.revision() ? a : b));
    return last.values().stream()
        .filter(each -> !each.members().isEmpty())
        .map(Link::linkId)
        .toList();
  }

  private static List<String> subjects(Link link) {
    return link == null ? List.of() : link.members().stream().map(Link.Member::subject).toList();
  }

  private static List<Link> links(Link.Kind kind) {
    return read(Contract.LINK).stream()
        .map(OutputMapper::link)
        .filter(each -> each.kind() == kind)
        .toList();
  }

  private static List<Warning> warnings(String pattern) {
    return read(Contract.WARNING).stream()
        .map(OutputMapper::warning)
        .filter(each -> each.pattern().equals(pattern))
        .toList();
  }

  /** Garbage of this test's own on the topic is passed over. */
  private static List<IndexedRecord> read(Contract contract) {
    return BROKER.read(contract.topic()).stream()
        .map(each -> SingleObject.decode(contract, each.value(), System.currentTimeMillis()))
        .filter(Reading.Accepted.class::isInstance)
        .map(reading -> (IndexedRecord) ((Reading.Accepted) reading).record())
        .toList();
  }

  private static void eventually(ThrowingRunnable assertion) {
    Awaitility.await().atMost(PATIENCE).untilAsserted(assertion);
  }
}
