package org.tocsin.local.up;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Tocsin;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.SingleObject;

/** What feed sends to a real broker, and what it says of what it would not. */
class FeedIT {

  @TempDir private static Path shared;
  @TempDir private Path folder;
  private static Broker broker;

  @BeforeAll
  static void startBroker() throws IOException {
    broker = Broker.start(shared.resolve("kafka"));
  }

  @AfterAll
  static void stopBroker() {
    broker.stop();
  }

  @Test
  void sendsGoodRecordsAsAvroInEventTimeOrderAndSaysWhatItWouldNot() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(
        in.resolve("calls.ndjson"),
        List.of(
            call("c3", "12:00:03"),
            call("c1", "12:00:01"),
            call("c1", "12:00:01"),
            "{broken",
            call("c2", "12:00:02")));

    Tocsin.Result result =
        new Tocsin(folder).run("feed", "--in", in.toString(), "--bootstrap", broker.bootstrap());

    assertThat(result.status()).as(result.all()).isZero();
    assertThat(sent(Contract.CALL)).containsExactly("p1=c1", "p1=c2", "p1=c3");
    assertThat(result.err())
        .contains("events.call.v1 line 4: BROKEN_JSON")
        .containsPattern("events\\.call\\.v1 +5 +3 +1 +1");
  }

  /** Kafka by itself refuses what a producer stamps more than an hour ahead. */
  @Test
  void sendsWhatTheContractAllowsThoughItIsHoursAheadOrYearsOld() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    String ahead = OffsetDateTime.now(ZoneOffset.UTC).plusHours(23).truncatedTo(SECONDS).toString();
    Files.write(
        in.resolve("outcomes.ndjson"),
        List.of(outcome("o-old", "2001-01-01T12:00:00Z"), outcome("o-ahead", ahead)));

    Tocsin.Result result =
        new Tocsin(folder).run("feed", "--in", in.toString(), "--bootstrap", broker.bootstrap());

    assertThat(result.status()).as(result.all()).isZero();
    assertThat(sent(Contract.OUTCOME)).containsExactlyInAnyOrder("anna=o-old", "anna=o-ahead");
  }

  @Test
  void keepsThePaceItIsTold() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(
        in.resolve("clues.ndjson"), List.of(clue("k1", "12:00:00"), clue("k2", "12:00:30")));
    long began = System.nanoTime();

    Tocsin.Result result =
        new Tocsin(folder)
            .run("feed", "--in", in.toString(), "--bootstrap", broker.bootstrap(), "--speed", "15");

    assertThat(result.status()).as(result.all()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void saysInOneLineThatNoBrokerAnswers() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(in.resolve("calls.ndjson"), List.of(call("c1", "12:00:01")));
    String nobody = "127.0.0.1:" + Ports.free();

    Tocsin.Result result =
        new Tocsin(folder).run("feed", "--in", in.toString(), "--bootstrap", nobody);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.all().strip())
        .hasLineCount(1)
        .contains("no Kafka broker answers at " + nobody);
  }

  @Test
  void saysInOneLineWhatIsWrongWithTheKafkaClientFile() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(in.resolve("calls.ndjson"), List.of(call("c1", "12:00:01")));
    Path config = Files.writeString(folder.resolve("client.properties"), "acks=0\n");

    Tocsin.Result result =
        new Tocsin(folder)
            .run(
                "feed",
                "--in",
                in.toString(),
                "--bootstrap",
                broker.bootstrap(),
                "--kafka-config",
                config.toString());

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.all().strip()).hasLineCount(1).contains("acks; only keys that begin with");
  }

  @Test
  void saysInOneLineThatNoCentreIsRunning() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(in.resolve("calls.ndjson"), List.of(call("c1", "12:00:01")));

    Tocsin.Result result = new Tocsin(folder).run("feed", "--in", in.toString());

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.all().strip()).hasLineCount(1).contains("no centre is running here");
  }

  private static List<String> sent(Contract stream) {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrap());
    List<String> keysAndIds = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(stream.topic()).stream()
              .map(each -> new TopicPartition(stream.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long expected = consumer.endOffsets(partitions).values().stream().mapToLong(e -> e).sum();
      while (keysAndIds.size() < expected) {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
          keysAndIds.add(each.key() + "=" + eventId(stream, each.value()));
        }
      }
    }
    return keysAndIds;
  }

  private static Object eventId(Contract stream, byte[] value) {
    Reading reading = SingleObject.decode(stream, value, System.currentTimeMillis());
    return ((Reading.Accepted) reading).record().get("eventId");
  }

  private static String outcome(String id, String time) {
    return """
        {"eventId":"%s","source":"centre","eventTime":"%s",\
        "person":"anna","step":"CALL","result":"REACHED"}"""
        .formatted(id, time);
  }

  private static String call(String id, String time) {
    return """
        {"eventId":"%s","source":"carrier-1","eventTime":"2026-03-01T%s+08:00",\
        "kind":"ENDED","caller":"p1","callee":"p2"}"""
        .formatted(id, time);
  }

  private static String clue(String id, String time) {
    return """
        {"eventId":"%s","source":"police","eventTime":"2026-03-01T%s+08:00",\
        "kind":"LISTED_PHONE","phone":"p1"}"""
        .formatted(id, time);
  }
}
