package org.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.tocsin.console.delivery.DeliverySettings.Target;
import org.tocsin.console.fixture.Browser;
import org.tocsin.console.fixture.Desk;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.fixture.TestBroker;
import org.tocsin.console.fixture.Wiring;
import org.tocsin.console.standin.StandInCarrier;
import org.tocsin.console.wire.Wire;

/**
 * An analyst's way through the desk, in a real browser, over a real broker and database. The test
 * plays the dissuasion job. With {@code -Dtocsin.screenshots=DIR} it leaves pictures of the pages.
 */
class DeskIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static TestBroker broker;
  private static Desk desk;
  private static Wiring jobs;
  private static Browser browser;
  private static StandInCarrier carrier;

  @BeforeAll
  static void start() throws Exception {
    assumeThat(Browser.installed()).as(Browser.MISSING).isTrue();
    broker = TestBroker.start(folder.resolve("kafka"));
    broker.createTopics(Topics.READ);
    carrier = StandInCarrier.start(0, 0);
    desk =
        Desk.start(
            folder.resolve("postgres"),
            broker.bootstrap(),
            new Target.Webhook(carrier.smsAddress(), StandInCarrier.SECRET));
    jobs = new Wiring(broker.bootstrap());
    browser = Browser.start(folder.resolve("chromium"), desk.server().address());
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (jobs != null) {
      jobs.close();
    }
    if (desk != null) {
      desk.close();
    }
    if (carrier != null) {
      carrier.close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void fromSignInToAnOutcomeThatChangesTheCase() throws Exception {
    signIn();
    seeTheEmptyListBecomeLive();
    seeANewCaseAppearByItself();
    openTheCase();
    recordAnOutcome();
    seeTheCaseChangeByItself();
    seeTheSmsDelivered();
    letAHeldPatternGoOn();
    takePictures();
  }

  private void signIn() {
    browser.open("/cases");
    assertThat(browser.path()).isEqualTo("/sign-in");
    browser.shot("sign-in");
    browser.type("name", Desk.USER);
    browser.type("password", Desk.PASSWORD);
    browser.click("main button");
    browser.waitFor("#list");
  }

  private void seeTheEmptyListBecomeLive() {
    browser.useEnglish();
    assertThat(browser.text("#list")).contains("No warnings yet");
    browser.waitFor("#live-status[data-state=On]");
    browser.shot("empty");
  }

  private void seeANewCaseAppearByItself() {
    Instant now = Instant.now();
    JsonNode warning = Samples.warning("case-1", 1, now);
    jobs.tell(Topics.WARNINGS, warning);
    jobs.tell(Topics.CASES, Samples.caseChange("case-1", 1, "OPEN", now));
    jobs.tell(Topics.TASKS, Samples.task("case-1", "CALL", "OPEN", "NONE", now.plusSeconds(60)));
    jobs.tell(Topics.TASKS, Samples.task("case-1", "VISIT", "OPEN", "NONE", now.plusSeconds(1800)));
    jobs.tell(Topics.ADVICE, Samples.adviceChange(warning, "ISSUED", now));

    WebElement row = browser.waitFor("tr[data-case='case-1']");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(browser.text("tr[data-case='case-1']"))
                    .contains("Urgent", "In person", "47-minute call", "¥200,000", "Open", "Call"));
    assertThat(row).isNotNull();
  }

  private void openTheCase() {
    browser.click("tr[data-case='case-1'] a");
    assertThat(browser.text("#case-state")).isEqualTo("Open");
    assertThat(browser.text("#case-body"))
        .contains("call from an unknown foreign number", "Delay the payment", "issued", "a-77e0");
  }

  private void recordAnOutcome() {
    browser.choose("step", "CALL");
    browser.choose("result", "REACHED");
    browser.select("conclusion", "SCAM_STOPPED");
    browser.type("note", "Spoke for ten minutes, has not paid.");
    browser.click("aside button.primary");
    assertThat(browser.waitFor("p.notice").getText()).startsWith("Recorded.");
    assertThat(browser.text("#case-body")).contains("Spoke for ten minutes");
  }

  private void seeTheCaseChangeByItself() {
    browser.waitFor("#live-status[data-state=On]");
    JsonNode outcome = theOneOutcome();
    assertThat(outcome.get("caseId").asText()).isEqualTo("case-1");
    assertThat(outcome.get("conclusion").asText()).isEqualTo("SCAM_STOPPED");
    assertThat(outcome.get("officer").asText()).isEqualTo(Desk.USER);

    Instant now = Instant.now();
    jobs.tell(Topics.CASES, Samples.caseChange("case-1", 2, "DISSUADED", now));
    jobs.tell(Topics.TASKS, Samples.task("case-1", "CALL", "DONE", "NONE", now));

    browser.waitFor("#case-state[data-state=DISSUADED]");
  }

  private void seeTheSmsDelivered() {
    Instant due = Instant.now().plusSeconds(60);
    jobs.tell(Topics.TASKS, Samples.task("case-1", "SMS", "OPEN", "NONE", due));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              browser.open("/deliveries");
              assertThat(browser.text("[data-count='SMS-DONE']")).isEqualTo("1");
            });
  }

  private void letAHeldPatternGoOn() {
    browser.open("/cases");
    browser.waitFor("#live-status[data-state=On]");
    jobs.tell(Topics.QUEUE, Samples.queued("case-1", "V3", "HELD", Instant.now()));
    browser.waitFor("#queue-link .badge");
    browser.click("#queue-link");
    browser.shot("queue");
    browser.click("tr[data-pattern='V3'] button[value='RELEASE']");
    assertThat(browser.waitFor("p.notice").getText()).startsWith("Sent.");

    JsonNode word = outcome(1);
    assertThat(word.get("caseId").asText()).isEqualTo("pattern:V3");
    assertThat(word.get("checklist").get("held").asText()).isEqualTo("RELEASE");
    jobs.tell(Topics.QUEUE, Samples.queued("case-1", "V3", "RELEASED", Instant.now()));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              browser.open("/queue");
              assertThat(browser.text("#held-patterns")).contains("Nothing is held back");
            });
  }

  private JsonNode theOneOutcome() {
    return outcome(0);
  }

  /** The one in this place of those an officer gave; the dispatcher tells of messages as well. */
  private JsonNode outcome(int place) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrap(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "dissuasion-" + place,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.OUTCOMES));
      Wire wire = new Wire(desk.settings().zone(), java.time.Clock.systemUTC());
      List<JsonNode> byOfficers = new ArrayList<>();
      return await()
          .atMost(PATIENCE)
          .until(
              () -> {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                  JsonNode outcome = wire.decode(record.topic(), record.value());
                  if (outcome.hasNonNull("officer")) {
                    byOfficers.add(outcome);
                  }
                }
                return byOfficers.size() > place ? byOfficers.get(place) : null;
              },
              node -> node != null);
    }
  }

  /**
   * Pictures for the README and for eyes: a fuller night, by day and by night, in both languages.
   */
  private void takePictures() throws IOException {
    if (!browser.takesShots()) {
      return;
    }
    browser.shot("case");
    Night.tell(jobs);
    browser.open("/cases");
    browser.waitFor("tr[data-case='night-23']");
    browser.shot("desk");
    browser.useTheme();
    browser.shot("desk-dark");
    browser.open("/cases/night-1");
    browser.shotWhole("case-dark");
    browser.useChinese();
    browser.shotWhole("case-dark-zh");
    browser.open("/cases");
    browser.shot("desk-dark-zh");
    browser.open("/users");
    browser.shot("users-dark-zh");
    carrier.behave(StandInCarrier.Mood.REFUSING);
    Instant due = Instant.now().plusSeconds(60);
    for (int i = 1; i <= 3; i++) {
      jobs.tell(Topics.TASKS, Samples.task("night-" + i, "SMS", "OPEN", "NONE", due));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              browser.open("/deliveries");
              assertThat(browser.text("[data-count='SMS-DEAD']")).isEqualTo("3");
            });
    browser.shotWhole("deliveries-dark-zh");
    browser.open("/reports?period=month");
    browser.shotWhole("report-dark-zh");
    browser.open("/leads");
    browser.shotWhole("leads-dark-zh");
    browser.open("/disclosures");
    browser.shot("disclosures-dark-zh");
    browser.open("/nothing-here");
    browser.shot("error-dark-zh");
    browser.resize(420, 900);
    browser.open("/cases");
    browser.shot("phone-zh");
    assertThat(Files.list(browser.shots())).isNotEmpty();
  }
}
