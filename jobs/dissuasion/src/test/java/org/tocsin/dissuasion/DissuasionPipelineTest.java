package org.tocsin.dissuasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tocsin.core.cases.AdviceChange;
import org.tocsin.core.cases.CaseChange;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.cases.CaseState;
import org.tocsin.core.cases.UnmatchedOutcome;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;
import org.tocsin.runtime.rulebook.RulebookLoader;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.PipelineSettings;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.testkit.flink.FlinkClusters;

/**
 * The topology in a replay: bounded, in event time, without Kryo and without the machine's clock.
 */
class DissuasionPipelineTest {

  @RegisterExtension static final MiniClusterExtension FLINK = FlinkClusters.withSlots(1);

  private static final long NIGHT = 1_741_694_400_000L;

  @Test
  void what_was_due_between_two_inputs_has_happened_before_the_second() throws Exception {
    Warning warning = Warnings.urgent(NIGHT);
    List<CaseInput> inputs =
        List.of(
            new WarningRaised(warning),
            new WarningRaised(warning),
            reached(warning.caseId(), NIGHT + Duration.ofMinutes(20).toMillis()));

    List<CaseChange> changes = replay(inputs);

    assertThat(changes)
        .extracting(CaseChange::because)
        .containsExactly("WARNING:w1", "UNREACHED", "UNREACHED", "OUTCOME:96110/o1");
    assertThat(changes.get(1).changedAt()).isEqualTo(NIGHT + Duration.ofMinutes(3).toMillis());
    assertThat(changes.get(3).state()).isEqualTo(CaseState.CONTACTED);
  }

  @Test
  void the_end_of_the_input_is_not_the_end_of_time() throws Exception {
    assertThat(replay(List.of(new WarningRaised(Warnings.urgent(NIGHT)))))
        .extracting(CaseChange::state)
        .containsExactly(CaseState.OPEN);
  }

  @Test
  void an_account_is_stopped_for_two_victims_once_and_the_third_stop_is_refused() throws Exception {
    long day = Duration.ofDays(1).toMillis();
    List<CaseInput> inputs =
        List.of(
            new WarningRaised(advisingStop("ann", NIGHT)),
            new WarningRaised(advisingStop("bob", NIGHT + 1)),
            stopped("ann", NIGHT + 60_000),
            stopped("bob", NIGHT + 60_000),
            stopped("bob", NIGHT + 3 * day),
            new WarningRaised(advisingStop("eve", NIGHT + 6 * day)),
            stopped("eve", NIGHT + 6 * day + 1));

    List<AdviceChange> told = new ArrayList<>();
    List<UnmatchedOutcome> unmatched = new ArrayList<>();
    replay(inputs, streams -> streams.advice().executeAndCollect(), told);
    replay(inputs, streams -> streams.unmatched().executeAndCollect(), unmatched);

    assertThat(told)
        .extracting(change -> change.warningId() + " " + change.state())
        .containsExactly(
            "w-ann ISSUED",
            "w-bob ISSUED",
            "w-ann ACCEPTED",
            "w-bob ACCEPTED",
            "w-bob EXPIRED",
            "w-bob ACCEPTED",
            "w-eve REFUSED");
    assertThat(told.get(3).advice().until()).isEqualTo(told.get(2).advice().until());
    assertThat(told.get(6).advice().reasonCode()).isEqualTo("STOP_LIMIT");
    assertThat(unmatched)
        .extracting(UnmatchedOutcome::because)
        .containsExactly(UnmatchedOutcome.Reason.STOP_LIMIT);
  }

  private static Warning advisingStop(String person, long time) {
    Advice stop =
        new Advice(
            person,
            Advice.Kind.STOP_PAYMENT,
            "payee",
            null,
            null,
            100_000L,
            "V1_PAYEE",
            "APPEAL",
            time + Duration.ofDays(9).toMillis());
    return WarningBuilder.builder(Warnings.urgent(time))
        .warningId("w-" + person)
        .caseId(CaseIds.of(EntityKey.person(person).hash(), "w"))
        .subject(person)
        .person(person)
        .advice(List.of(stop))
        .build();
  }

  private static CaseInput stopped(String person, long time) {
    return new OutcomeReported(
        OutcomeBuilder.builder()
            .eventId(person + time)
            .source("bank")
            .eventTime(time)
            .caseId(CaseIds.of(EntityKey.person(person).hash(), "w"))
            .step(Step.STOP_PAYMENT)
            .result(Result.ACCEPTED)
            .account("payee")
            .build());
  }

  private static CaseInput reached(String caseId, long time) {
    return new OutcomeReported(
        OutcomeBuilder.builder()
            .eventId("o1")
            .source("96110")
            .eventTime(time)
            .caseId(caseId)
            .step(Step.CALL)
            .result(Result.REACHED)
            .build());
  }

  /** Runs the pipeline once for one of its streams. */
  private interface Running<T> {
    CloseableIterator<T> of(DissuasionStreams streams) throws Exception;
  }

  private static List<CaseChange> replay(List<CaseInput> inputs) throws Exception {
    List<CaseChange> changes = new ArrayList<>();
    replay(inputs, streams -> streams.cases().executeAndCollect(), changes);
    return changes;
  }

  private static <T> void replay(List<CaseInput> inputs, Running<T> running, List<T> into)
      throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobEnvironment.configureReplay(environment);
    DataStream<CaseInput> stream =
        environment
            .fromData(inputs, CodecTypeInfo.of(CaseInput.class))
            .uid("inputs")
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<CaseInput>forMonotonousTimestamps()
                    .withTimestampAssigner((input, before) -> input.time()))
            .uid("times");
    DissuasionStreams streams =
        DissuasionPipeline.attach(stream, RulebookLoader.standard(), PipelineSettings.replay());
    try (CloseableIterator<T> results = running.of(streams)) {
      results.forEachRemaining(into::add);
    }
  }
}
