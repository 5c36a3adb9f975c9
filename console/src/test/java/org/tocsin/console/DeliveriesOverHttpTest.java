package org.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.console.delivery.Delivery;
import org.tocsin.console.delivery.Signature;
import org.tocsin.console.fixture.Desk;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.fixture.Visitor;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Told;
import org.tocsin.console.store.DeliveryStore;

/** What people and providers see of deliveries: the page and the reports. */
class DeliveriesOverHttpTest {

  @TempDir static Path folder;
  private static Desk desk;
  private static Jdbi jdbi;

  @BeforeAll
  static void start() throws IOException {
    desk = Desk.start(folder, "127.0.0.1:1");
    jdbi = Jdbi.create(desk.postgres().getPostgresDatabase());
  }

  @AfterAll
  static void stop() throws IOException {
    desk.close();
  }

  private static void tell(String topic, JsonNode record) {
    new BatchWriter(jdbi).write(List.of(new Told(topic, 0, 0, 0, record)));
  }

  /** As the dispatcher leaves it: an accepted call, a dead SMS whose failure was told. */
  private static Delivery settled(String caseId, String kind, DeliveryStore.Settled settled) {
    tell(Topics.WARNINGS, Samples.warning(caseId, 1, Instant.now()));
    tell(Topics.TASKS, Samples.task(caseId, kind, "OPEN", "NONE", Instant.now().plusSeconds(60)));
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update delivery set state = :s, tries = 1, problem = :p, result = :r,"
                        + " next_at = now() + interval '1 hour'"
                        + " where case_id = :c")
                .bind("s", settled.state().name())
                .bind("p", settled.problem())
                .bind("r", settled.result())
                .bind("c", caseId)
                .execute());
    return new Delivery(
        "t-" + caseId + "-" + kind,
        1,
        caseId,
        "p-4f1c",
        Delivery.Kind.valueOf(kind),
        1,
        Instant.now(),
        Instant.now());
  }

  private static DeliveryStore.Settled as(Delivery.State state, String result, String problem) {
    return new DeliveryStore.Settled(state, Instant.now(), "webhook", null, result, problem);
  }

  private static HttpResponse<String> report(String body, String secret, Instant at) {
    String signed = new Signature(secret).sign(at, body.getBytes(StandardCharsets.UTF_8));
    return new Visitor(desk.server().address())
        .post(
            "/v1/delivery-reports",
            body,
            Signature.TIME_HEADER,
            Long.toString(at.getEpochSecond()),
            Signature.HEADER,
            signed);
  }

  private static String state(String caseId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select state || ' ' || coalesce(result, '') from delivery where case_id = :c")
                .bind("c", caseId)
                .mapTo(String.class)
                .one());
  }

  @Test
  void aSignedReportSettlesWhatItsSenderWasGivenAndNothingElse() {
    Delivery call = settled("reported", "CALL", as(Delivery.State.ACCEPTED, null, null));
    Delivery sms = settled("not-theirs", "SMS", as(Delivery.State.ACCEPTED, null, null));
    String body = "{\"key\":\"%s\",\"result\":\"%s\"}";
    String good = body.formatted(call.key(), "NO_ANSWER");

    assertThat(report(good, "another secret of theirs", Instant.now()).statusCode()).isEqualTo(401);
    Instant old = Instant.now().minus(Duration.ofMinutes(6));
    assertThat(report(good, Desk.CALL_SECRET, old).statusCode()).isEqualTo(401);
    assertThat(report("{}", Desk.CALL_SECRET, Instant.now()).statusCode()).isEqualTo(422);
    assertThat(report("[broken", Desk.CALL_SECRET, Instant.now()).statusCode()).isEqualTo(422);
    assertThat(state("reported")).isEqualTo("ACCEPTED ");

    assertThat(report(good, Desk.CALL_SECRET, Instant.now()).statusCode()).isEqualTo(204);
    assertThat(state("reported")).isEqualTo("DONE NO_ANSWER");
    report(body.formatted(sms.key(), "REACHED"), Desk.CALL_SECRET, Instant.now());
    assertThat(state("not-theirs")).isEqualTo("ACCEPTED ");
  }

  /** This desk hands calls over, and has nobody to send SMS. */
  @Test
  void whatNoChannelSendsDoesNotStandAsToBeSent() {
    settled("no-channel", "SMS", as(Delivery.State.WAITING, null, null));
    settled("by-channel", "CALL", as(Delivery.State.WAITING, null, null));
    Visitor visitor = new Visitor(desk.server().address());
    visitor.signIn(Desk.USER, Desk.PASSWORD);

    assertThat(visitor.get("/deliveries").body())
        .contains("data-count=\"SMS-WAITING\">–<")
        .containsPattern("data-count=\"CALL-WAITING\">[1-9]");
  }

  @Test
  void deadLettersStandOnThePageAndASupervisorSendsThemAgain() {
    Delivery call = settled("dead-call", "CALL", as(Delivery.State.DEAD, null, "HTTP_503"));
    settled("dead-sms", "SMS", as(Delivery.State.DEAD, "FAILED", "NO_NUMBER"));
    Visitor supervisor = new Visitor(desk.server().address());
    supervisor.signIn(Desk.USER, Desk.PASSWORD);
    supervisor.post("/preferences", Map.of("csrf", supervisor.csrf("/cases"), "language", "en"));

    String page = supervisor.get("/deliveries").body();

    assertThat(page)
        .contains("dead-call", "dead-sms", "no number is known", "Send again", "webhook 127.0.0.1")
        .doesNotContain("p-4f1c", Desk.CALL_SECRET);
    // A failure that was told is the process' to repeat, not the page's.
    assertThat(again(supervisor, "t-dead-sms-SMS").statusCode()).isEqualTo(409);
    assertThat(again(supervisor, call.taskId()).statusCode()).isEqualTo(302);
    assertThat(state("dead-call")).isEqualTo("WAITING ");
  }

  private static HttpResponse<String> again(Visitor visitor, String taskId) {
    return visitor.post(
        "/deliveries/again",
        Map.of("csrf", visitor.csrf("/deliveries"), "task", taskId, "attempt", "1", "case", "c"));
  }
}
