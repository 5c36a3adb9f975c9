package org.tocsin.local.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The Flink cluster that every job of one bench runs on, one job at a time. */
final class BenchCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration POSITIONS_FOUND = Duration.ofSeconds(3);

  private final MiniCluster cluster;
  private final Configuration settings;
  private final Path folder;
  private final int parallelism;

  private BenchCluster(MiniCluster cluster, Configuration settings, Path folder, int parallelism) {
    this.cluster = cluster;
    this.settings = settings;
    this.folder = folder;
    this.parallelism = parallelism;
  }

  static BenchCluster start(Path folder, int parallelism) throws Exception {
    Configuration settings = new Configuration();
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(CoreOptions.TMP_DIRS, Files.createDirectories(folder.resolve("tmp")).toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .build());
    cluster.start();
    return new BenchCluster(cluster, settings, folder, parallelism);
  }

  /** One job, from its submission until it is cancelled. */
  final class Job implements AutoCloseable {
    private final JobID id;

    private Job(JobID id) {
      this.id = id;
    }

    boolean isRunning() throws Exception {
      JobStatus status = cluster.getJobStatus(id).get();
      if (status.isTerminalState() || status == JobStatus.FAILING) {
        throw new IllegalStateException(
            "the job ended by itself",
            cluster.getExecutionGraph(id).get().getFailureInfo() == null
                ? null
                : cluster.getExecutionGraph(id).get().getFailureInfo().getException());
      }
      return status == JobStatus.RUNNING;
    }

    /** The bytes of a savepoint in Flink's own format: each key and value once. */
    long stateBytes() throws Exception {
      // A small run is read before the last task is up, and no savepoint is taken of such a job.
      awaitTasks(this);
      Path target = Files.createDirectories(folder.resolve("savepoints"));
      String path =
          cluster
              .triggerSavepoint(id, target.toString(), false, SavepointFormatType.CANONICAL)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      try (var files = Files.walk(Path.of(path.replaceFirst("^file:", "")))) {
        return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      }
    }

    @Override
    public void close() throws Exception {
      if (!cluster.getJobStatus(id).get().isTerminalState()) {
        cluster.cancelJob(id).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        while (!cluster.getJobStatus(id).get().isTerminalState()) {
          Thread.sleep(50);
        }
      }
    }
  }

  /** Waits until every task runs and the sources have had time to find their positions. */
  void awaitReading(Job job) throws Exception {
    awaitTasks(job);
    Thread.sleep(POSITIONS_FOUND.toMillis());
  }

  private void awaitTasks(Job job) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!allTasksRun(job)) {
      job.isRunning();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the job does not come up");
      }
      Thread.sleep(50);
    }
  }

  private boolean allTasksRun(Job job) throws Exception {
    for (var vertex : cluster.getExecutionGraph(job.id).get().getAllExecutionVertices()) {
      if (vertex.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  /** Submits a job and waits until it is accepted. */
  Job submit(Consumer<StreamExecutionEnvironment> draw) throws Exception {
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment(settings);
    environment.setParallelism(parallelism);
    draw.accept(environment);
    // A job that fails must end the bench, not be measured while it comes back.
    environment.configure(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
    JobGraph graph = environment.getStreamGraph().getJobGraph();
    cluster.submitJob(graph).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return new Job(graph.getJobID());
  }

  @Override
  public void close() throws Exception {
    cluster.closeAsync().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
