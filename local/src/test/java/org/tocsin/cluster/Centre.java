package org.tocsin.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.core.event.Event;
import org.tocsin.runtime.topics.TopicPlan;
import org.tocsin.runtime.topics.Topics;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.testkit.process.BrokerProcess;
import org.tocsin.testkit.process.FlinkProcesses;
import org.tocsin.testkit.process.Waiting;

/** A centre of separate processes, laid out and started as docker/ lays it out and starts it. */
final class Centre {

  static final Path ROOT = root();
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private Centre() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("docker"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static FlinkProcesses startFlink(Path folder) {
    return FlinkProcesses.start(folder, ROOT.resolve("docker/flink/config.yaml"));
  }

  static void createTopics(BrokerProcess broker, int partitions) {
    try (Admin admin = admin(broker)) {
      new Topics(admin, (short) 1).apply(TopicPlan.standard().withPartitionsAtMost(partitions));
    }
  }

  static Admin admin(BrokerProcess broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
  }

  /** Sends events and waits until the broker has them. */
  static void send(BrokerProcess broker, List<Event> events) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrap(),
            ProducerConfig.LINGER_MS_CONFIG,
            5);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (Event event : events) {
        Outgoing outgoing = Outgoing.of(event);
        producer.send(
            new ProducerRecord<>(event.stream().topic(), outgoing.key(), outgoing.value()));
      }
    }
  }

  /**
   * Waits until a job has read all there is and made it part of a checkpoint: offsets are committed
   * then.
   */
  static void awaitRead(BrokerProcess broker, String group, List<String> topics) {
    try (Admin admin = admin(broker)) {
      Waiting.until(
          group + " has read " + topics,
          PATIENCE,
          broker.process(),
          () -> allRead(admin, group, topics));
    }
  }

  private static boolean allRead(Admin admin, String group, List<String> topics) {
    try {
      Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get(30, TimeUnit.SECONDS)
          .forEach(
              (name, topic) ->
                  topic
                      .partitions()
                      .forEach(
                          p ->
                              wanted.put(
                                  new TopicPartition(name, p.partition()), OffsetSpec.latest())));
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(30, TimeUnit.SECONDS);
      return admin.listOffsets(wanted).all().get(30, TimeUnit.SECONDS).entrySet().stream()
          .allMatch(
              end ->
                  end.getValue().offset() == 0
                      || committed.get(end.getKey()) != null
                          && committed.get(end.getKey()).offset() >= end.getValue().offset());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (Exception e) {
      return false;
    }
  }

  /**
   * Runs docker/flink/keeper.sh once.
   *
   * @param environment besides what every call has
   */
  static String keep(
      FlinkProcesses flink, Path folder, BrokerProcess broker, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path commands = folder.resolve("bin");
    flink.writeClientInto(commands);
    ProcessBuilder keeper =
        new ProcessBuilder("bash", ROOT.resolve("docker/flink/keeper.sh").toString(), "--once");
    keeper.environment().putAll(environment);
    keeper.environment().put("PATH", commands + File.pathSeparator + System.getenv("PATH"));
    keeper.environment().put("TOCSIN_JOBMANAGER", flink.rest().address());
    keeper.environment().put("TOCSIN_BOOTSTRAP", broker.bootstrap());
    keeper.environment().put("TOCSIN_DATA", folder.resolve("shared").toString());
    keeper.environment().put("TOCSIN_JARS", jars(folder).toString());
    keeper.environment().put("TOCSIN_PARALLELISM", "1");
    keeper.environment().put("TOCSIN_CHECKPOINT_INTERVAL", "PT1S");
    Path log = folder.resolve("keeper.log");
    keeper.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Files.createDirectories(folder.resolve("shared"));
    Process process = keeper.start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("the keeper failed:\n" + Files.readString(log));
    }
    return Files.readString(log);
  }

  /** The fat jars as the image has them in one folder. */
  private static Path jars(Path folder) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("usrlib"));
    for (String job : List.of("detection", "dissuasion", "linking")) {
      Path jar = ROOT.resolve("jobs/%s/target/tocsin-%s.jar".formatted(job, job));
      Path linked = jars.resolve(jar.getFileName());
      if (!Files.exists(linked)) {
        Files.createSymbolicLink(linked, jar);
      }
    }
    return jars;
  }

  /** The folder that the desk's image copies, as a class path. */
  static List<Path> deskClasspath() throws IOException {
    List<Path> classpath = new ArrayList<>();
    try (var files = Files.list(ROOT.resolve("console/target/lib"))) {
      classpath.addAll(files.collect(Collectors.toList()));
    }
    try (var files =
        Files.newDirectoryStream(ROOT.resolve("console/target"), "tocsin-console-*.jar")) {
      files.forEach(classpath::add);
    }
    return classpath;
  }
}
