package org.tocsin.local.up;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A Flink cluster in this process, with its web page on loopback. */
final class FlinkCluster implements Part {

  /** Of each job: a second one keeps a busy subtask from holding up the rest. */
  static final int PARALLELISM = Math.min(2, Runtime.getRuntime().availableProcessors());

  private static final int JOBS = 3;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final MiniCluster cluster;
  private final Configuration settings;
  private final ResumePoints resume;
  private final List<Running> jobs = new ArrayList<>();

  private record Running(String name, JobID id) {}

  private FlinkCluster(MiniCluster cluster, Configuration settings, ResumePoints resume) {
    this.cluster = cluster;
    this.settings = settings;
    this.resume = resume;
  }

  /**
   * @param folder holds working files and checkpoints
   * @param resumable whether jobs are stopped with a savepoint that the next start takes up
   */
  static FlinkCluster start(Path folder, boolean resumable) throws Exception {
    Configuration settings = settings(folder);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(JOBS * PARALLELISM)
                .setCommonBindAddress(Ports.LOOPBACK)
                .build());
    cluster.start();
    return new FlinkCluster(
        cluster, settings, resumable ? ResumePoints.in(folder) : ResumePoints.none());
  }

  private static Configuration settings(Path folder) {
    Configuration settings = new Configuration();
    settings.set(JobManagerOptions.ADDRESS, Ports.LOOPBACK);
    settings.set(RestOptions.ADDRESS, Ports.LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, Ports.LOOPBACK);
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(WebOptions.SUBMIT_ENABLE, false);
    String log = System.getProperty("tocsin.log");
    if (log != null) {
      settings.set(WebOptions.LOG_PATH, log);
    }
    settings.set(WebOptions.TMP_DIR, folder.resolve("tmp").toString());
    settings.set(WebOptions.UPLOAD_DIR, folder.resolve("tmp").toString());
    settings.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
    settings.set(BlobServerOptions.STORAGE_DIRECTORY, folder.resolve("tmp").toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    return settings;
  }

  /** Submits a job, from where its last run ended if there was one. */
  void submit(String name, Consumer<StreamExecutionEnvironment> draw) throws Exception {
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment(settings);
    draw.accept(environment);
    StreamGraph drawn = environment.getStreamGraph();
    drawn.setJobName(name);
    JobGraph graph = drawn.getJobGraph();
    Optional<String> from = resume.of(name);
    from.ifPresent(
        path -> graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(path)));
    cluster.submitJob(graph).get();
    jobs.add(new Running(name, graph.getJobID()));
    resume.started(name, graph.getJobID(), from);
  }

  /** The web page. */
  URI page() throws Exception {
    return cluster.getRestAddress().get();
  }

  /** Whether every job runs. */
  boolean running() throws Exception {
    for (Running job : jobs) {
      if (cluster.getJobStatus(job.id).get() != JobStatus.RUNNING) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void stop() throws Exception {
    try {
      for (Running job : jobs) {
        end(job);
      }
    } finally {
      cluster.closeAsync().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void end(Running job) throws Exception {
    if (cluster.getJobStatus(job.id).get().isGloballyTerminalState()) {
      return;
    }
    if (!resume.kept()) {
      cluster.cancelJob(job.id).get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return;
    }
    String savepoint =
        cluster
            .stopWithSavepoint(
                job.id, resume.savepointFolder(), false, SavepointFormatType.CANONICAL)
            .get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    resume.stopped(job.name, job.id, savepoint);
  }
}
