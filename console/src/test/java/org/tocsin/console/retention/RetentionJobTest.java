package org.tocsin.console.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.console.Topics;
import org.tocsin.console.fixture.FreshDatabase;
import org.tocsin.console.fixture.MovingClock;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Told;
import org.tocsin.console.store.CaseStore;
import org.tocsin.console.store.Database;
import org.tocsin.console.store.DisclosureStore;
import org.tocsin.console.store.DisclosureStore.Purpose;
import org.tocsin.console.store.RetentionStore;

/** What is kept long enough goes, whole; what is not stays, whole. */
class RetentionJobTest {

  private static final RetentionSettings STANDARD = RetentionSettings.standard();

  /** Everything that a case leaves in the database. */
  private static final List<String> TABLES =
      List.of(
          "warning",
          "advice_change",
          "case_change",
          "task_change",
          "outcome",
          "delivery",
          "case_token",
          "case_card");

  private final Instant begin = Instant.now();
  private final MovingClock clock = new MovingClock(begin);
  private Database database;
  private RetentionJob job;

  @BeforeEach
  void open() {
    database = FreshDatabase.open();
    job =
        new RetentionJob(
            new RetentionStore(database.jdbi()), STANDARD, clock, new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void tell(String topic, JsonNode record) {
    new BatchWriter(database.jdbi()).write(List.of(new Told(topic, 0, 0, 0, record)));
  }

  private void wholeCase(String caseId, String lastState) {
    ObjectNode warning = Samples.warning(caseId, 1, begin).put("person", "p-" + caseId);
    tell(Topics.WARNINGS, warning);
    tell(Topics.ADVICE, Samples.adviceChange(warning, "ISSUED", begin));
    tell(Topics.CASES, Samples.caseChange(caseId, 1, "OPEN", begin).put("person", "p-" + caseId));
    tell(Topics.TASKS, Samples.task(caseId, "SMS", "OPEN", "NONE", begin));
    tell(Topics.OUTCOMES, outcome(caseId, "o-" + caseId));
    tell(
        Topics.CASES, Samples.caseChange(caseId, 2, lastState, begin).put("person", "p-" + caseId));
  }

  private ObjectNode outcome(String caseId, String id) {
    ObjectNode outcome = Samples.rejected("x", "x", "x");
    outcome.removeAll();
    outcome.put("source", "desk").put("eventId", id).put("eventTime", Samples.time(begin));
    return outcome.put("caseId", caseId).put("step", "CALL").put("result", "REACHED");
  }

  private long rows(String table) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  private void deleteAll() {
    while (job.round()) {
      // Little at a time.
    }
  }

  @Test
  void aClosedCaseGoesAfterThreeYearsWithAllThatBelongsToIt() {
    wholeCase("closed", "CLOSED");
    for (String table : TABLES) {
      assertThat(rows(table)).as(table).isPositive();
    }

    clock.pass(STANDARD.cases().plusMinutes(1));
    deleteAll();

    for (String table : TABLES) {
      assertThat(rows(table)).as(table).isZero();
    }
  }

  @Test
  void aDayBeforeItIsStillWhole() {
    wholeCase("closed", "CLOSED");

    clock.pass(STANDARD.cases().minus(Duration.ofDays(1)));
    deleteAll();

    CaseStore cases = new CaseStore(database.jdbi());
    assertThat(cases.find("closed").orElseThrow().outcomes()).hasSize(1);
    assertThat(cases.find("closed").orElseThrow().warnings()).hasSize(1);
  }

  @Test
  void anOpenCaseStaysHoweverOldItIs() {
    wholeCase("open", "SUPERVISED");

    clock.pass(STANDARD.cases().multipliedBy(2));
    deleteAll();

    assertThat(new CaseStore(database.jdbi()).find("open")).isPresent();
    assertThat(rows("outcome")).isEqualTo(1);
  }

  @Test
  void outcomesAndRefusalsThatBelongToNoCaseGoAfterThirtyDays() {
    tell(Topics.OUTCOMES, outcome("nobody-knows", "o-1"));
    tell(Topics.REJECTED, Samples.rejected("CMCC", "MISSING_FIELD", "0:17"));

    clock.pass(STANDARD.events().minusDays(1));
    deleteAll();
    assertThat(rows("outcome")).isEqualTo(1);
    clock.pass(Duration.ofDays(2));
    deleteAll();

    assertThat(rows("outcome")).isZero();
    assertThat(rows("rejected_record")).isZero();
    // How many there were is no personal datum, and stays.
    assertThat(rows("rejected_count")).isEqualTo(1);
  }

  @Test
  void aMessageThatEndedGoesAfterTwoHundredDaysAndOneToBeToldStays() {
    wholeCase("open", "CONTACTED");
    wholeCase("untold", "CONTACTED");
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "update delivery set state = 'DONE', result = 'DELIVERED',"
                        + " told_at = case when case_id = 'open' then now() end"));

    clock.pass(STANDARD.deliveries().plusDays(1));
    deleteAll();

    assertThat(rows("delivery")).isEqualTo(1);
  }

  @Test
  void theLogsStayWhenTheCaseIsGone() {
    wholeCase("closed", "CLOSED");
    new DisclosureStore(database.jdbi()).shown("closed", "officer", Purpose.CASE_WORK);

    clock.pass(STANDARD.cases().multipliedBy(2));
    deleteAll();

    assertThat(rows("disclosure")).isEqualTo(1);
  }
}
