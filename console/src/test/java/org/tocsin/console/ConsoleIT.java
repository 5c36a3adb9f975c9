package org.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.console.delivery.DeliverySettings;
import org.tocsin.console.delivery.DeliverySettings.Target;
import org.tocsin.console.fixture.Desk;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.fixture.TestBroker;
import org.tocsin.console.fixture.Visitor;
import org.tocsin.console.fixture.Wiring;
import org.tocsin.console.standin.StandInCarrier;
import org.tocsin.console.store.CaseStore;
import org.tocsin.console.wire.Wire;
import org.tocsin.schemas.Contract;

/** The console between a real broker and a real database, both of which go away and come back. */
class ConsoleIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern KEY = Pattern.compile("id=\"new-key\">([^<]+)<");

  @TempDir static Path folder;
  private static TestBroker broker;
  private static EmbeddedPostgres postgres;
  private static ConsoleServer server;
  private static StandInCarrier carrier;

  @BeforeAll
  static void start() throws Exception {
    broker = TestBroker.start(folder.resolve("kafka"));
    broker.createTopics(Topics.READ);
    broker.createTopics(List.of(Contract.CALL.topic()));
    startPostgres(0);
    carrier = StandInCarrier.start(0, 0);
    server =
        ConsoleServer.start(
            ConsoleSettingsBuilder.builder(Desk.settings(postgres, broker.bootstrap()))
                .delivery(
                    DeliverySettings.of(
                        new Target.Webhook(carrier.smsAddress(), StandInCarrier.SECRET), null))
                .build());
  }

  private static void startPostgres(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false);
    postgres = port == 0 ? builder.start() : builder.setPort(port).start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
    if (carrier != null) {
      carrier.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void poisonAndRestartsOfBothSidesLoseNoCase() throws IOException {
    tell("before");
    awaitCase("before");

    try (Wiring jobs = new Wiring(broker.bootstrap())) {
      jobs.tell(Topics.CASES, "p", "no record at all".getBytes(StandardCharsets.UTF_8));
      jobs.tell(Topics.WARNINGS, "p", new byte[0]);
    }
    tell("after-poison");
    awaitCase("after-poison");

    broker.stop();
    broker.startAgain();
    tell("after-broker");
    awaitCase("after-broker");

    int port = postgres.getPort();
    postgres.close();
    tell("database-away");
    startPostgres(port);
    awaitCase("database-away");

    assertThat(new Visitor(server.address()).get("/metrics").body())
        .containsPattern("tocsin_desk_intake_refused_total\\{topic=\"cases.v1\"\\} 1")
        .containsPattern("tocsin_desk_intake_refused_total\\{topic=\"warnings.v1\"\\} 1");
  }

  @Test
  void aBankSendsLinesAndIsToldOfEach() {
    String key = issueKey("CMCC");

    HttpResponse<String> answer =
        new Visitor(server.address())
            .post(
                "/v1/events/events.call.v1",
                String.join(
                    "\n",
                    call("c-1", "CMCC"),
                    call("c-2", "UNICOM"),
                    "{broken",
                    call("c-3", "CMCC").replace("\"caller\":\"n-1\",", "")),
                "Authorization",
                "Bearer " + key);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"read\":4,\"accepted\":1,\"refused\":3")
        .contains("{\"line\":1,\"accepted\":true}")
        .contains("FOREIGN_SOURCE", "BROKEN_JSON", "MISSING_FIELD");
    assertThat(callsInTheTopic()).isEqualTo(1);
  }

  @Test
  void aFormSentTwiceIsOneOutcomeAndAHandOverNamesTheUnit() {
    tell("twice");
    awaitCase("twice");
    Visitor officer = new Visitor(server.address());
    officer.signIn(Desk.USER, Desk.PASSWORD);
    String csrf = officer.csrf("/cases/twice");
    Map<String, String> form =
        Map.of("csrf", csrf, "form", "f-1", "step", "CALL", "result", "NO_ANSWER");

    assertThat(officer.post("/cases/twice/outcomes", form).statusCode()).isEqualTo(302);
    assertThat(officer.post("/cases/twice/outcomes", form).statusCode()).isEqualTo(302);
    Map<String, String> handOver =
        Map.of("csrf", csrf, "form", "f-2", "kind", "VISIT", "to", "LAISHAN");
    assertThat(officer.post("/cases/twice/hand-over", handOver).statusCode()).isEqualTo(302);

    // each is in the topic as often as it was sent, and read as one
    List<JsonNode> told = outcomesInTheTopic("twice", 3);
    assertThat(told).extracting(o -> o.get("eventId").asText()).hasSize(3);
    assertThat(told.stream().map(o -> o.get("eventId").asText()).distinct()).hasSize(2);
    assertThat(told.get(2).path("checklist").path("handOverTo").asText()).isEqualTo("LAISHAN");
    CaseStore cases = new CaseStore(Jdbi.create(postgres.getPostgresDatabase()));
    assertThat(cases.find("twice").orElseThrow().outcomes()).hasSize(2);
  }

  private static List<JsonNode> outcomesInTheTopic(String caseId, int count) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrap(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "reader-of-" + caseId,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    Wire wire = new Wire(ZoneId.of("Asia/Shanghai"), Clock.systemUTC());
    List<JsonNode> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.OUTCOMES));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(500))
                    .forEach(record -> found.add(wire.decode(record.topic(), record.value())));
                found.removeIf(outcome -> !outcome.path("caseId").asText().equals(caseId));
                return found.size() >= count;
              });
    }
    return found;
  }

  @Test
  void anSmsThatWasDeliveredIsAnOutcomeOfItsCase() {
    tell("texted");
    Instant due = Instant.now().plusSeconds(60);
    try (Wiring jobs = new Wiring(broker.bootstrap())) {
      jobs.tell(Topics.TASKS, Samples.task("texted", "SMS", "OPEN", "NONE", due));
    }

    // it comes back through the topic, as the dissuasion job reads it
    CaseStore cases = new CaseStore(Jdbi.create(postgres.getPostgresDatabase()));
    JsonNode outcome =
        await()
            .atMost(PATIENCE)
            .ignoreExceptions()
            .until(() -> cases.find("texted").orElseThrow().outcomes().get(0), o -> true);

    assertThat(outcome.get("step").asText()).isEqualTo("SMS");
    assertThat(outcome.get("result").asText()).isEqualTo("DELIVERED");
    assertThat(carrier.taken("t-texted-SMS-1")).isPresent();
  }

  private static String call(String id, String source) {
    return "{\"eventId\":\"%s\",\"source\":\"%s\",\"eventTime\":\"%s\",\"kind\":\"ENDED\",\"caller\":\"n-1\",\"callee\":\"n-2\"}"
        .formatted(id, source, Samples.time(Instant.now()));
  }

  private static String issueKey(String source) {
    Visitor supervisor = new Visitor(server.address());
    supervisor.signIn(Desk.USER, Desk.PASSWORD);
    String page =
        supervisor
            .post("/sources/keys", Map.of("csrf", supervisor.csrf("/sources"), "source", source))
            .body();
    Matcher key = KEY.matcher(page);
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  private static int callsInTheTopic() {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap(),
            ConsumerConfig.GROUP_ID_CONFIG, "detection",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Contract.CALL.topic()));
      return await()
          .atMost(PATIENCE)
          .until(() -> consumer.poll(Duration.ofMillis(500)).count(), count -> count > 0);
    }
  }

  private static void tell(String caseId) {
    try (Wiring jobs = new Wiring(broker.bootstrap())) {
      jobs.tell(Topics.WARNINGS, Samples.warning(caseId, 1, Instant.now()));
      jobs.tell(Topics.CASES, Samples.caseChange(caseId, 1, "OPEN", Instant.now()));
    }
  }

  private static void awaitCase(String caseId) {
    CaseStore cases = new CaseStore(Jdbi.create(postgres.getPostgresDatabase()));
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> cases.find(caseId).orElseThrow(),
            file -> !file.warnings().isEmpty() && !file.changes().isEmpty());
  }
}
