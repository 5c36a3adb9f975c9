package org.tocsin.local.up;

import static org.tocsin.local.up.Ports.LOOPBACK;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker in this process, its own controller (KRaft), on loopback. */
public final class Broker implements Part {

  private final KafkaRaftServer server;
  private final String bootstrap;

  private Broker(KafkaRaftServer server, String bootstrap) {
    this.server = server;
    this.bootstrap = bootstrap;
  }

  /**
   * @param folder holds the logs; a folder of an earlier run is taken up where it ended
   */
  public static Broker start(Path folder) throws IOException {
    Files.createDirectories(folder);
    int port = Ports.free();
    Map<String, String> settings = settings(folder.resolve("logs"), port, Ports.free());
    if (!Files.exists(folder.resolve("logs/meta.properties"))) {
      format(folder, settings);
    }
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.apply(new HashMap<>(settings), false), Time.SYSTEM);
    server.startup();
    return new Broker(server, LOOPBACK + ":" + port);
  }

  private static Map<String, String> settings(Path logs, int port, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    // Voters as a setting, not in the log: the port may differ from run to run.
    settings.put("controller.quorum.voters", "1@%s:%d".formatted(LOOPBACK, controllerPort));
    settings.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(LOOPBACK, port, LOOPBACK, controllerPort));
    settings.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(LOOPBACK, port));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", logs.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // Sized for one machine that runs everything else as well.
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("log.segment.bytes", Integer.toString(64 << 20));
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    return settings;
  }

  private static void format(Path folder, Map<String, String> settings) throws IOException {
    Path file = folder.resolve("format.properties");
    Properties properties = new Properties();
    properties.putAll(settings);
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] arguments = {
      "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
    };
    int status;
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      status = StorageTool.execute(arguments, out);
    }
    if (status != 0) {
      throw new IOException(
          "the broker's folder cannot be prepared: " + said.toString(StandardCharsets.UTF_8));
    }
  }

  public String bootstrap() {
    return bootstrap;
  }

  @Override
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }
}
