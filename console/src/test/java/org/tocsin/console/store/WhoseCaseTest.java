package org.tocsin.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.console.Topics;
import org.tocsin.console.fixture.FreshDatabase;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Told;
import org.tocsin.console.store.CaseFilter.Work;
import org.tocsin.console.web.Role;

/** Overdue, snoozed and mine follow from tasks and outcomes; no button sets them. */
class WhoseCaseTest {

  private static final Instant NIGHT = Instant.parse("2026-03-10T18:00:00Z");
  private static final AccountStore.Session READER =
      new AccountStore.Session("reader", Role.ANALYST, "", List.of("LAISHAN", "ZHIFU"));

  private Database database;
  private CaseStore store;
  private long order;

  @BeforeEach
  void open() {
    database = FreshDatabase.open();
    store = new CaseStore(database.jdbi());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void tell(String topic, JsonNode record) {
    new BatchWriter(database.jdbi()).write(List.of(new Told(topic, 0, order++, 0, record)));
  }

  private void aCase(String caseId, String state) {
    tell(Topics.WARNINGS, Samples.warning(caseId, 1, NIGHT));
    tell(Topics.CASES, Samples.caseChange(caseId, 1, state, NIGHT));
  }

  private void task(String caseId, String kind, String state, String overdue, String unit) {
    ObjectNode task = Samples.task(caseId, kind, state, overdue, NIGHT.plusSeconds(600));
    tell(Topics.TASKS, task.put("unit", unit));
  }

  private void outcome(String caseId, String officer, Instant at) {
    ObjectNode outcome = Samples.rejected("x", "x", "x").removeAll();
    outcome.put("eventId", "o-" + order).put("source", "desk").put("caseId", caseId);
    outcome.put("eventTime", Samples.time(at)).put("step", "CALL").put("result", "BUSY");
    tell(Topics.OUTCOMES, outcome.put("officer", officer));
  }

  private List<String> shown(Work work) {
    CaseFilter filter = CaseFilter.of(name -> name.equals("work") ? work.name() : null);
    return store.list(filter, READER).cards().stream().map(CaseCard::caseId).sorted().toList();
  }

  @Test
  void mineIsWhatAUnitOfMineHasToDo() {
    aCase("near", "OPEN");
    task("near", "VISIT", "OPEN", "NONE", "ZHIFU");
    aCase("far", "OPEN");
    task("far", "VISIT", "OPEN", "NONE", "FUSHAN");

    assertThat(shown(Work.MINE)).containsExactly("near");
  }

  @Test
  void whatWentToTheUnitAboveOrIsDoneIsNoLongerMine() {
    aCase("risen", "OPEN");
    task("risen", "VISIT", "OPEN", "BLUE", "ZHIFU");
    assertThat(shown(Work.MINE)).containsExactly("risen");
    task("risen", "VISIT", "OPEN", "YELLOW", "YANTAI");
    assertThat(shown(Work.MINE)).isEmpty();

    task("risen", "CALL", "OPEN", "NONE", "ZHIFU");
    assertThat(shown(Work.MINE)).containsExactly("risen");
    task("risen", "CALL", "DONE", "NONE", "ZHIFU");
    assertThat(shown(Work.MINE)).isEmpty();
  }

  @Test
  void mineIsAlsoTheCaseWhoseLastOutcomeIRecorded() {
    aCase("called", "OPEN");
    outcome("called", "reader", NIGHT);
    assertThat(shown(Work.MINE)).containsExactly("called");

    outcome("called", "colleague", NIGHT.plusSeconds(60));
    assertThat(shown(Work.MINE)).isEmpty();
    outcome("called", "reader", NIGHT.plusSeconds(30));
    assertThat(shown(Work.MINE)).as("one that came late").isEmpty();
  }

  @Test
  void whoHasNoUnitHasOnlyWhatTheyRecorded() {
    aCase("near", "OPEN");
    task("near", "VISIT", "OPEN", "NONE", "ZHIFU");
    AccountStore.Session other = new AccountStore.Session("other", Role.ANALYST, "", List.of());

    assertThat(store.list(CaseFilter.of(n -> n.equals("work") ? "MINE" : null), other).cards())
        .isEmpty();
  }

  @Test
  void snoozedIsACaseWithNothingToDoNow() {
    aCase("watched", "ON_WATCH");
    aCase("convinced", "DISSUADED");
    task("convinced", "FOLLOW_UP", "OPEN", "NONE", null);
    aCase("toCall", "OPEN");
    task("toCall", "CALL", "OPEN", "NONE", null);
    tell(Topics.WARNINGS, Samples.warning("notTakenUp", 1, NIGHT));

    assertThat(shown(Work.SNOOZED)).containsExactly("convinced", "watched");
    assertThat(shown(Work.DUE)).containsExactly("notTakenUp", "toCall");
  }

  @Test
  void aFollowUpWhoseTimeIsNearWakesItsCase() {
    aCase("convinced", "DISSUADED");
    task("convinced", "FOLLOW_UP", "OPEN", "NONE", null);
    task("convinced", "FOLLOW_UP", "OPEN", "BLUE", null);

    assertThat(shown(Work.SNOOZED)).isEmpty();
    assertThat(shown(Work.DUE)).containsExactly("convinced");
  }

  @Test
  void aClosedCaseIsNotSnoozed() {
    aCase("over", "CLOSED");
    CaseFilter all =
        CaseFilter.of(name -> name.equals("work") ? "SNOOZED" : name.equals("state") ? "all" : "");

    assertThat(store.list(all, READER).cards()).isEmpty();
  }

  @Test
  void overdueIsTheDeepestColourOfItsOpenTasks() {
    aCase("late", "OPEN");
    task("late", "VISIT", "OPEN", "YELLOW", null);
    task("late", "CALL", "OPEN", "RED", null);
    assertThat(store.find("late").orElseThrow().card().overdue().name()).isEqualTo("RED");

    task("late", "CALL", "DONE", "RED", null);
    assertThat(store.find("late").orElseThrow().card().overdue().name()).isEqualTo("YELLOW");
  }
}
