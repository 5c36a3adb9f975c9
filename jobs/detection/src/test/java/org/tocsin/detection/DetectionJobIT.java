package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Stream;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;
import org.tocsin.core.warning.Warning;
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
 * The live job on real Kafka and RocksDB, seen as its operator sees it: per stream, read = used +
 * duplicates + rejected, and every warning and every hold is counted.
 */
class DetectionJobIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int METRICS_PORT = Ports.free();
  private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
  private static final String INPUT = OPERATOR + "deserializer_input_stream_";
  private static final String STAGE = OPERATOR + "stage_stream_";

  @RegisterExtension static final KafkaBroker BROKER = new KafkaBroker();

  @RegisterExtension
  static final MiniClusterExtension FLINK = FlinkClusters.withMetrics(2, METRICS_PORT);

  @TempDir static Path checkpoints;

  private final MetricsPage metrics = new MetricsPage(METRICS_PORT);
  private final Random random = new Random(11);
  private final Map<String, Long> sent = new HashMap<>();
  private JobClient job;

  @BeforeEach
  void start_the_job() throws Exception {
    for (Stream stream : Stream.values()) {
      BROKER.create(1, stream.topic());
    }
    for (Contract output :
        List.of(Contract.SIGNAL, Contract.WARNING, Contract.NOT_WARNED, Contract.REJECTED)) {
      BROKER.create(1, output.topic());
    }
    JobSettings settings =
        JobSettings.of(
            Map.of(
                Setting.BOOTSTRAP,
                BROKER.bootstrap(),
                Setting.CHECKPOINTS,
                checkpoints.toUri().toString(),
                Setting.CHECKPOINT_INTERVAL,
                "PT1S",
                Setting.IDLE_AFTER,
                "PT0.5S"));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(JobEnvironment.live(settings));
    environment.setParallelism(2);
    DetectionJob.define(environment, settings);
    job = environment.executeAsync(DetectionJob.NAME);
  }

  @AfterEach
  void stop_the_job() throws Exception {
    job.cancel().get();
  }

  @Test
  void everyRecordIsAccountedForByStreamAndEveryWarningAndHoldIsCounted() throws Exception {
    Story story = night();
    for (Event event : story.events()) {
      send(event);
      send(event);
    }
    send(conflict((Transaction) story.last()));
    send(anHourLate());
    garbage(Stream.TRANSACTION, 7);
    garbage(Stream.CALL, 3);
    garbage(Stream.CARD_OPENING, 2);
    garbage(Stream.CLUE, 1);
    garbage(Stream.OUTCOME, 1);

    eventually(() -> assertThat(of(INPUT + "read")).isEqualTo(sent));
    eventually(
        () ->
            assertThat(sum(of(STAGE + "used"), of(STAGE + "duplicates"), of(INPUT + "rejected")))
                .isEqualTo(sent));
    Map<String, Long> told = byTopic(story.events());
    assertThat(of(STAGE + "used")).isEqualTo(sum(told, Map.of(Stream.CALL.topic(), 1L)));
    assertThat(of(STAGE + "duplicates"))
        .isEqualTo(sum(told, Map.of(Stream.TRANSACTION.topic(), 1L)));
    assertThat(of(STAGE + "conflicting_duplicates"))
        .isEqualTo(Map.of(Stream.TRANSACTION.topic(), 1L));
    assertThat(of(OPERATOR + "input_stream_late")).isEqualTo(Map.of(Stream.CALL.topic(), 1L));
    assertThat(of(INPUT + "rejected")).isEqualTo(rejected());

    eventually(
        () -> {
          assertThat(warnings()).extracting(Warning::pattern).contains("V1", "V3");
          assertThat(metrics.sums(OPERATOR + "stage_tier_pattern_warnings", "tier"))
              .isEqualTo(counted(warnings(), warning -> warning.tier().name()));
          assertThat(metrics.sums(OPERATOR + "stage_tier_pattern_warnings", "pattern"))
              .isEqualTo(counted(warnings(), Warning::pattern));
          assertThat(metrics.sums(OPERATOR + "stage_reason_held", "reason"))
              .isEqualTo(counted(held(), each -> each.reason().name()))
              .containsKey("REGISTERED_MERCHANT");
        });
    eventually(this::whatIsAskedOfTheJobIsMeasured);
  }

  /** What a dashboard or an alarm asks for and nobody measures shows as a quiet day. */
  private void whatIsAskedOfTheJobIsMeasured() throws Exception {
    for (String file : List.of("grafana/dashboards/tocsin.json", "prometheus/alarms.yaml")) {
      assertThat(metrics.names()).as(file).containsAll(namesIn("docker/" + file));
    }
    assertThat(metrics.names()).containsAll(namesIn("docs/reference/metrics.md"));
  }

  private static Set<String> namesIn(String file) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher name = Pattern.compile("\\bflink_\\w+").matcher(Files.readString(root().resolve(file)));
    while (name.find()) {
      names.add(name.group());
    }
    names.removeIf(each -> each.contains("_mail_")); // The linking job's, see LinkingJobIT.
    assertThat(names).isNotEmpty();
    return names;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("docker"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** One record of each stream at least: a victim of two frauds, who also goes shopping. */
  private static Story night() {
    Story story =
        new Story()
            .owns("01-01 09:00", "wang", "card")
            .hasPhone("01-01 09:00", "wang", "phone")
            .clue("01-01 09:00", Clue.Kind.TRUSTED_PHONE, "hospital", null)
            .started("03-11 10:00", "c1", "abroad", "phone", Origin.FOREIGN)
            .ended("03-11 10:40", "c1", "abroad", "phone", Origin.FOREIGN, 40);
    story.add(story.outcome("03-11 10:42", "wang", Outcome.Step.CALL, Outcome.Result.BUSY).build());
    story.add(
        story.moving("03-11 10:45", "card", "shop", 9_000).payeeHolder(Holder.MERCHANT).build());
    return story
        .pays("03-11 10:50", "card", "safe", 50_000)
        .pays("03-12 10:00", "card", "m1", 108)
        .pays("03-12 10:20", "r1", "card", 113)
        .pays("03-12 14:00", "card", "m2", 3_000);
  }

  /** The same record by its ids, and another amount in it. */
  private static Event conflict(Transaction first) {
    return TransactionBuilder.builder(first).amountMinor(first.amountMinor() + 1).build();
  }

  private static Event anHourLate() {
    Story story = new Story().ended("03-11 09:40", "c0", "uncle", "phone", Origin.LOCAL, 5);
    return CallBuilder.builder((Call) story.last()).eventId("late").build();
  }

  private void send(Event event) throws Exception {
    send(event.stream(), Outgoing.of(event).value());
  }

  private void garbage(Stream stream, int records) throws Exception {
    for (int i = 0; i < records; i++) {
      send(stream, Noise.bytes(random));
    }
  }

  private void send(Stream stream, byte[] value) throws Exception {
    BROKER.send(stream.topic(), null, value);
    sent.merge(stream.topic(), 1L, Long::sum);
  }

  private Map<String, Long> of(String metric) throws Exception {
    return metrics.sums(metric, "stream");
  }

  private static Map<String, Long> byTopic(List<Event> events) {
    return counted(events, event -> event.stream().topic());
  }

  private static <T> Map<String, Long> counted(List<T> values, Function<T, String> by) {
    return values.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
  }

  @SafeVarargs
  private static Map<String, Long> sum(Map<String, Long>... counts) {
    Map<String, Long> sum = new HashMap<>();
    for (Map<String, Long> each : counts) {
      each.forEach((key, count) -> sum.merge(key, count, Long::sum));
    }
    return sum;
  }

  private static List<Warning> warnings() {
    return read(Contract.WARNING).stream().map(OutputMapper::warning).distinct().toList();
  }

  private static List<Finding.Held> held() {
    return read(Contract.NOT_WARNED).stream().map(OutputMapper::held).toList();
  }

  private static Map<String, Long> rejected() {
    return counted(read(Contract.REJECTED), record -> record.get(0).toString());
  }

  private static List<IndexedRecord> read(Contract contract) {
    return BROKER.read(contract.topic()).stream()
        .map(each -> SingleObject.decode(contract, each.value(), System.currentTimeMillis()))
        .map(reading -> (IndexedRecord) ((Reading.Accepted) reading).record())
        .toList();
  }

  private static void eventually(ThrowingRunnable assertion) {
    Awaitility.await().atMost(PATIENCE).untilAsserted(assertion);
  }
}
