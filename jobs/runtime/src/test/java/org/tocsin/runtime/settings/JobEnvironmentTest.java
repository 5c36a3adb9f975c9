package org.tocsin.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.tocsin.runtime.rocksdb.RocksDbRecipe;

/** What every job's environment refuses, and what a live one promises. */
class JobEnvironmentTest {

  @Test
  void an_operator_without_a_uid_is_refused() {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobEnvironment.configureReplay(environment);
    environment.fromData(1L, 2L).map(number -> number + 1).sinkTo(new DiscardingSink<>());

    assertThatThrownBy(() -> environment.getStreamGraph().getJobGraph())
        .hasMessageContaining("Auto generated UIDs have been disabled");
  }

  @Test
  void a_type_for_kryo_is_refused() {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobEnvironment.configureReplay(environment);

    assertThatThrownBy(
            () ->
                environment
                    .fromData(new StringBuilder("not a record"))
                    .uid("source")
                    .sinkTo(new DiscardingSink<>())
                    .uid("sink")
                    .getTransformation()
                    .getInputs()
                    .get(0)
                    .getOutputType()
                    .createSerializer(environment.getConfig().getSerializerConfig()))
        .hasMessageContaining("Generic types have been disabled");
  }

  @Test
  void a_live_job_waits_for_nothing_on_its_way() {
    Configuration live = JobEnvironment.live(JobSettings.standard());

    assertThat(live.get(ExecutionOptions.BUFFER_TIMEOUT)).isLessThanOrEqualTo(Duration.ofMillis(5));
    assertThat(live.get(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE))
        .isEqualTo(CheckpointingMode.AT_LEAST_ONCE);
    assertThat(live.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
  }

  @Test
  void key_groups_of_two_bytes_are_refused() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.MAX_PARALLELISM, 129);

    assertThatThrownBy(() -> RocksDbRecipe.apply(configuration))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("129");
  }
}
