package org.tocsin.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.console.Topics;
import org.tocsin.console.delivery.DeliverySettings.Target;
import org.tocsin.console.fixture.Desk;
import org.tocsin.console.fixture.MovingClock;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Told;
import org.tocsin.console.standin.StandInCarrier;
import org.tocsin.console.standin.StandInCarrier.Mood;
import org.tocsin.console.standin.StandInCarrier.Sms;
import org.tocsin.console.store.Database;
import org.tocsin.console.store.DeliveryStore;

/** From a task in the topic to a person's phone and back, over HTTP and over SMPP. */
class DispatcherTest {

  private static final Set<Delivery.Kind> BOTH = EnumSet.allOf(Delivery.Kind.class);

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Database database;
  private static DeliveryStore store;
  private static BatchWriter intake;

  private final MovingClock clock =
      new MovingClock(Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(1));
  private StandInCarrier carrier;
  private Dispatcher dispatcher;

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = Desk.postgres(folder);
    database = Database.open(Desk.settings(postgres, "localhost:1"));
    store = new DeliveryStore(database.jdbi());
    intake = new BatchWriter(database.jdbi());
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    database.close();
    postgres.close();
  }

  @BeforeEach
  void startCarrier() throws IOException {
    Jdbi jdbi = database.jdbi();
    jdbi.useHandle(h -> h.execute("delete from delivery"));
    jdbi.useHandle(h -> h.execute("delete from task_change"));
    carrier = StandInCarrier.start(0, 0);
  }

  @AfterEach
  void stop() {
    if (dispatcher != null) {
      dispatcher.close();
    }
    carrier.close();
  }

  private Target webhook() {
    return new Target.Webhook(carrier.smsAddress(), StandInCarrier.SECRET);
  }

  private Target smpp() {
    return new Target.Smpp(
        new SmppSettings("127.0.0.1", carrier.smppPort(), "tocsin", "secret", "96110", false),
        new Target.Webhook(carrier.directoryAddress(), StandInCarrier.SECRET));
  }

  private void dispatch(Target sms, Target call) {
    dispatch(DeliverySettings.of(sms, call));
  }

  private void dispatch(DeliverySettings settings) {
    dispatcher = DeliveryRoom.open(settings, store, clock, new SimpleMeterRegistry()).start();
  }

  private static void tell(String topic, JsonNode record) {
    intake.write(List.of(new Told(topic, 0, 0, System.currentTimeMillis(), record)));
  }

  private void tellTask(String caseId, String kind, String state) {
    tell(Topics.TASKS, Samples.task(caseId, kind, state, "NONE", clock.instant().plusSeconds(60)));
  }

  private void warnAndAskForSms(String caseId) {
    tell(Topics.WARNINGS, Samples.warning(caseId, 1, clock.instant()));
    tellTask(caseId, "SMS", "OPEN");
  }

  private DeliveryStore.Line line(String caseId) {
    return java.util.stream.Stream.concat(store.dead(100).stream(), store.newest(100).stream())
        .filter(each -> each.delivery().caseId().equals(caseId))
        .findFirst()
        .orElse(null);
  }

  private DeliveryStore.Line awaitState(String caseId, Delivery.State state) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> line(caseId), line -> line != null && line.state() == state);
  }

  @Test
  void anSmsTaskReachesTheCarrierAndItsResultIsToldBack() {
    dispatch(webhook(), null);

    warnAndAskForSms("over-http");

    DeliveryStore.Line line = awaitState("over-http", Delivery.State.DONE);
    assertThat(line.result()).isEqualTo("DELIVERED");
    assertThat(store.untold(10)).extracting(u -> u.delivery().caseId()).contains("over-http");
    Sms sms = carrier.taken(line.delivery().key()).orElseThrow();
    assertThat(sms.to()).isEqualTo("p-4f1c");
    assertThat(sms.copies()).isEqualTo(1);
  }

  @Test
  void thePersonIsToldTheRiskAndTheLineAndNothingOfTheEvidence() {
    dispatch(webhook(), null);

    warnAndAskForSms("discreet");

    Sms sms =
        carrier.taken(awaitState("discreet", Delivery.State.DONE).delivery().key()).orElseThrow();
    assertThat(sms.text())
        .contains("公检法", "96110")
        .doesNotContain("a-77e0", "¥", "200", "47", "p-4f1c", "ICBC");
  }

  @Test
  void overSmppTheReceiptMakesItDone() {
    dispatch(smpp(), null);

    warnAndAskForSms("over-smpp");

    DeliveryStore.Line line = awaitState("over-smpp", Delivery.State.DONE);
    assertThat(line.result()).isEqualTo("DELIVERED");
    assertThat(carrier.taken().values())
        .singleElement()
        .satisfies(
            sms -> {
              assertThat(sms.to()).startsWith("999");
              assertThat(sms.text()).contains("公检法", "96110");
            });
  }

  @Test
  void aReceiptThatItWasLostIsAFailureWithItsReason() {
    carrier.behave(Mood.LOSING);
    dispatch(smpp(), null);

    warnAndAskForSms("lost");

    DeliveryStore.Line line = awaitState("lost", Delivery.State.DEAD);
    assertThat(line.result()).isEqualTo("FAILED");
    assertThat(line.problem()).isEqualTo("SMPP_UNDELIV");
  }

  @Test
  void whileTheCarrierIsAwayItIsTriedEverLessOftenAndThenDelivered() {
    carrier.behave(Mood.AWAY);
    dispatch(webhook(), null);
    warnAndAskForSms("patient");
    awaitState("patient", Delivery.State.WAITING);
    clock.pass(Duration.ofSeconds(2));
    await().until(() -> line("patient").delivery().tries() == 2);
    assertThat(line("patient").problem()).isEqualTo("HTTP_503");

    carrier.behave(Mood.FINE);
    clock.pass(Duration.ofSeconds(3));

    DeliveryStore.Line line = awaitState("patient", Delivery.State.DONE);
    assertThat(line.delivery().tries()).isEqualTo(3);
    assertThat(carrier.taken(line.delivery().key()).orElseThrow().copies()).isEqualTo(1);
  }

  @Test
  void aMessageCentreThatComesBackIsBoundAgain() throws IOException {
    int http = carrier.smsAddress().getPort();
    int smpp = carrier.smppPort();
    dispatch(smpp(), null);
    warnAndAskForSms("before");
    awaitState("before", Delivery.State.DONE);

    carrier.close();
    warnAndAskForSms("meanwhile");
    awaitState("meanwhile", Delivery.State.WAITING);
    carrier = StandInCarrier.start(http, smpp);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              clock.pass(Duration.ofSeconds(10));
              assertThat(line("meanwhile").state()).isEqualTo(Delivery.State.DONE);
            });
  }

  @Test
  void whatCanNeverBeSentIsADeadLetterAtOnce() {
    carrier.behave(Mood.REFUSING);
    dispatch(webhook(), null);

    warnAndAskForSms("refused");

    DeliveryStore.Line line = awaitState("refused", Delivery.State.DEAD);
    assertThat(line.delivery().tries()).isEqualTo(1);
    assertThat(line.problem()).isEqualTo("HTTP_422");
    assertThat(line.result()).isEqualTo("FAILED");
    assertThat(line.repeatable()).isFalse();
  }

  @Test
  void afterItsTriesAMessageIsDead() {
    carrier.behave(Mood.AWAY);
    DeliverySettings once =
        new DeliverySettings(
            webhook(), null, "zh", 1, Duration.ofMinutes(12), Duration.ofHours(24));
    dispatch(once);

    warnAndAskForSms("tried");

    assertThat(awaitState("tried", Delivery.State.DEAD).problem()).isEqualTo("HTTP_503");
  }

  @Test
  void whoIsKilledWhileSendingLeavesTheSameMessageToTheNext() {
    warnAndAskForSms("killed");

    // given a console that claimed it and died
    Delivery first = store.claim(BOTH, 5, clock.instant(), Dispatcher.LEASE).get(0);
    assertThat(store.claim(BOTH, 5, clock.instant(), Dispatcher.LEASE)).isEmpty();

    // when its lease is over
    clock.pass(Dispatcher.LEASE.plusMillis(1));
    Delivery second = store.claim(BOTH, 5, clock.instant(), Dispatcher.LEASE).get(0);

    // then another has it under the same key, and the dead one's word counts no more
    assertThat(second.key()).isEqualTo(first.key());
    DeliveryStore.Settled done =
        new DeliveryStore.Settled(
            Delivery.State.DONE, clock.instant(), "webhook", null, "DELIVERED", null);
    assertThat(store.settle(first, done, clock.instant())).isFalse();
    assertThat(store.settle(second, done, clock.instant())).isTrue();
  }

  @Test
  void aTaskThatWasClosedIsNotSentInWhateverOrderItIsTold() {
    tellTask("closed-after", "SMS", "OPEN");
    tellTask("closed-after", "SMS", "CANCELLED");
    tellTask("closed-before", "SMS", "DONE");
    tellTask("closed-before", "SMS", "OPEN");
    clock.pass(Duration.ofMinutes(1));

    assertThat(store.claim(BOTH, 5, clock.instant(), Dispatcher.LEASE)).isEmpty();
  }

  @Test
  void aTaskToldTwiceIsOneMessageAndItsNextAttemptAnother() {
    warnAndAskForSms("again");
    tellTask("again", "SMS", "OPEN");
    ObjectNode next =
        Samples.task("again", "SMS", "OPEN", "NONE", clock.instant()).put("attempt", 2);
    tell(Topics.TASKS, next);

    assertThat(store.claim(BOTH, 5, clock.instant().plusSeconds(1), Dispatcher.LEASE))
        .extracting(Delivery::attempt)
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void aTaskWithoutItsWarningWaitsALittleAndIsThenSentInGeneralWords() {
    tellTask("unexplained", "SMS", "OPEN");
    assertThat(store.claim(BOTH, 5, clock.instant(), Dispatcher.LEASE)).isEmpty();

    clock.pass(Duration.ofSeconds(10));
    dispatch(webhook(), null);

    Sms sms =
        carrier
            .taken(awaitState("unexplained", Delivery.State.DONE).delivery().key())
            .orElseThrow();
    assertThat(sms.text()).contains("电信网络诈骗", "96110");
  }

  @Test
  void aMessageADayLateIsNotSent() {
    warnAndAskForSms("late");
    clock.pass(Duration.ofHours(25));
    dispatch(webhook(), null);

    DeliveryStore.Line line = awaitState("late", Delivery.State.DEAD);
    assertThat(line.problem()).isEqualTo("TOO_LATE");
    assertThat(line.result()).isNull();
    assertThat(carrier.taken()).isEmpty();
  }

  @Test
  void acceptedAndNeverReportedIsAFailure() {
    carrier.behave(Mood.SILENT);
    dispatch(webhook(), null);
    warnAndAskForSms("silent");
    awaitState("silent", Delivery.State.ACCEPTED);

    clock.pass(Duration.ofMinutes(13));

    assertThat(awaitState("silent", Delivery.State.DEAD).problem()).isEqualTo("NO_REPORT");
  }

  @Test
  void aCallIsHandedOverAndOverOnlyWhenTheCallCentreSaysHow() {
    dispatch(null, webhook());
    tell(Topics.WARNINGS, Samples.warning("called", 1, clock.instant()));
    tellTask("called", "CALL", "OPEN");
    DeliveryStore.Line line = awaitState("called", Delivery.State.ACCEPTED);
    assertThat(line.result()).isNull();
    ReportDesk reports = new ReportDesk(store, clock);

    // a report again, or another after it, changes nothing
    reports.ofKey(Delivery.Kind.CALL, line.delivery().key(), "REACHED");
    reports.ofKey(Delivery.Kind.CALL, line.delivery().key(), "NO_ANSWER");

    assertThat(line("called").result()).isEqualTo("REACHED");
    assertThat(line("called").state()).isEqualTo(Delivery.State.DONE);
  }

  @Test
  void aCallThatNobodyTookIsNoUnreachedPersonAndCanBeHandedOverAgain() {
    carrier.behave(Mood.REFUSING);
    dispatch(null, webhook());
    tell(Topics.WARNINGS, Samples.warning("not-taken", 1, clock.instant()));
    tellTask("not-taken", "CALL", "OPEN");
    DeliveryStore.Line dead = awaitState("not-taken", Delivery.State.DEAD);
    assertThat(dead.result()).isNull();
    assertThat(dead.repeatable()).isTrue();

    carrier.behave(Mood.FINE);
    Delivery delivery = dead.delivery();
    assertThat(store.again(delivery.taskId(), delivery.attempt(), clock.instant())).isTrue();

    awaitState("not-taken", Delivery.State.ACCEPTED);
  }
}
