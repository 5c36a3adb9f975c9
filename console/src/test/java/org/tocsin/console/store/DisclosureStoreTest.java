package org.tocsin.console.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.console.Topics;
import org.tocsin.console.delivery.Delivery;
import org.tocsin.console.fixture.FreshDatabase;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Told;
import org.tocsin.console.store.DisclosureStore.Purpose;

/** Whoever is given something about a person is written down, once and for good. */
class DisclosureStoreTest {

  private static final Instant NIGHT = Instant.parse("2026-03-01T18:00:00Z");

  private Database database;
  private DisclosureStore disclosures;

  @BeforeEach
  void open() {
    database = FreshDatabase.open();
    disclosures = new DisclosureStore(database.jdbi());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void tell(JsonNode task) {
    new BatchWriter(database.jdbi()).write(List.of(new Told(Topics.TASKS, 0, 0, 0, task)));
  }

  @Test
  void aFamilyTaskIsOneDisclosureHoweverOftenItIsTold() {
    for (String colour : List.of("NONE", "BLUE", "NONE", "YELLOW")) {
      tell(Samples.task("case-1", "FAMILY", "OPEN", colour, NIGHT).put("unit", "ZHIFU"));
    }
    tell(Samples.task("case-1", "FAMILY", "DONE", "YELLOW", NIGHT).put("unit", "ZHIFU"));

    assertThat(disclosures.newest("case-1", null))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("FAMILY_TASK");
              assertThat(entry.recipient()).isEqualTo("ZHIFU");
              assertThat(entry.purpose()).isEqualTo("FAMILY_WARNING");
              assertThat(entry.at()).isEqualTo(NIGHT.minusSeconds(60));
            });
  }

  @Test
  void theUnitThatTakesItOverIsGivenItToo() {
    tell(Samples.task("case-1", "FAMILY", "OPEN", "NONE", NIGHT).put("unit", "ZHIFU"));
    tell(Samples.task("case-1", "FAMILY", "OPEN", "BLUE", NIGHT).put("unit", "LAISHAN"));

    assertThat(disclosures.newest("case-1", null))
        .extracting(DisclosureStore.Entry::recipient)
        .containsExactly("LAISHAN", "ZHIFU");
  }

  @Test
  void callsAndVisitsDiscloseNothingToThirdPersons() {
    for (String kind : List.of("SMS", "CALL", "VISIT", "STOP_PAYMENT", "FOLLOW_UP")) {
      tell(Samples.task("case-1", kind, "OPEN", "NONE", NIGHT));
    }

    assertThat(disclosures.newest(null, null)).isEmpty();
  }

  @Test
  void aMessageIsOneDisclosureToItsChannelHoweverOftenItIsTried() {
    tell(Samples.task("case-1", "SMS", "OPEN", "NONE", NIGHT));
    Instant now = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
    DeliveryStore store = new DeliveryStore(database.jdbi());

    // a try that never reached the channel, then one that did
    for (Delivery.State state : List.of(Delivery.State.WAITING, Delivery.State.ACCEPTED)) {
      Delivery claimed =
          store.claim(List.of(Delivery.Kind.SMS), 1, now, java.time.Duration.ZERO).get(0);
      store.settle(claimed, new DeliveryStore.Settled(state, now, "smpp", null, null, null), now);
    }

    assertThat(disclosures.newest("case-1", null))
        .singleElement()
        .matches(entry -> entry.kind().equals("MESSAGE") && entry.recipient().equals("smpp"));
  }

  @Test
  void aCaseThatIsShownSaysToWhomAndWhatFor() {
    disclosures.shown("case-1", "officer", Purpose.of(null));
    disclosures.shown("case-1", "chief", Purpose.of("SPOT_CHECK"));
    disclosures.shown("case-2", "chief", Purpose.of("curiosity"));

    List<DisclosureStore.Entry> entries = disclosures.newest("case-1", null);

    assertThat(entries)
        .extracting(DisclosureStore.Entry::purpose)
        .containsExactly("SPOT_CHECK", "CASE_WORK");
    assertThat(disclosures.newest(null, entries.get(0).id())).hasSize(1);
    assertThat(disclosures.newest("case-2", null).get(0).purpose()).isEqualTo("CASE_WORK");
  }

  @Test
  void nothingOfItCanBeChangedOrDeleted() {
    disclosures.shown("case-1", "officer", Purpose.CASE_WORK);
    Jdbi jdbi = database.jdbi();

    for (String statement :
        List.of(
            "delete from disclosure",
            "update disclosure set recipient = 'x'",
            "truncate disclosure")) {
      assertThatThrownBy(() -> jdbi.useHandle(h -> h.execute(statement)))
          .hasMessageContaining("disclosure is append-only");
    }
  }
}
