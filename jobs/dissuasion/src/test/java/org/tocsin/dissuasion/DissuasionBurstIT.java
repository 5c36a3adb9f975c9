package org.tocsin.dissuasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.schemas.Contract;
import org.tocsin.testkit.flink.FlinkClusters;
import org.tocsin.testkit.kafka.KafkaBroker;

/**
 * Ten times 13,000 warnings a day for an hour, 5,417 of them, sent within a minute or so instead,
 * so that the load is higher yet: how long from the warning at the sender until its first task is
 * in a reader's hands, over Kafka, the job on RocksDB with checkpoints, and Kafka. Prints; asserts
 * that all are answered, and no time: a machine that does other things besides says nothing about
 * it.
 *
 * <p>{@code -Dtocsin.burst.persecond} sets the rate (default 100; an hour of the burst makes 1.5).
 */
class DissuasionBurstIT {

  private static final int WARNINGS = 13_000 * 10 / 24;
  private static final int A_SECOND = Integer.getInteger("tocsin.burst.persecond", 100);
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @RegisterExtension static final KafkaBroker BROKER = new KafkaBroker();
  @RegisterExtension static final MiniClusterExtension FLINK = FlinkClusters.withSlots(2);

  @TempDir static Path checkpoints;

  private final Map<String, Long> sent = new HashMap<>();
  private final Map<String, Long> answered = new HashMap<>();

  @Test
  void everyWarningHasItsFirstTask() throws Exception {
    for (Contract contract : Contract.values()) {
      BROKER.create(2, contract.topic());
    }
    JobClient job = start();
    try (KafkaConsumer<byte[], byte[]> tasks = reader();
        KafkaProducer<byte[], byte[]> producer = sender()) {
      tasks.subscribe(List.of(Contract.TASK.topic()));
      warmUp(producer, tasks);
      long began = System.nanoTime();
      for (int i = 0; i < WARNINGS; i++) {
        long due = began + i * (1_000_000_000L / A_SECOND);
        while (System.nanoTime() < due) {
          take(tasks, Duration.ofMillis(1));
        }
        send(producer, "person-" + i, due);
      }
      await(tasks);
    } finally {
      job.cancel().get();
    }
    report();
    assertThat(answered.keySet()).containsAll(sent.keySet());
  }

  private JobClient start() throws Exception {
    JobSettings settings =
        JobSettings.of(
            Map.of(
                Setting.BOOTSTRAP,
                BROKER.bootstrap(),
                Setting.CHECKPOINTS,
                checkpoints.toUri().toString(),
                Setting.CHECKPOINT_INTERVAL,
                "PT10S"));
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobEnvironment.configure(environment, settings);
    environment.setParallelism(2);
    DissuasionJob.attach(environment, settings);
    return environment.executeAsync(DissuasionJob.NAME);
  }

  /** What is timed starts when the job answers, and its code has been compiled. */
  private void warmUp(KafkaProducer<byte[], byte[]> producer, KafkaConsumer<byte[], byte[]> tasks) {
    for (int i = 0; i < 500; i++) {
      send(producer, "warm-" + i, System.nanoTime());
    }
    await(tasks);
    sent.clear();
    answered.clear();
  }

  private void send(KafkaProducer<byte[], byte[]> producer, String person, long due) {
    String id = "w-" + person;
    Warning warning =
        WarningBuilder.builder(Warnings.urgent(System.currentTimeMillis()))
            .warningId(id)
            .caseId(CaseIds.of(EntityKey.person(person).hash(), id))
            .subject(person)
            .person(person)
            .build();
    sent.put(person, due);
    producer.send(
        new ProducerRecord<>(
            Contract.WARNING.topic(),
            person.getBytes(StandardCharsets.UTF_8),
            Outgoing.of(warning).value()));
  }

  private void await(KafkaConsumer<byte[], byte[]> tasks) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!answered.keySet().containsAll(sent.keySet()) && System.nanoTime() < until) {
      take(tasks, Duration.ofMillis(20));
    }
  }

  /** The key of a task is its person. */
  private void take(KafkaConsumer<byte[], byte[]> tasks, Duration wait) {
    for (ConsumerRecord<byte[], byte[]> task : tasks.poll(wait)) {
      answered.putIfAbsent(new String(task.key(), StandardCharsets.UTF_8), System.nanoTime());
    }
  }

  private void report() {
    List<Long> took = new ArrayList<>();
    sent.forEach(
        (person, at) -> {
          if (answered.containsKey(person)) {
            took.add((answered.get(person) - at) / 1_000_000);
          }
        });
    long[] sorted = took.stream().mapToLong(each -> each).sorted().toArray();
    System.out.printf(
        "burst: %d warnings at %d a second, answered %d, ms from warning to first task:"
            + " p50 %d, p99 %d, p99.9 %d, longest %d%n",
        sent.size(),
        A_SECOND,
        sorted.length,
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 0.999),
        Arrays.stream(sorted).max().orElse(-1));
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0
        ? -1
        : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
  }

  private static KafkaProducer<byte[], byte[]> sender() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", BROKER.bootstrap(), "linger.ms", "0"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static KafkaConsumer<byte[], byte[]> reader() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            BROKER.bootstrap(),
            "group.id",
            "burst",
            "auto.offset.reset",
            "earliest"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
