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
import org.tocsin.core.cases.CaseChange;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.cases.CaseState;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.warning.Warning;
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

  private static List<CaseChange> replay(List<CaseInput> inputs) throws Exception {
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
    List<CaseChange> changes = new ArrayList<>();
    try (CloseableIterator<CaseChange> results = streams.cases().executeAndCollect()) {
      results.forEachRemaining(changes::add);
    }
    return changes;
  }
}
