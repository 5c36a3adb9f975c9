package org.tocsin.dissuasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.cases.CaseChange;
import org.tocsin.core.cases.CaseState;
import org.tocsin.core.cases.Task;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.warning.Warning;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.runtime.wire.OutputMapper;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.SingleObject;
import org.tocsin.testkit.flink.FlinkClusters;
import org.tocsin.testkit.kafka.KafkaBroker;

/** The live job on real Kafka and RocksDB: warnings and outcomes in, a case and its tasks out. */
class DissuasionJobIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @RegisterExtension static final KafkaBroker BROKER = new KafkaBroker();
  @RegisterExtension static final MiniClusterExtension FLINK = FlinkClusters.withSlots(2);

  @TempDir static Path checkpoints;

  private JobClient job;

  @BeforeEach
  void start_the_job() throws Exception {
    for (Contract contract :
        List.of(
            Contract.WARNING,
            Contract.OUTCOME,
            Contract.CASE,
            Contract.TASK,
            Contract.ADVICE,
            Contract.REJECTED,
            Contract.QUEUE)) {
      BROKER.create(2, contract.topic());
    }
    JobSettings settings =
        JobSettings.of(
            Map.of(
                Setting.BOOTSTRAP,
                BROKER.bootstrap(),
                Setting.CHECKPOINTS,
                checkpoints.toUri().toString(),
                Setting.CHECKPOINT_INTERVAL,
                "PT1S",
                Setting.IDLE_AFTER,
                "PT0.5S"));
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobEnvironment.configure(environment, settings);
    environment.setParallelism(2);
    DissuasionJob.attach(environment, settings);
    job = environment.executeAsync(DissuasionJob.NAME);
  }

  @AfterEach
  void stop_the_job() throws Exception {
    job.cancel().get();
  }

  @Test
  void a_warning_becomes_a_case_with_tasks_that_time_and_outcomes_move() throws Exception {
    // The warning was made 40 s ago: half of the SMS's minute has gone before anything is read.
    Warning warning = Warnings.urgent(System.currentTimeMillis() - 40_000);
    byte[] value = Outgoing.of(warning).value();
    BROKER.send(Contract.WARNING.topic(), warning.person(), value);
    BROKER.send(Contract.WARNING.topic(), warning.person(), value);

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(tasks()).extracting(Task::kind).contains(Task.Kind.VISIT);
              assertThat(tasks())
                  .as("the clock alone colours the SMS nobody sent")
                  .anyMatch(
                      task -> task.kind() == Task.Kind.SMS && task.overdue() != Task.Overdue.NONE);
            });
    assertThat(cases()).extracting(CaseChange::revision).startsWith(1);

    Outcome outcome =
        OutcomeBuilder.builder()
            .eventId("o1")
            .source("96110")
            .eventTime(System.currentTimeMillis())
            .caseId(warning.caseId())
            .step(Outcome.Step.CALL)
            .result(Outcome.Result.ACCEPTED)
            .conclusion(Outcome.Conclusion.SCAM_STOPPED)
            .build();
    BROKER.send(Contract.OUTCOME.topic(), warning.caseId(), Outgoing.of(outcome).value());

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(cases())
                    .anyMatch(
                        change ->
                            change.state() == CaseState.DISSUADED
                                && change.conclusion() == Outcome.Conclusion.SCAM_STOPPED));
    assertThat(cases()).extracting(CaseChange::caseId).containsOnly(warning.caseId());

    Outcome unknown = OutcomeBuilder.builder(outcome).eventId("o2").caseId("nobody-knows").build();
    BROKER.send(Contract.OUTCOME.topic(), "nobody-knows", Outgoing.of(unknown).value());

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(read(Contract.QUEUE))
                    .as("what no case can use stands in the operator's queue")
                    .extracting(OutputMapper::heldChange)
                    .singleElement()
                    .satisfies(
                        held -> {
                          assertThat(held.eventId()).isEqualTo("o2");
                          assertThat(held.reasonCode()).isEqualTo("UNKNOWN_CASE");
                        }));
  }

  private static List<CaseChange> cases() {
    return read(Contract.CASE).stream().map(OutputMapper::caseChange).toList();
  }

  private static List<Task> tasks() {
    return read(Contract.TASK).stream().map(OutputMapper::task).toList();
  }

  private static List<? extends IndexedRecord> read(Contract contract) {
    return BROKER.read(contract.topic()).stream()
        .map(r -> SingleObject.decode(contract, r.value(), System.currentTimeMillis()))
        .map(reading -> ((Reading.Accepted) reading).record())
        .toList();
  }
}
