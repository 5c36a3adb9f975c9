package org.tocsin.testkit.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The {@code config.yaml} of a cluster of processes on this machine. */
final class FlinkSettings {

  private static final String JVM_ARGUMENTS = "env.java.opts.all";

  /** The least that Flink's client needs. */
  private static final String JAVA_17 =
      "--add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED";

  private final Path folder;
  private final Map<String, String> values;
  private final Path savepoints;
  private final int restPort;

  private FlinkSettings(Path folder, Map<String, String> values, Path savepoints, int restPort) {
    this.folder = folder;
    this.values = values;
    this.savepoints = savepoints;
    this.restPort = restPort;
  }

  static FlinkSettings write(Path home, Path deployment) throws IOException {
    List<Integer> ports = Ports.free(3);
    Map<String, String> values = new TreeMap<>(deployment == null ? Map.of() : read(deployment));
    addresses(values, ports);
    memory(values);
    Path savepoints = home.resolve("savepoints");
    // Prometheus is a plugin of the distribution, and its port would clash here.
    values.keySet().removeIf(key -> key.startsWith("metrics.reporter."));
    values.put("execution.checkpointing.dir", home.resolve("checkpoints").toUri().toString());
    values.put("execution.checkpointing.savepoint-dir", savepoints.toUri().toString());
    values.put("io.tmp.dirs", Files.createDirectories(home.resolve("tmp")).toString());
    Path folder = Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        folder.resolve("config.yaml"),
        values.entrySet().stream()
            .map(entry -> entry.getKey() + ": '" + entry.getValue() + "'\n")
            .collect(Collectors.joining()));
    return new FlinkSettings(folder, values, savepoints, ports.get(1));
  }

  private static Map<String, String> read(Path file) throws IOException {
    return new YAMLMapper().readValue(file.toFile(), new TypeReference<Map<String, String>>() {});
  }

  private static void addresses(Map<String, String> values, List<Integer> ports) {
    values.put("jobmanager.rpc.address", "127.0.0.1");
    values.put("jobmanager.bind-host", "127.0.0.1");
    values.put("jobmanager.rpc.port", ports.get(0).toString());
    values.put("rest.address", "127.0.0.1");
    values.put("rest.bind-address", "127.0.0.1");
    values.put("rest.port", ports.get(1).toString());
    values.put("taskmanager.host", "127.0.0.1");
    values.put("taskmanager.bind-host", "127.0.0.1");
    values.put("blob.server.port", ports.get(2).toString());
    // A killed TaskManager is given up at its second unanswered call, not after the 50 s default.
    values.put("heartbeat.interval", "2000");
    values.put("heartbeat.timeout", "15000");
    values.put("heartbeat.rpc-failure-threshold", "2");
  }

  /** The start scripts of a distribution work these out; without them all must be said. */
  private static void memory(Map<String, String> values) {
    values.keySet().removeIf(key -> key.startsWith("taskmanager.memory."));
    values.keySet().removeIf(key -> key.startsWith("jobmanager.memory."));
    // As compose.yaml has it: one for each of our three jobs, one to spare.
    values.put("taskmanager.numberOfTaskSlots", "4");
    values.put("taskmanager.cpu.cores", "2.0");
    values.put("taskmanager.memory.framework.heap.size", "64m");
    values.put("taskmanager.memory.framework.off-heap.size", "64m");
    values.put("taskmanager.memory.task.heap.size", "512m");
    values.put("taskmanager.memory.task.off-heap.size", "0b");
    values.put("taskmanager.memory.network.min", "64m");
    values.put("taskmanager.memory.network.max", "64m");
    values.put("taskmanager.memory.managed.size", "192m");
    values.put("taskmanager.memory.jvm-metaspace.size", "256m");
    values.put("taskmanager.memory.jvm-overhead.min", "64m");
    values.put("taskmanager.memory.jvm-overhead.max", "64m");
  }

  Path folder() {
    return folder;
  }

  Path savepoints() {
    return savepoints;
  }

  int restPort() {
    return restPort;
  }

  /** What the start scripts would hand to each JVM. */
  String[] jvmArguments() {
    String said = values.getOrDefault(JVM_ARGUMENTS, "").trim();
    return (said.isEmpty() ? JAVA_17 : said).split("\\s+");
  }
}
