package org.tocsin.console.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
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
import org.tocsin.console.lead.Lead;
import org.tocsin.console.lead.LeadCsv;
import org.tocsin.console.report.Period;

/** One lead for each person or group, with both cards on it, not forty warnings for one mule. */
class LeadStoreTest {

  private static final java.time.ZoneId ZONE = java.time.ZoneId.of("Asia/Shanghai");

  /** Two in the morning of 11 March at the centre, the day before in UTC. */
  private static final Instant NIGHT = Instant.parse("2026-03-10T18:00:00Z");

  private Database database;
  private LeadStore store;

  @BeforeEach
  void open() {
    database = FreshDatabase.open();
    store = new LeadStore(database.jdbi());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void tell(String topic, JsonNode record) {
    new BatchWriter(database.jdbi()).write(List.of(new Told(topic, 0, 0, 0, record)));
  }

  private static ObjectNode mule(String person, String pattern, String kind, String card) {
    ObjectNode warning = Samples.warning("case-" + person, 1, NIGHT).put("person", person);
    warning.put("warningId", "w-" + person + "-" + card).put("lane", "MULE");
    warning.put("pattern", pattern).put("subjectKind", kind).put("subject", card);
    warning.put("grade", "MEDIUM").put("tier", "CALL");
    warning.withArray("advice").removeAll();
    return warning;
  }

  private void warn(ObjectNode warning, Instant at) {
    tell(Topics.WARNINGS, warning.put("detectedAt", Samples.time(at)));
  }

  private void cluster(String linkId, int revision, String... members) {
    ObjectNode link = Samples.rejected("x", "x", "x").removeAll();
    link.put("linkId", linkId).put("kind", "CLUSTER").put("revision", revision);
    for (String member : members) {
      link.withArray("members").addObject().put("subject", member).put("because", "one device");
    }
    tell(Topics.LINKS, link);
  }

  private List<Lead> leads(String day) {
    Period period = Period.of("day", day, java.time.LocalDate.EPOCH);
    return store.of(period.from(ZONE), period.to(ZONE), null);
  }

  private Lead theLead() {
    List<Lead> leads = leads("2026-03-11");
    assertThat(leads).hasSize(1);
    return leads.get(0);
  }

  @Test
  void fortyWarningsForOneMuleAreOneLeadWithBothCards() {
    for (int i = 0; i < 39; i++) {
      ObjectNode warning = mule("p-1", "B2", "ACCOUNT", "a-1").put("warningId", "w-" + i);
      warn(warning.put("revision", i + 1), NIGHT.plusSeconds(i));
    }
    warn(mule("p-1", "P1", "PHONE", "t-1").put("revision", 40), NIGHT.plusSeconds(60));

    Lead lead = theLead();
    assertThat(lead.warnings()).isEqualTo(40);
    assertThat(lead.leadId()).isEqualTo("case-p-1");
    assertThat(lead.accounts()).containsExactly("a-1");
    assertThat(lead.phones()).containsExactly("t-1");
    assertThat(lead.patterns()).containsExactly("B2", "P1");
    // All of them rest on the same two calls and one transfer.
    assertThat(lead.events()).isEqualTo(3);
    assertThat(lead.first()).isEqualTo(NIGHT);
  }

  @Test
  void moreThanAListCanHoldIsToldAndNeverCut() {
    LeadStore small = new LeadStore(database.jdbi(), 2);
    Period day = Period.of("day", "2026-03-11", java.time.LocalDate.EPOCH);
    warn(mule("p-1", "B2", "ACCOUNT", "a-1"), NIGHT);
    warn(mule("p-2", "B2", "ACCOUNT", "a-2"), NIGHT);
    assertThat(small.of(day.from(ZONE), day.to(ZONE), null)).hasSize(2);

    warn(mule("p-3", "B2", "ACCOUNT", "a-3").put("region", "110105"), NIGHT);

    assertThatThrownBy(() -> small.of(day.from(ZONE), day.to(ZONE), null))
        .isInstanceOf(LeadStore.TooManyLeadsException.class);
    assertThat(small.of(day.from(ZONE), day.to(ZONE), "11")).hasSize(1);
  }

  @Test
  void aWarningToldTwiceCountsOnceAndTheIdStays() {
    warn(mule("p-1", "B2", "ACCOUNT", "a-1"), NIGHT);
    String id = theLead().leadId();
    warn(mule("p-1", "B2", "ACCOUNT", "a-1"), NIGHT);
    warn(mule("p-1", "B2", "ACCOUNT", "a-1").put("revision", 2), NIGHT.plusSeconds(9));

    assertThat(theLead().warnings()).isEqualTo(1);
    assertThat(theLead().leadId()).isEqualTo(id);
  }

  @Test
  void aGroupIsOneLeadWithItsVictimsAlsoWhenOnlyACardLinksThem() {
    warn(mule("p-1", "B2", "ACCOUNT", "a-1"), NIGHT);
    warn(mule("p-2", "B2", "ACCOUNT", "a-2"), NIGHT);
    warn(mule("p-3", "B2", "ACCOUNT", "a-3"), NIGHT);
    tell(Topics.WARNINGS, Samples.warning("victim", 1, NIGHT));
    assertThat(leads("2026-03-11")).hasSize(3);

    cluster("l-1", 1, "p-1", "a-2", "p-4f1c");

    List<Lead> leads = leads("2026-03-11");
    assertThat(leads).hasSize(2);
    assertThat(leads.get(0).leadId()).isEqualTo("l-1");
    assertThat(leads.get(0).persons()).containsExactly("p-1", "p-2");
    assertThat(leads.get(0).victims()).isEqualTo(1);

    cluster("l-1", 2, "p-1", "a-2", "p-3", "p-4f1c");
    assertThat(theLead().persons()).containsExactly("p-1", "p-2", "p-3");
  }

  @Test
  void whoStandsInTwoClustersIsOneLeadWithBoth() {
    warn(mule("p-1", "B2", "ACCOUNT", "a-1"), NIGHT);
    warn(mule("p-2", "B2", "ACCOUNT", "a-2"), NIGHT);
    warn(mule("p-3", "B2", "ACCOUNT", "a-3"), NIGHT);

    cluster("l-2", 1, "p-1", "p-2");
    cluster("l-1", 1, "a-1", "p-3");

    assertThat(theLead().leadId()).isEqualTo("l-1");
    assertThat(theLead().persons()).containsExactly("p-1", "p-2", "p-3");
  }

  @Test
  void theDayIsTheCentresAndCardsKnownFromBeforeAreOnTheLead() {
    Instant midnight = Instant.parse("2026-03-10T16:00:00Z");
    warn(mule("p-1", "P1", "PHONE", "t-1"), NIGHT.minus(Duration.ofDays(5)));
    warn(mule("p-1", "B2", "ACCOUNT", "a-1"), midnight);
    warn(mule("p-2", "B2", "ACCOUNT", "a-2"), midnight.minusMillis(1));

    Lead lead = theLead();
    assertThat(lead.persons()).containsExactly("p-1");
    assertThat(lead.phones()).containsExactly("t-1");
    assertThat(lead.warnings()).isEqualTo(1);
    assertThat(leads("2026-03-10"))
        .extracting(each -> each.accounts().toString())
        .containsExactly("[a-2]");
  }

  @Test
  void whoIsOnlyWatchedOrAVictimIsNoLead() {
    ObjectNode watched = mule("p-1", "B6", "ACCOUNT", "a-1").put("tier", "SMS");
    watched.withArray("advice").addObject().put("kind", "WATCH").put("account", "a-1");
    warn(watched, NIGHT);
    tell(Topics.WARNINGS, Samples.warning("victim", 1, NIGHT));
    assertThat(leads("2026-03-11")).isEmpty();

    warn(mule("p-1", "B2", "ACCOUNT", "a-2"), NIGHT.plusSeconds(1));
    assertThat(theLead().accounts()).containsExactly("a-2", "a-1");
  }

  @Test
  void theAccountOfAnUnknownPersonIsALeadAndItsRegionNarrows() {
    ObjectNode warning = mule("p-1", "B2", "ACCOUNT", "a-1").putNull("person");
    warn(warning.put("region", "370602"), NIGHT);

    assertThat(theLead().persons()).containsExactly("a-1");
    Period day = Period.of("day", "2026-03-11", java.time.LocalDate.EPOCH);
    assertThat(store.of(day.from(ZONE), day.to(ZONE), "3706")).hasSize(1);
    assertThat(store.of(day.from(ZONE), day.to(ZONE), "11")).isEmpty();
  }

  private void trace(String linkId, int revision, String account, long amountMinor) {
    ObjectNode link = Samples.rejected("x", "x", "x").removeAll();
    link.put("linkId", linkId).put("kind", "TRACE").put("revision", revision);
    link.withArray("proposals")
        .addObject()
        .put("account", account)
        .put("amountMinor", amountMinor)
        .put("order", 1);
    tell(Topics.LINKS, link);
  }

  @Test
  void aVictimWhoIsKnownOnlyByTheAccountPaidIsOneOfItsVictims() {
    warn(mule("p-1", "B2", "ACCOUNT", "a-77e0"), NIGHT);
    assertThat(theLead().victims()).isZero();

    tell(Topics.WARNINGS, Samples.warning("victim", 1, NIGHT));
    tell(Topics.WARNINGS, Samples.warning("victim", 2, NIGHT));
    assertThat(theLead().victims()).isEqualTo(1);
    cluster("l-1", 1, "p-1", "p-4f1c");
    assertThat(theLead().victims()).as("the same person in the cluster").isEqualTo(1);
  }

  @Test
  void theNewestWordOfATraceSaysWhatCanStillBeStopped() {
    warn(mule("p-1", "B2", "ACCOUNT", "a-1"), NIGHT);
    assertThat(theLead().leftMinor()).isNull();

    trace("t-1", 2, "a-1", 300_000);
    trace("t-1", 1, "a-1", 900_000);
    trace("t-1", 2, "a-1", 300_000);
    trace("t-2", 1, "a-1", 50_000);
    trace("t-3", 1, "a-other", 70_000);

    assertThat(theLead().leftMinor()).isEqualTo(350_000);
    assertThat(LeadCsv.of(leads("2026-03-11"), ZONE)).endsWith(",350000,3\r\n");
    trace("t-1", 3, "a-other", 100);
    trace("t-2", 2, "a-1", 0);
    assertThat(theLead().leftMinor()).isZero();
  }

  @Test
  void anAccountWhoseCaseBecameAPersonsIsThatPersonsLead() {
    ObjectNode unknown = mule("a-1", "B2", "ACCOUNT", "a-1").putNull("person");
    warn(unknown.put("caseId", "case-of-a-1"), NIGHT);
    assertThat(theLead().persons()).containsExactly("a-1");

    tell(
        Topics.CASES,
        Samples.caseChange("case-of-a-1", 2, "OPEN", NIGHT.plusSeconds(1)).put("person", "p-1"));
    warn(mule("p-1", "P2", "PHONE", "n-1"), NIGHT.plusSeconds(2));

    assertThat(theLead().persons()).containsExactly("p-1");
    assertThat(theLead().accounts()).containsExactly("a-1");
    assertThat(theLead().phones()).containsExactly("n-1");
  }

  @Test
  void whatTheOfficersFoundStandsOnIt() {
    warn(mule("p-1", "B2", "ACCOUNT", "a-1"), NIGHT);
    tell(
        Topics.CASES,
        Samples.caseChange("case-p-1", 1, "CLOSED", NIGHT)
            .put("person", "p-1")
            .put("conclusion", "NOT_SCAM"));

    assertThat(theLead().conclusions()).containsExactly("NOT_SCAM");
  }

  @Test
  void theFileCannotBeReadAsAFormula() {
    ObjectNode warning = mule("p-1", "B2", "ACCOUNT", "=HYPERLINK(1)");
    warning.withObject("reason").put("en", "Paid by \"three\", then out.\nAt once.");
    warn(warning, NIGHT);

    String csv = LeadCsv.of(leads("2026-03-11"), ZONE);
    assertThat(csv)
        .startsWith("lead,grade,")
        .contains(",'=HYPERLINK(1),", "\"Paid by \"\"three\"\", then out.\nAt once.\"")
        .contains("2026-03-11T02:00:00.000+08:00");
  }
}
