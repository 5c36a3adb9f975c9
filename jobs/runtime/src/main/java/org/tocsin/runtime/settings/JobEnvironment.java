package org.tocsin.runtime.settings;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tocsin.runtime.rocksdb.RocksDbRecipe;

/** The one place where the environments of jobs are configured. */
public final class JobEnvironment {

  private static final Duration RESTART_DELAY_MAX = Duration.ofMinutes(1);
  private static final Duration STABLE_AFTER = Duration.ofMinutes(10);

  /** A checkpoint store that is away for a while must not stop warnings. */
  private static final int CHECKPOINT_FAILURES_TOLERATED = 1_000;

  private JobEnvironment() {}

  /** Of a live job. */
  public static void configure(StreamExecutionEnvironment environment, JobSettings settings) {
    environment.configure(live(settings));
  }

  /** Of a replay: one subtask, nothing to recover from. */
  public static void configureReplay(StreamExecutionEnvironment environment) {
    environment.configure(replay());
  }

  /** What {@link #configure} sets, for whoever makes the environment from it. */
  public static Configuration live(JobSettings settings) {
    Configuration configuration = strict();
    configuration.set(PipelineOptions.MAX_PARALLELISM, settings.number(Setting.MAX_PARALLELISM));
    if (settings.number(Setting.PARALLELISM) > 0) {
      configuration.set(CoreOptions.DEFAULT_PARALLELISM, settings.number(Setting.PARALLELISM));
    }
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, settings.duration(Setting.BUFFER_TIMEOUT));
    if ("rocksdb".equals(settings.text(Setting.STATE_BACKEND))) {
      RocksDbRecipe.apply(configuration);
    } else {
      configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    }
    checkpoint(configuration, settings);
    restart(configuration, settings.duration(Setting.RESTART_DELAY));
    return configuration;
  }

  /** What {@link #configureReplay} sets. */
  public static Configuration replay() {
    Configuration configuration = strict();
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    configuration.set(PipelineOptions.MAX_PARALLELISM, RocksDbRecipe.MAX_PARALLELISM);
    configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return configuration;
  }

  /** Nothing by accident: no Kryo, no operator whose state is found by its place in the graph. */
  private static Configuration strict() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    // Records are immutable, so handing them on without a copy is safe.
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    return configuration;
  }

  private static void checkpoint(Configuration configuration, JobSettings settings) {
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL,
        settings.duration(Setting.CHECKPOINT_INTERVAL));
    // Outputs carry deterministic ids and stages stand repetition, so nothing waits for alignment.
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.AT_LEAST_ONCE);
    configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, CHECKPOINT_FAILURES_TOLERATED);
    String directory = settings.text(Setting.CHECKPOINTS);
    if (!directory.isEmpty()) {
      configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
      configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory);
    }
  }

  private static void restart(Configuration configuration, Duration delay) {
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, delay);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, RESTART_DELAY_MAX);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        STABLE_AFTER);
  }
}
