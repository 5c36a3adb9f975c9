package org.tocsin.testkit.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** One Kafka broker that is its own controller (KRaft), in a process of its own. */
public final class BrokerProcess implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);

  private static final String PASSWORD = "of-this-test";

  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"tocsin\" password=\"%s\"".formatted(PASSWORD);

  /** The broker presents the same to itself. */
  private static final String SECURED =
      String.join(
          "\n",
          "sasl.enabled.mechanisms=PLAIN",
          "sasl.mechanism.inter.broker.protocol=PLAIN",
          "listener.name.plaintext.plain.sasl.jaas.config=%s user_tocsin=\"%s\";"
              .formatted(LOGIN, PASSWORD));

  private final ChildProcess process;
  private final String bootstrap;
  private final Map<String, String> security;

  private BrokerProcess(ChildProcess process, String bootstrap, Map<String, String> security) {
    this.process = process;
    this.bootstrap = bootstrap;
    this.security = security;
  }

  /** Formats the storage in {@code folder}, starts the broker and waits until it answers. */
  public static BrokerProcess start(Path folder) {
    return start(folder, Map.of());
  }

  /**
   * One that lets in only who presents a name and password (SASL/PLAIN).
   *
   * @param client is written: what a client has to present, as properties
   */
  public static BrokerProcess startSecured(Path folder, Path client) {
    Map<String, String> security =
        Map.of(
            "security.protocol", "SASL_PLAINTEXT",
            "sasl.mechanism", "PLAIN",
            "sasl.jaas.config", LOGIN + ";");
    Properties properties = new Properties();
    properties.putAll(security);
    try (Writer out = Files.newBufferedWriter(client)) {
      properties.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the client's file", e);
    }
    return start(folder, security);
  }

  private static BrokerProcess start(Path folder, Map<String, String> security) {
    List<Integer> ports = Ports.free(2);
    String bootstrap = "127.0.0.1:" + ports.get(0);
    try {
      Files.createDirectories(folder);
      Path properties = folder.resolve("server.properties");
      Files.writeString(properties, properties(folder, ports.get(0), ports.get(1), security));
      format(properties);
      ChildProcess process =
          new ChildProcess.Plan("broker", "kafka.Kafka", ChildClasspath.libraries())
              .jvm("-Xmx384m", "-XX:+UseSerialGC")
              .jvm("-Dlog4j2.configurationFile=" + ChildLogging.write(folder))
              .arguments(properties.toString())
              .start(folder);
      BrokerProcess broker = new BrokerProcess(process, bootstrap, security);
      broker.awaitReady();
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the broker's folder", e);
    }
  }

  private static String properties(
      Path folder, int port, int controllerPort, Map<String, String> security) {
    String protocol = security.getOrDefault("security.protocol", "PLAINTEXT");
    return String.join(
        "\n",
        "process.roles=broker,controller",
        "node.id=1",
        "controller.quorum.bootstrap.servers=127.0.0.1:" + controllerPort,
        "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
        "controller.listener.names=CONTROLLER",
        "listener.security.protocol.map=PLAINTEXT:" + protocol + ",CONTROLLER:PLAINTEXT",
        "log.dirs=" + folder.resolve("data"),
        "offsets.topic.replication.factor=1",
        "offsets.topic.num.partitions=1",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1",
        "group.initial.rebalance.delay.ms=0",
        // A topic that nobody declared is a mistake of ours, here as in docker/.
        "auto.create.topics.enable=false",
        security.isEmpty() ? "" : SECURED,
        "");
  }

  private static void format(Path properties) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] arguments = {
      "format",
      "--standalone",
      "--cluster-id",
      Uuid.randomUuid().toString(),
      "--config",
      properties.toString()
    };
    int status;
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      status = StorageTool.execute(arguments, out);
    }
    if (status != 0) {
      throw new IOException("storage was not formatted: " + said.toString(StandardCharsets.UTF_8));
    }
  }

  private void awaitReady() {
    Waiting.until("the broker answers", STARTS_WITHIN, process, this::answers);
  }

  private boolean answers() {
    Map<String, Object> client = new HashMap<>(security);
    client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
    client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
    try (Admin admin = Admin.create(client)) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@code host:port} for clients. */
  public String bootstrap() {
    return bootstrap;
  }

  public ChildProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
