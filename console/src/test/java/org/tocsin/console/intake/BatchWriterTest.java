package org.tocsin.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.console.Topics;
import org.tocsin.console.fixture.Desk;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.store.CaseCard;
import org.tocsin.console.store.CaseFile;
import org.tocsin.console.store.CaseStore;
import org.tocsin.console.store.Database;
import org.tocsin.console.store.SourceStore;
import org.tocsin.core.cases.Task;
import org.tocsin.core.warning.Grade;

/** What the topics tell is stored once, whatever the order and however often it is told. */
class BatchWriterTest {

  private static final Instant NIGHT = Instant.parse("2026-03-01T18:00:00Z");

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Database database;
  private static BatchWriter writer;
  private static CaseStore cases;
  private long offset;

  @BeforeAll
  static void start() throws IOException {
    postgres = Desk.postgres(folder);
    database = Database.open(Desk.settings(postgres, "localhost:1"));
    writer = new BatchWriter(database.jdbi());
    cases = new CaseStore(database.jdbi());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shuffledAndRepeatedMessagesGiveTheSameCase(long seed) {
    // given the life of one case, as the jobs tell it
    List<Told> story = story("straight-" + seed);
    writer.write(story);
    CaseFile straight = cases.find("straight-" + seed).orElseThrow();

    // when another case's same story arrives shuffled, in small batches, some of it twice
    List<Told> shuffled = story("shuffled-" + seed);
    shuffled.addAll(story("shuffled-" + seed).subList(0, 5));
    Collections.shuffle(shuffled, new Random(seed));
    for (int i = 0; i < shuffled.size(); i += 2) {
      writer.write(shuffled.subList(i, Math.min(shuffled.size(), i + 2)));
    }

    // then the pages show the same
    CaseFile mixed = cases.find("shuffled-" + seed).orElseThrow();
    assertThat(withoutId(mixed.card())).isEqualTo(withoutId(straight.card()));
    assertThat(mixed.warnings()).hasSameSizeAs(straight.warnings());
    assertThat(mixed.changes()).isEqualTo(straight.changes());
    assertThat(mixed.tasks()).hasSameSizeAs(straight.tasks());
    assertThat(mixed.advice().get(0).get("state").asText()).isEqualTo("ACCEPTED");
  }

  @Test
  void aCaseIsSeenFromItsFirstWarningOn() {
    writer.write(List.of(told(Topics.WARNINGS, Samples.warning("only-warned", 1, NIGHT))));

    CaseCard card = cases.find("only-warned").orElseThrow().card();

    assertThat(card.state()).isNull();
    assertThat(card.grade()).isEqualTo(Grade.URGENT);
    assertThat(card.amountMinor()).isEqualTo(20_000_000L);
  }

  @Test
  void aTaskThatIsDoneStaysDoneWhenItsOpeningIsToldAgain() {
    writer.write(List.of(told(Topics.CASES, Samples.caseChange("done", 1, "OPEN", NIGHT))));
    writer.write(List.of(told(Topics.TASKS, Samples.task("done", "CALL", "OPEN", "RED", NIGHT))));
    writer.write(List.of(told(Topics.TASKS, Samples.task("done", "CALL", "DONE", "NONE", NIGHT))));

    writer.write(List.of(told(Topics.TASKS, Samples.task("done", "CALL", "OPEN", "BLUE", NIGHT))));

    CaseFile file = cases.find("done").orElseThrow();
    assertThat(file.tasks()).singleElement().matches(task -> task.state().equals("DONE"));
    assertThat(file.card().nextTask()).isNull();
    assertThat(file.card().overdue()).isEqualTo(Task.Overdue.NONE);
  }

  @Test
  void aRecordThatCannotBeStoredIsPassedOverAndTheOthersAreKept() {
    // given a record without a required field and one whose grade this desk does not know
    ObjectNode lacking = Samples.caseChange("lacking", 1, "OPEN", NIGHT);
    lacking.remove("state");
    ObjectNode strange = Samples.caseChange("strange", 1, "OPEN", NIGHT).put("grade", "EXTREME");
    ObjectNode odd = Samples.caseChange("odd\u0000id", 1, "OPEN", NIGHT);

    // when they come between good ones
    BatchWriter.Written written =
        writer.write(
            List.of(
                told(Topics.CASES, Samples.caseChange("good-1", 1, "OPEN", NIGHT)),
                told(Topics.CASES, lacking),
                told(Topics.CASES, strange),
                told(Topics.CASES, odd),
                told(Topics.CASES, Samples.caseChange("good-2", 1, "OPEN", NIGHT))));

    // then only they are missing, and each is told with why
    assertThat(written.unusable()).hasSize(2).allSatisfy(u -> assertThat(u.why()).isNotBlank());
    assertThat(cases.find("good-1")).isPresent();
    assertThat(cases.find("good-2")).isPresent();
  }

  @Test
  void refusedRecordsAreCountedOncePerSourceAndCode() {
    Told first = told(Topics.REJECTED, Samples.rejected("CMCC", "MISSING_FIELD", "0:17"));
    Told second = told(Topics.REJECTED, Samples.rejected("CMCC", "MISSING_FIELD", "0:18"));

    writer.write(List.of(first, second, first));
    writer.write(List.of(second));

    assertThat(new SourceStore(database.jdbi()).refused())
        .filteredOn(refused -> refused.source().equals("CMCC"))
        .singleElement()
        .matches(refused -> refused.records() == 2);
  }

  private List<Told> story(String caseId) {
    JsonNode first = Samples.warning(caseId, 1, NIGHT);
    return new ArrayList<>(
        List.of(
            told(Topics.WARNINGS, first),
            told(Topics.CASES, Samples.caseChange(caseId, 1, "OPEN", NIGHT)),
            told(Topics.TASKS, Samples.task(caseId, "CALL", "OPEN", "NONE", NIGHT)),
            told(Topics.TASKS, Samples.task(caseId, "CALL", "OPEN", "BLUE", NIGHT)),
            told(Topics.TASKS, Samples.task(caseId, "CALL", "FAILED", "BLUE", NIGHT)),
            told(Topics.TASKS, Samples.task(caseId, "VISIT", "OPEN", "YELLOW", NIGHT)),
            told(Topics.ADVICE, Samples.adviceChange(first, "ISSUED", NIGHT)),
            told(Topics.ADVICE, Samples.adviceChange(first, "ACCEPTED", NIGHT.plusSeconds(5))),
            told(Topics.WARNINGS, Samples.warning(caseId, 2, NIGHT.plusSeconds(60))),
            told(Topics.CASES, Samples.caseChange(caseId, 2, "CONTACTED", NIGHT))));
  }

  private Told told(String topic, JsonNode body) {
    return new Told(topic, 0, offset++, NIGHT.toEpochMilli(), body);
  }

  private static List<Object> withoutId(CaseCard c) {
    return java.util.Arrays.asList(
        c.owner(),
        c.state(),
        c.revision(),
        c.grade(),
        c.tier(),
        c.openedAt(),
        c.changedAt(),
        c.warnings(),
        c.reasonEn(),
        c.amountMinor(),
        c.region(),
        c.nextTask(),
        c.nextDue(),
        c.overdue(),
        c.closed());
  }
}
