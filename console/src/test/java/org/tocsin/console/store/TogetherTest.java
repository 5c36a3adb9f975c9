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

/**
 * Persons of one household, one company or one payee are seen together while their cases are open.
 */
class TogetherTest {

  private static final Instant NIGHT = Instant.parse("2026-03-01T18:00:00Z");

  private Database database;
  private TogetherStore together;

  @BeforeEach
  void open() {
    database = FreshDatabase.open();
    together = new TogetherStore(database.jdbi());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void tell(String topic, JsonNode record) {
    new BatchWriter(database.jdbi()).write(List.of(new Told(topic, 0, 0, 0, record)));
  }

  private void warn(String caseId, String person, String payee) {
    ObjectNode warning = Samples.warning(caseId, 1, NIGHT).put("person", person);
    warning.put("subject", person);
    ((ObjectNode) warning.get("advice").get(0)).put("account", payee);
    tell(Topics.WARNINGS, warning);
    tell(Topics.CASES, change(caseId, person, 1, "OPEN"));
  }

  private static ObjectNode change(String caseId, String person, int revision, String state) {
    return Samples.caseChange(caseId, revision, state, NIGHT).put("person", person);
  }

  private void warnOfPhone(String caseId, String person, String phone) {
    ObjectNode warning = Samples.warning(caseId, 1, NIGHT).put("person", person);
    warning.put("subjectKind", "PHONE").put("subject", phone).putArray("advice");
    tell(Topics.WARNINGS, warning);
    tell(Topics.CASES, change(caseId, person, 1, "OPEN"));
  }

  private void cluster(int revision, String... persons) {
    ObjectNode link = Samples.rejected("x", "x", "x");
    link.removeAll();
    link.put("linkId", "l-1").put("kind", "CLUSTER").put("revision", revision);
    for (String person : persons) {
      link.withArray("members")
          .addObject()
          .put("subjectKind", "PERSON")
          .put("subject", person)
          .put("because", "one device");
    }
    tell(Topics.LINKS, link);
  }

  private List<String> with(String caseId) {
    return together.of(caseId).others().stream().map(TogetherStore.Other::caseId).toList();
  }

  @Test
  void casesThatPayOneAccountAreSeenTogetherFromBothSides() {
    warn("mother", "p-1", "a-gang");
    warn("father", "p-2", "a-gang");
    warn("stranger", "p-3", "a-other");

    assertThat(with("mother")).containsExactly("father");
    assertThat(with("father")).containsExactly("mother");
    assertThat(with("stranger")).isEmpty();
    TogetherStore.Group group = together.of("mother");
    assertThat(group.amountMinor()).isEqualTo(20_000_000);
    assertThat(group.others().get(0).shared())
        .containsExactly(new TogetherStore.Shared("ACCOUNT", "a-gang"));
  }

  @Test
  void aContactPhoneThatSeveralGaveBringsThemTogether() {
    warnOfPhone("first", "p-1", "n-shared");
    warnOfPhone("second", "p-2", "n-shared");

    assertThat(with("first")).containsExactly("second");
  }

  @Test
  void theAccountAnOfficerNamesBringsCasesTogether() {
    warn("named", "p-1", "a-1");
    warn("owner-of-it", "p-2", "a-2");
    ObjectNode outcome = Samples.rejected("x", "x", "x");
    outcome.removeAll();
    outcome.put("source", "desk").put("eventId", "o-1").put("eventTime", Samples.time(NIGHT));
    outcome.put("caseId", "named").put("account", "a-2");
    tell(Topics.OUTCOMES, outcome.put("step", "CALL").put("result", "REACHED"));

    assertThat(with("named")).containsExactly("owner-of-it");
  }

  @Test
  void closedCasesAreNotShown() {
    warn("open", "p-1", "a-gang");
    warn("closed", "p-2", "a-gang");
    tell(Topics.CASES, change("closed", "p-2", 2, "CLOSED"));

    assertThat(with("open")).isEmpty();
  }

  @Test
  void aClusterOfTheLinkingJobCountsInItsNewestRevisionOnly() {
    warn("one", "p-1", "a-1");
    warn("two", "p-2", "a-2");
    warn("three", "p-3", "a-3");

    cluster(2, "p-1", "p-2");
    cluster(1, "p-1", "p-2", "p-3");

    assertThat(with("one")).containsExactly("two");
    assertThat(together.of("one").others().get(0).because()).isEqualTo("one device");
    cluster(3, "p-1", "p-3");
    assertThat(with("one")).containsExactly("three");
    assertThat(with("two")).isEmpty();
  }

  @Test
  void ofVeryManyTheGravestAreShownAndAllAreCounted() {
    for (int i = 0; i < 30; i++) {
      warn("victim-" + i, "p-" + i, "a-gang");
    }

    TogetherStore.Group group = together.of("victim-0");

    assertThat(group.others()).hasSize(20);
    assertThat(group.cases()).isEqualTo(29);
  }
}
