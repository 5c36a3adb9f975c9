package org.tocsin.testkit.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Java program running in a process of its own, with its output in a log file. */
public final class ChildProcess implements AutoCloseable {

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TAIL_LINES = 60;

  static {
    // A test run that is broken off must not leave brokers behind.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final String name;
  private final Process process;
  private final Path log;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** What to start. */
  public static final class Plan {
    private final String name;
    private final String mainClass;
    private final List<Path> classpath;
    private final List<String> jvmArguments = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    public Plan(String name, String mainClass, List<Path> classpath) {
      this.name = name;
      this.mainClass = mainClass;
      this.classpath = List.copyOf(classpath);
    }

    public Plan jvm(String... more) {
      jvmArguments.addAll(List.of(more));
      return this;
    }

    public Plan arguments(String... more) {
      arguments.addAll(List.of(more));
      return this;
    }

    public Plan environment(String key, String value) {
      environment.put(key, value);
      return this;
    }

    /**
     * Starts it in {@code folder}, which also takes its log.
     *
     * @throws UncheckedIOException when the process cannot be started
     */
    public ChildProcess start(Path folder) {
      try {
        Files.createDirectories(folder);
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        RUNNING.add(process);
        process.onExit().thenAccept(RUNNING::remove);
        return new ChildProcess(name, process, log);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start " + name, e);
      }
    }

    /** A shell script that does the same with more arguments. */
    String asScript() {
      StringBuilder script = new StringBuilder("#!/usr/bin/env bash\n");
      environment.forEach(
          (key, value) -> script.append("export " + key + "=" + quoted(value) + "\n"));
      script.append("exec");
      command().forEach(word -> script.append(' ').append(quoted(word)));
      return script.append(" \"$@\"\n").toString();
    }

    private static String quoted(String word) {
      return "'" + word.replace("'", "'\\''") + "'";
    }

    private List<String> command() {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(jvmArguments);
      command.add("-cp");
      command.add(
          classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
      command.add(mainClass);
      command.addAll(arguments);
      return command;
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** {@code kill -9}: the process has no chance to tidy up. Returns once it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(PATIENCE);
  }

  /** Asks it to end, and kills it when it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  /**
   * Waits for it to end by itself.
   *
   * @return its exit status
   * @throws IllegalStateException when it has not ended in time
   */
  public int awaitExit(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(name + " did not end within " + atMost + ":\n" + tail());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  /** Throws with the end of the log when it has died. */
  public void assertAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "%s ended with status %d:%n%s".formatted(name, process.exitValue(), tail()));
    }
  }

  /** All it has written so far. */
  public String output() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines it has written. */
  public String tail() {
    List<String> lines = output().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }

  /** Writes a line into its log, so that a reader sees what the test did when. */
  public void note(String line) {
    try {
      Files.writeString(log, "---- " + line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
