package org.tocsin.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Flink session cluster of separate processes: one JobManager, and TaskManagers that come and go.
 * Jobs are sent to it as fat jars by Flink's own command line client.
 */
public final class FlinkProcesses implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);
  private static final Duration CLIENT_WITHIN = Duration.ofSeconds(180);

  private final Path folder;
  private final FlinkSettings settings;
  private final FlinkRest rest;
  private final ChildProcess jobManager;
  private final List<ChildProcess> taskManagers = new ArrayList<>();
  private int started;

  private FlinkProcesses(
      Path folder, FlinkSettings settings, FlinkRest rest, ChildProcess jobManager) {
    this.folder = folder;
    this.settings = settings;
    this.rest = rest;
    this.jobManager = jobManager;
  }

  /**
   * Starts a JobManager and one TaskManager and waits until the cluster offers a slot.
   *
   * @param folder for configuration, logs, checkpoints and savepoints
   * @param deployment the deployment's {@code config.yaml}; null for Flink's own defaults.
   *     Addresses, folders and memory sizes are set here
   */
  public static FlinkProcesses start(Path folder, Path deployment) {
    try {
      Files.createDirectories(folder);
      FlinkSettings settings = FlinkSettings.write(folder, deployment);
      ChildProcess jobManager =
          plan(
                  "jobmanager",
                  "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                  folder,
                  settings)
              .jvm("-Xmx512m")
              .arguments("--configDir", settings.folder().toString(), "--executionMode", "cluster")
              .start(folder);
      FlinkProcesses cluster =
          new FlinkProcesses(folder, settings, new FlinkRest(settings.restPort()), jobManager);
      cluster.startTaskManager();
      Waiting.until("a slot is offered", STARTS_WITHIN, jobManager, () -> cluster.rest.slots() > 0);
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the cluster's folder", e);
    }
  }

  private static ChildProcess.Plan plan(
      String name, String mainClass, Path folder, FlinkSettings settings) throws IOException {
    return new ChildProcess.Plan(name, mainClass, ChildClasspath.flink())
        .environment("FLINK_CONF_DIR", settings.folder().toString())
        .jvm("-XX:+UseSerialGC", "-Dlog4j2.configurationFile=" + ChildLogging.write(folder))
        .jvm(settings.jvmArguments());
  }

  /** Starts one more TaskManager; it registers by itself. */
  public ChildProcess startTaskManager() {
    try {
      ChildProcess taskManager =
          plan(
                  "taskmanager-" + ++started,
                  "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                  folder,
                  settings)
              .jvm("-Xmx768m")
              .arguments("--configDir", settings.folder().toString())
              .start(folder);
      taskManagers.add(taskManager);
      return taskManager;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9} of the TaskManager started last. */
  public void killTaskManager() {
    taskManagers.get(taskManagers.size() - 1).kill();
  }

  /**
   * Submits a fat jar with {@code flink run -d}.
   *
   * @param savepoint to restore from; null to start anew
   * @return the job's id
   */
  public String run(Path jar, String mainClass, Path savepoint, String... arguments) {
    List<String> command = new ArrayList<>(List.of("run", "-d"));
    if (savepoint != null) {
      command.addAll(List.of("-s", savepoint.toString()));
    }
    command.addAll(List.of("-c", mainClass, jar.toString()));
    command.addAll(List.of(arguments));
    return wordAfter("JobID ", client(command));
  }

  /** Waits until every task of the job runs. */
  public void awaitRunning(String jobId) {
    Waiting.until("job " + jobId + " runs", STARTS_WITHIN, jobManager, () -> rest.running(jobId));
  }

  /** Waits until the job has completed {@code count} checkpoints more than it has now. */
  public void awaitCheckpoints(String jobId, int count) {
    long wanted = rest.completedCheckpoints(jobId) + count;
    Waiting.until(
        count + " checkpoints of " + jobId,
        STARTS_WITHIN,
        jobManager,
        () -> rest.completedCheckpoints(jobId) >= wanted);
  }

  /** Cancels a job with {@code flink cancel} and waits until it has ended. */
  public void cancel(String jobId) {
    client(List.of("cancel", jobId));
    Waiting.until(
        "job " + jobId + " is cancelled",
        STARTS_WITHIN,
        jobManager,
        () -> rest.state(jobId).equals("CANCELED"));
  }

  /** Takes a savepoint with {@code flink savepoint}; the job goes on. */
  public Path savepoint(String jobId) {
    return savepointIn(client(List.of("savepoint", jobId, settings.savepoints().toString())));
  }

  /** Stops the job behind a savepoint with {@code flink stop}. */
  public Path stopWithSavepoint(String jobId) {
    return savepointIn(
        client(List.of("stop", "--savepointPath", settings.savepoints().toString(), jobId)));
  }

  private static Path savepointIn(String output) {
    String word = wordAfter(output.contains("Path: ") ? "Path: " : "file:", output);
    return Path.of(word.startsWith("file:") ? word.substring("file:".length()) : word);
  }

  private String client(List<String> arguments) {
    try {
      ChildProcess client =
          plan("client-" + ++started, "org.apache.flink.client.cli.CliFrontend", folder, settings)
              .jvm("-Xmx384m")
              .arguments(arguments.toArray(String[]::new))
              .start(folder);
      int status = client.awaitExit(CLIENT_WITHIN);
      if (status != 0) {
        throw new IllegalStateException(
            "flink %s ended with status %d:%n%s"
                .formatted(arguments.get(0), status, client.tail()));
      }
      return client.output();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String wordAfter(String marker, String output) {
    int at = output.indexOf(marker);
    if (at < 0) {
      throw new IllegalStateException("no \"" + marker + "\" in the client's answer:\n" + output);
    }
    return output.substring(at + marker.length()).split("\\s", 2)[0];
  }

  /**
   * Writes a {@code flink} command as a distribution has it into {@code folder}, for scripts that
   * call it.
   */
  public void writeClientInto(Path clientFolder) {
    try {
      Files.createDirectories(clientFolder);
      ChildProcess.Plan client =
          plan("client", "org.apache.flink.client.cli.CliFrontend", folder, settings);
      Path script = clientFolder.resolve("flink");
      Files.writeString(script, client.asScript());
      if (!script.toFile().setExecutable(true)) {
        throw new IOException("cannot make " + script + " executable");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public FlinkRest rest() {
    return rest;
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    taskManagers.forEach(ChildProcess::close);
    jobManager.close();
  }
}
