package org.tocsin.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.id.Ids;
import org.tocsin.core.signal.Signal;
import org.tocsin.runtime.fold.Folds;
import org.tocsin.runtime.fold.TimeSource;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.SingleObject;
import org.tocsin.testkit.flink.FlinkClusters;
import org.tocsin.testkit.kafka.KafkaBroker;

/**
 * A live job on real Kafka and RocksDB: nothing that is sent to it stops it or goes unaccounted.
 */
class KafkaToKafkaIT {

  private static final int GARBAGE = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @RegisterExtension static final KafkaBroker BROKER = new KafkaBroker();
  @RegisterExtension static final MiniClusterExtension FLINK = FlinkClusters.withSlots(2);

  @TempDir static java.nio.file.Path checkpoints;

  private JobClient job;

  @BeforeEach
  void start_the_job() throws Exception {
    for (Contract contract :
        List.of(Contract.CALL, Contract.CLUE, Contract.SIGNAL, Contract.REJECTED)) {
      BROKER.create(2, contract.topic());
    }
    JobSettings settings =
        JobSettings.of(
            Map.of(
                Setting.BOOTSTRAP, BROKER.bootstrap(),
                Setting.CHECKPOINTS, checkpoints.toUri().toString(),
                Setting.CHECKPOINT_INTERVAL, "PT1S",
                Setting.DISORDER, "PT1S",
                Setting.IDLE_AFTER, "PT0.5S"));
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobEnvironment.configure(environment, settings);
    environment.setParallelism(2);
    KafkaInput<Event> input =
        KafkaInput.attach(
            environment,
            settings,
            "events",
            "test",
            List.of(Contract.CALL, Contract.CLUE),
            new EventReader("CNY", Map.of()),
            CodecTypeInfo.of(Event.class),
            TimeSource.wall());
    DataStream<Signal> signals =
        Folds.fold(
            input.accepted(),
            "waking",
            event -> Ids.key(event.eventId()),
            new WakingStage(),
            CodecTypeInfo.of(WakingStage.Last.class),
            CodecTypeInfo.of(Signal.class),
            settings.pipeline().fold(),
            TimeSource.wall());
    KafkaOutput.attach(signals, settings, "signals", Outgoing::of);
    KafkaOutput.attach(input.rejected(), settings, "rejected", Outgoing::of);
    job = environment.executeAsync("kafka-to-kafka");
  }

  @AfterEach
  void stop_the_job() throws Exception {
    job.cancel().get();
  }

  @Test
  void good_records_are_used_bad_ones_told_and_time_goes_on_when_all_is_quiet() throws Exception {
    Random random = new Random(7);
    Set<String> sent = new HashSet<>();
    for (int i = 0; i < GARBAGE; i++) {
      BROKER.send(Contract.CALL.topic(), "x", garbage(random));
      if (i % 100 == 0) {
        Call call = call("call-" + i);
        sent.add(call.eventId());
        BROKER.send(Contract.CALL.topic(), call.caller(), Outgoing.of(call).value());
      }
    }
    BROKER.send(Contract.CLUE.topic(), null, null);

    Set<String> expected = new HashSet<>();
    sent.forEach(id -> expected.addAll(List.of("seen-" + id, "woken-" + id)));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(signalIds()).isEqualTo(expected));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(rejectedPositions()).hasSize(GARBAGE + 1));
    assertThat(job.getJobStatus().get().isGloballyTerminalState()).isFalse();
  }

  /** Noise, and good records with some bytes changed or cut off. */
  private static byte[] garbage(Random random) {
    if (random.nextBoolean()) {
      byte[] noise = new byte[random.nextInt(60)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] record = Outgoing.of(call("broken")).value();
    // The fingerprint is hit every time, so that no change leaves a good record.
    record[2 + random.nextInt(8)] ^= (byte) (1 + random.nextInt(255));
    return java.util.Arrays.copyOf(record, 1 + random.nextInt(record.length));
  }

  private static Call call(String id) {
    return CallBuilder.builder()
        .eventId(id)
        .source("carrier")
        .eventTime(System.currentTimeMillis())
        .kind(Call.Kind.STARTED)
        .caller("phone-" + id)
        .callId("c-" + id)
        .callee("victim")
        .build();
  }

  private static Set<String> signalIds() {
    return BROKER.read(Contract.SIGNAL.topic()).stream()
        .map(record -> field(Contract.SIGNAL, record, "signalId"))
        .collect(Collectors.toSet());
  }

  /** A restart may tell a rejection twice; its position says which record it is about. */
  private static Set<String> rejectedPositions() {
    return BROKER.read(Contract.REJECTED.topic()).stream()
        .map(
            record ->
                field(Contract.REJECTED, record, "stream")
                    + field(Contract.REJECTED, record, "position"))
        .collect(Collectors.toSet());
  }

  private static String field(
      Contract contract, ConsumerRecord<byte[], byte[]> record, String name) {
    Reading reading = SingleObject.decode(contract, record.value(), System.currentTimeMillis());
    return ((Reading.Accepted) reading).record().get(name).toString();
  }
}
