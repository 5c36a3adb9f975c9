package org.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.console.fixture.Desk;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.fixture.Visitor;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Told;
import org.tocsin.console.store.AccountStore;
import org.tocsin.console.store.RetentionStore;
import org.tocsin.console.web.Passwords;
import org.tocsin.console.web.Role;

/** What people see of the operator's queue. Its word on the way to the job is in DeskIT. */
class QueueOverHttpTest {

  @TempDir static Path folder;
  private static Desk desk;
  private static Jdbi jdbi;

  @BeforeAll
  static void start() throws IOException {
    desk = Desk.start(folder, "127.0.0.1:1");
    jdbi = Jdbi.create(desk.postgres().getPostgresDatabase());
    new AccountStore(jdbi).add("night", Passwords.hash(Desk.PASSWORD), Role.ANALYST);
  }

  @AfterAll
  static void stop() throws IOException {
    desk.close();
  }

  @BeforeEach
  void nothingWaits() {
    jdbi.useHandle(h -> h.execute("delete from queue_line"));
  }

  private static BatchWriter.Written tell(JsonNode... records) {
    return new BatchWriter(jdbi)
        .write(
            java.util.Arrays.stream(records)
                .map(record -> new Told(Topics.QUEUE, 0, 0, 0, record))
                .toList());
  }

  private static ObjectNode held(String caseId, String pattern) {
    return Samples.queued(caseId, pattern, "HELD", Instant.now());
  }

  private static ObjectNode word(String caseId, String pattern, String state) {
    return Samples.queued(caseId, pattern, state, Instant.now());
  }

  private static Visitor signedIn(String user) {
    Visitor visitor = new Visitor(desk.server().address());
    visitor.signIn(user, Desk.PASSWORD);
    visitor.post("/preferences", Map.of("csrf", visitor.csrf("/cases"), "language", "en"));
    return visitor;
  }

  private static String page() {
    return signedIn(Desk.USER).get("/queue").body();
  }

  @Test
  void aPatternThatIsHeldBackStandsOnThePageWithItsFigures() {
    new BatchWriter(jdbi)
        .write(
            List.of(new Told(Topics.WARNINGS, 0, 0, 0, Samples.warning("q-1", 1, Instant.now()))));
    tell(held("q-1", "V3"), held("q-2", "V3"), held("q-3", "B2"));

    assertThat(page())
        .contains("data-pattern=\"V3\"", "data-pattern=\"B2\"", ">412<", ">24<")
        .contains("47-minute call", "/cases/q-1", "V3: 412 warnings in PT1H")
        .contains("Held back: 3")
        .doesNotContain("p-4f1c");
  }

  @Test
  void theNumberThatWaitsStandsOnEveryPageAndComesWithTheLiveList() {
    tell(held("q-1", "V3"), held("q-2", "V3"));
    Visitor analyst = signedIn("night");

    for (String path : List.of("/cases", "/deliveries", "/queue", "/nothing-here")) {
      assertThat(analyst.get(path).body()).as(path).contains("Held back: 2");
    }
    String part = analyst.get("/cases", "HX-Request", "true").body();
    assertThat(part).contains("hx-swap-oob=\"true\"", "Held back: 2").doesNotContain("<html");

    tell(word("q-1", "V3", "RELEASED"), word("q-2", "V3", "DROPPED"));
    assertThat(analyst.get("/queue").body())
        .contains("Nothing is held back")
        .doesNotContain("Held back: ", "class=\"badge\"");
  }

  @Test
  void aWordToldAgainOrTooEarlyChangesNothing() {
    tell(held("q-1", "V3"), word("q-1", "V3", "RELEASED"), held("q-1", "V3"));
    tell(word("q-2", "V3", "DROPPED"), held("q-2", "V3"));

    assertThat(page()).contains("Nothing is held back");
  }

  @Test
  void onlyASupervisorDecidesAndOnlyWithTheFormsToken() {
    tell(held("q-1", "V3"));
    Visitor analyst = signedIn("night");
    assertThat(analyst.get("/queue").body()).contains("q-1").doesNotContain("Let all go on");
    assertThat(decide(analyst, "pattern:V3", "RELEASE").statusCode()).isEqualTo(403);

    Visitor supervisor = signedIn(Desk.USER);
    assertThat(
            supervisor
                .post("/queue/decide", Map.of("about", "pattern:V3", "word", "DROP"))
                .statusCode())
        .isEqualTo(403);
    assertThat(new Visitor(desk.server().address()).get("/queue").statusCode()).isEqualTo(302);
  }

  @Test
  void aWordThatMeansNothingOrComesTooLateGetsAnAnswer() {
    tell(held("q-1", "V3"));
    Visitor supervisor = signedIn(Desk.USER);

    assertThat(decide(supervisor, "pattern:V3", "PERHAPS").statusCode()).isEqualTo(400);
    assertThat(decide(supervisor, "", "DROP").statusCode()).isEqualTo(400);
    for (String gone : List.of("pattern:V9", "pattern:", "q-9", "pattern:';--")) {
      HttpResponse<String> answer = decide(supervisor, gone, "DROP");
      assertThat(answer.statusCode()).as(gone).isEqualTo(409);
      assertThat(answer.body()).contains("NOTHING_HELD");
    }
  }

  @Test
  void withoutABrokerItSaysSoAndTheQueueStays() {
    tell(held("q-1", "V3"));

    HttpResponse<String> answer = decide(signedIn(Desk.USER), "q-1", "RELEASE");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("BROKER_AWAY", "Held back: 1");
  }

  @Test
  void anOutcomeNoCaseCouldUseIsSeenWithTheReason() {
    tell(Samples.unmatched("o-1", "UNKNOWN_CASE", Instant.now()));
    tell(Samples.unmatched("o-2", "A_NEW_CODE", Instant.now()));

    assertThat(page())
        .contains("96110", "o-1", "no such case, or none of this person", "A_NEW_CODE")
        .contains("Nothing is held back");
  }

  @Test
  void whatIsNoLineOfTheQueueIsPassedOverAndTheGoodBesideItGoesOn() {
    ObjectNode broken = held("q-1", "V3");
    broken.remove("state");
    ObjectNode odd = held("q-2", "V3").put("goesOnAt", "later");
    ObjectNode old = held("q-3", "V3");
    old.remove(List.of("recent", "usual", "goesOnAt", "grade"));

    assertThat(tell(broken, odd, old).unusable()).hasSize(2);
    assertThat(page()).contains("q-3").doesNotContain("q-1", "q-2", "Exception");
  }

  @Test
  void aLongQueueShowsWhatGoesOnSoonestAndSaysSo() {
    ObjectNode[] many =
        java.util.stream.IntStream.range(0, 130)
            .mapToObj(i -> held("q-" + i, "V3"))
            .toArray(ObjectNode[]::new);
    tell(many);

    assertThat(page()).contains("100 of 130 shown");
  }

  @Test
  void whatIsOldEnoughIsDeleted() {
    tell(held("q-1", "V3"));

    Instant later = Instant.now().plus(Duration.ofMinutes(1));
    Map<String, Integer> deleted =
        new RetentionStore(jdbi).delete(Instant.EPOCH, later, Instant.EPOCH);

    assertThat(deleted).containsEntry("queue", 1);
  }

  private static HttpResponse<String> decide(Visitor visitor, String about, String word) {
    return visitor.post(
        "/queue/decide",
        Map.of("csrf", visitor.csrf("/queue"), "form", "f", "about", about, "word", word));
  }
}
