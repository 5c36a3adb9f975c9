package org.tocsin.runtime.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.schemas.KafkaAccess;

/**
 * Applies the topics of a deployment to a broker. Run before the jobs at every installation and
 * upgrade; running it again changes nothing.
 *
 * <pre>
 * TopicsMain --bootstrap HOST:PORT [--replication N] [--partitions-at-most N] [--file topics.yaml]
 * </pre>
 *
 * Exit status 0 when all topics are there, 1 when the broker refused or did not answer, 2 when the
 * call or the file is wrong.
 */
public final class TopicsMain {

  private static final Set<String> KNOWN =
      Set.of("--bootstrap", "--kafka-config", "--replication", "--partitions-at-most", "--file");
  private static final int REQUEST_TIMEOUT_MILLIS = 60_000;

  private TopicsMain() {}

  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      Map<String, String> options = options(args);
      TopicPlan plan = plan(options);
      short replication = Short.parseShort(options.getOrDefault("--replication", "-1"));
      KafkaAccess kafka =
          KafkaAccess.of(
              options.get("--bootstrap"),
              options.getOrDefault(
                  "--kafka-config", System.getenv(Setting.KAFKA_CONFIG.variable())));
      List<String> said = apply(kafka, replication, plan);
      said.forEach(out::println);
      out.printf(
          "%d topics are as declared%n",
          plan.topics().size() - said.stream().filter(s -> s.startsWith("left")).count());
      return 0;
    } catch (IllegalArgumentException | IOException e) {
      err.println("topics: " + e.getMessage());
      return 2;
    } catch (KafkaException e) {
      err.println("topics: the broker did not do it: " + e.getMessage());
      return 1;
    }
  }

  private static List<String> apply(KafkaAccess kafka, short replication, TopicPlan plan) {
    Map<String, Object> client = kafka.client();
    client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    try (Admin admin = Admin.create(client)) {
      return new Topics(admin, replication).apply(plan);
    }
  }

  private static TopicPlan plan(Map<String, String> options) throws IOException {
    TopicPlan plan = TopicPlan.standard();
    if (options.containsKey("--file")) {
      try (InputStream in = Files.newInputStream(Path.of(options.get("--file")))) {
        plan = TopicPlan.read(in);
      }
    }
    String most = options.get("--partitions-at-most");
    return most == null ? plan : plan.withPartitionsAtMost(Integer.parseInt(most));
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!KNOWN.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "%s is not an option with a value; known are %s"
                .formatted(args[i], KNOWN.stream().sorted().toList()));
      }
      options.put(args[i], args[i + 1]);
    }
    if (!options.containsKey("--bootstrap")) {
      throw new IllegalArgumentException("--bootstrap HOST:PORT is missing");
    }
    return options;
  }
}
