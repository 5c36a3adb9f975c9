package org.tocsin.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.console.Topics;
import org.tocsin.console.fixture.FreshDatabase;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Told;
import org.tocsin.console.report.Period.Kind;
import org.tocsin.console.report.Report.Money;
import org.tocsin.console.store.Database;
import org.tocsin.console.store.ReportStore;
import org.tocsin.core.cases.Task.Overdue;

/** The last night of March: what counts for which day, month and quarter, and what never counts. */
class ReportTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MARCH_31 = LocalDate.of(2026, 3, 31);

  /** Half past eleven that night, by Shanghai's clock. */
  private static final Instant NIGHT = Instant.parse("2026-03-31T15:30:00Z");

  private static final Duration NEXT_DAY = Duration.ofHours(1);

  private Database database;
  private final List<Told> told = new ArrayList<>();

  @BeforeEach
  void open() {
    database = FreshDatabase.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void tell(String topic, JsonNode record, Instant at) {
    told.add(new Told(topic, 0, told.size(), at.toEpochMilli(), record));
  }

  private void warn(String caseId, String person, Instant at) {
    ObjectNode warning = Samples.warning(caseId, 1, at).put("person", person);
    tell(Topics.WARNINGS, warning, at);
    change(caseId, person, 1, "OPEN", null, at);
  }

  private void change(
      String caseId, String person, int revision, String state, String conclusion, Instant at) {
    ObjectNode change = Samples.caseChange(caseId, revision, state, at).put("person", person);
    change.put("openedAt", Samples.time(NIGHT)).put("changedAt", Samples.time(at));
    tell(Topics.CASES, change.put("conclusion", conclusion), at);
  }

  private void outcome(String caseId, String id, String step, String result, Instant at) {
    tell(Topics.OUTCOMES, outcomeOf(caseId, id, step, result, at), at);
  }

  private static ObjectNode outcomeOf(
      String caseId, String id, String step, String result, Instant at) {
    ObjectNode outcome = Samples.rejected("desk", "x", "y");
    outcome.removeAll();
    outcome.put("source", "desk").put("eventId", id).put("eventTime", Samples.time(at));
    return outcome.put("caseId", caseId).put("step", step).put("result", result);
  }

  private void stop(String caseId, String adviceId, String reason, String state, Instant at) {
    ObjectNode advice = Samples.adviceChange(Samples.warning(caseId, 1, NIGHT), state, at);
    advice.put("adviceId", adviceId).put("kind", "STOP_PAYMENT").put("amountMinor", 5_000_000);
    tell(Topics.ADVICE, advice.put("reasonCode", reason), at);
  }

  private Report report(Kind kind, LocalDate day) {
    return report(kind, day, 5);
  }

  private Report report(Kind kind, LocalDate day, int percent) {
    new BatchWriter(database.jdbi()).write(told);
    return new ReportStore(database.jdbi(), SHANGHAI, percent)
        .report(Period.holding(kind, day), MARCH_31.plusDays(1));
  }

  @Test
  void whatHappensAfterMidnightCountsForTheNextDayMonthAndQuarter() {
    warn("before", "p-1", NIGHT);
    warn("after", "p-2", NIGHT.plus(NEXT_DAY));

    assertThat(report(Kind.DAY, MARCH_31).warningsInAll()).isEqualTo(1);
    assertThat(report(Kind.MONTH, MARCH_31).warningsInAll()).isEqualTo(1);
    assertThat(report(Kind.QUARTER, MARCH_31.plusDays(1)).warningsInAll()).isEqualTo(1);
    assertThat(report(Kind.DAY, MARCH_31.plusDays(1)).warningsInAll()).isEqualTo(1);
    assertThat(report(Kind.DAY, MARCH_31.minusDays(1)).warningsInAll()).isZero();
  }

  @Test
  void warningsAreCountedByTypeAndTierAndBySource() {
    warn("one", "p-1", NIGHT);
    ObjectNode text = Samples.warning("two", 1, NIGHT).put("person", "p-2");
    tell(Topics.WARNINGS, text.put("tier", "SMS").put("grade", "LOW"), NIGHT);

    Report report = report(Kind.DAY, MARCH_31);

    assertThat(report.warnings()).containsExactly(new Report.PatternRow("VICTIM", "V1", 1, 0, 1));
    assertThat(report.sources()).containsExactly(new Report.SourceRow("ICBC", 2, 2, 1, 0));
  }

  @Test
  void reachedIsWhoWasSpokenToAndNotWhoWasTextedOrHandedOver() {
    for (String id : List.of("called", "texted", "evaded", "handed", "by-person")) {
      warn(id, "p-" + id, NIGHT);
    }
    outcome("called", "o1", "CALL", "REACHED", NIGHT);
    outcome("called", "o2", "VISIT", "ACCEPTED", NIGHT);
    outcome("texted", "o3", "SMS", "DELIVERED", NIGHT);
    outcome("evaded", "o4", "CALL", "EVADED", NIGHT);
    ObjectNode receipt = outcomeOf("handed", "o5", "CALL", "ACCEPTED", NIGHT);
    receipt.putObject("checklist").put("handOverReceipt", "ACCEPTED");
    tell(Topics.OUTCOMES, receipt, NIGHT);
    ObjectNode ofPerson = outcomeOf(null, "o6", "CALL", "REFUSED", NIGHT.plusSeconds(60));
    tell(Topics.OUTCOMES, ofPerson.put("person", "p-by-person"), NIGHT);

    assertThat(report(Kind.DAY, MARCH_31).reached()).isEqualTo(2);
  }

  @Test
  void stoppedFrozenAndSavedAreThreeCounters() {
    warn("saved", "p-1", NIGHT);
    change("saved", "p-1", 2, "DISSUADED", "SCAM_STOPPED", NIGHT.plusSeconds(60));
    change("saved", "p-1", 3, "CLOSED", "SCAM_STOPPED", NIGHT.plus(NEXT_DAY));
    warn("paid", "p-2", NIGHT);
    stop("paid", "stop", "V1_PAYEE", "ISSUED", NIGHT);
    stop("paid", "stop", "V1_PAYEE", "ACCEPTED", NIGHT.plusSeconds(90));
    stop("paid", "freeze", "FORMAL_FREEZE", "ACCEPTED", NIGHT.plusSeconds(120));
    stop("paid", "refused", "V1_PAYEE", "REFUSED", NIGHT);

    Report march = report(Kind.DAY, MARCH_31);

    assertThat(march.stopped()).isEqualTo(new Money(1, 5_000_000));
    assertThat(march.frozen()).isEqualTo(new Money(1, 5_000_000));
    assertThat(march.saved()).isEqualTo(new Money(1, 20_000_000));
    assertThat(march.dissuaded()).isEqualTo(1);
    // The next day the case was only closed: it was saved once.
    Report april = report(Kind.DAY, MARCH_31.plusDays(1));
    assertThat(april.saved()).isEqualTo(Money.NONE);
    assertThat(april.dissuaded()).isZero();
    assertThat(april.conclusions()).containsEntry("SCAM_STOPPED", 1L);
  }

  @Test
  void aTaskCountsOnceByItsWorstColourAndUnitsBearNone() {
    warn("late", "p-1", NIGHT);
    for (String colour : List.of("NONE", "BLUE", "YELLOW")) {
      tell(Topics.TASKS, task("late", "CALL", "OPEN", colour), NIGHT);
    }
    tell(Topics.TASKS, task("late", "CALL", "DONE", "YELLOW"), NIGHT);
    tell(Topics.TASKS, task("late", "SMS", "DONE", "NONE"), NIGHT);

    Report report = report(Kind.DAY, MARCH_31);

    assertThat(report.overdue(Overdue.YELLOW)).isEqualTo(1);
    assertThat(report.overdue(Overdue.BLUE)).isZero();
    assertThat(report.units())
        .containsExactly(new Report.UnitRow("GULOU", 2, 2, 1, 0, 0, 0, 1))
        .allMatch(unit -> unit.inTimePercent() == 50);
  }

  @Test
  void unitsAndSourcesAreCrossedAndACaseCountsForTheSourceOfItsFirstWarning() {
    warn("one", "p-1", NIGHT);
    warn("two", "p-2", NIGHT);
    ObjectNode later = Samples.warning("two", 2, NIGHT.plusSeconds(5)).put("person", "p-2");
    ((ObjectNode) later.get("evidence").get(later.get("evidence").size() - 1)).put("source", "CCB");
    tell(Topics.WARNINGS, later, NIGHT.plusSeconds(5));
    tell(Topics.TASKS, task("one", "CALL", "DONE", "NONE"), NIGHT);
    tell(Topics.TASKS, task("one", "SMS", "OPEN", "YELLOW"), NIGHT);
    tell(Topics.TASKS, task("two", "CALL", "OPEN", "NONE").put("unit", "CANGSHAN"), NIGHT);
    tell(Topics.TASKS, task("unwarned", "CALL", "OPEN", "NONE").putNull("unit"), NIGHT);

    Report report = report(Kind.DAY, MARCH_31);

    assertThat(report.unitsBySource())
        .containsExactly(
            new UnitSourceRow("GULOU", "ICBC", 1, 2, 1, 1),
            new UnitSourceRow("", "", 1, 1, 0, 0),
            new UnitSourceRow("CANGSHAN", "ICBC", 1, 1, 0, 0));
    assertThat(ReportCsv.of(report))
        .contains("2026-03-31,unitSource,GULOU ICBC,pastDeadline,1\r\n");
  }

  private static ObjectNode task(String caseId, String kind, String state, String colour) {
    return Samples.task(caseId, kind, state, colour, NIGHT).put("unit", "GULOU");
  }

  @Test
  void whoHadACaseBeforeIsWarnedAgain() {
    warn("first", "p-1", NIGHT.minus(Duration.ofDays(3)));
    warn("second", "p-1", NIGHT.plusSeconds(5));
    warn("other", "p-2", NIGHT);
    warn("merged-into", "p-3", NIGHT);
    warn("merged", "p-3", NIGHT.plusSeconds(1));
    change("merged", "p-3", 2, "CLOSED", "DUPLICATE", NIGHT.plusSeconds(2));

    Report report = report(Kind.DAY, MARCH_31);

    assertThat(report.repeated()).isEqualTo(1);
  }

  @Test
  void clearedIsWhatWasOpenedAndClosedWithinTheDayTheMonthAndTheQuarter() {
    warn("same-day", "p-1", NIGHT);
    change("same-day", "p-1", 2, "CLOSED", "NOT_SCAM", NIGHT.plusSeconds(60));
    warn("next-day", "p-2", NIGHT);
    change("next-day", "p-2", 2, "CLOSED", "NOT_SCAM", NIGHT.plus(NEXT_DAY));
    warn("reopened", "p-3", NIGHT);
    change("reopened", "p-3", 2, "CLOSED", "NOT_SCAM", NIGHT.plusSeconds(60));
    change("reopened", "p-3", 3, "REOPENED", null, NIGHT.plusSeconds(90));

    List<Report.ClearedRow> cleared = report(Kind.DAY, MARCH_31).cleared();

    assertThat(cleared).extracting(row -> row.period().kind()).containsExactly(Kind.values());
    assertThat(cleared).allMatch(row -> row.opened() == 3 && row.cleared() == 1 && row.left() == 2);
  }

  @Test
  void theSampleIsTheSameHoweverOftenAndInWhateverOrderItWasTold() {
    for (int i = 0; i < 200; i++) {
      warn("case-" + i, "p-" + i, NIGHT);
      change("case-" + i, "p-" + i, 2, "CLOSED", "NOT_SCAM", NIGHT.plusSeconds(i));
    }
    Collections.shuffle(told, new Random(7));
    List<String> first = sample(report(Kind.DAY, MARCH_31, 10));

    assertThat(first).hasSizeBetween(8, 35);
    assertThat(sample(report(Kind.QUARTER, MARCH_31, 10))).isEqualTo(first);
    assertThat(sample(report(Kind.DAY, MARCH_31, 20))).containsAll(first);
    assertThat(sample(report(Kind.DAY, MARCH_31, 100))).hasSize(200);
    // Where any case was closed, one is looked at again.
    assertThat(sample(report(Kind.DAY, MARCH_31, 0))).hasSize(1);
    assertThat(sample(report(Kind.DAY, MARCH_31.minusDays(1), 100))).isEmpty();
  }

  private static List<String> sample(Report report) {
    return report.sample().stream().map(Report.SampleRow::caseId).toList();
  }

  @Test
  void theCsvHoldsEveryFigureAndNoPersonAndNoCase() {
    warn("named", "p-named", NIGHT);
    change("named", "p-named", 2, "CLOSED", "SCAM_STOPPED", NIGHT);

    String csv = ReportCsv.of(report(Kind.MONTH, MARCH_31));

    assertThat(csv)
        .startsWith("period,section,item,figure,value\r\n")
        .contains("2026-03,warnings,V1,IN_PERSON,1\r\n")
        .contains("2026-03,money,saved,amountMinor,20000000\r\n")
        .contains("2026-03,cleared,2026-Q1,left,0\r\n")
        .doesNotContain("named");
  }
}
