package org.tocsin.runtime.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.record.TimestampType;

/** Brings a broker's topics to what a {@link TopicPlan} says. Never deletes, never repartitions. */
public final class Topics {

  private final Admin admin;
  private final short replication;

  /**
   * @param replication copies of each partition; -1 for the broker's own default
   */
  public Topics(Admin admin, short replication) {
    this.admin = admin;
    this.replication = replication;
  }

  /**
   * Creates what is missing and corrects retention, clean-up and timestamps of what is there.
   *
   * @return what was done or left, one sentence each; empty when all was as planned
   * @throws KafkaException when the broker refuses or cannot be reached
   */
  public List<String> apply(TopicPlan plan) {
    Collection<String> there = get(admin.listTopics().names());
    List<String> said = new ArrayList<>();
    create(plan.topics().stream().filter(t -> !there.contains(t.name())).toList(), said);
    correct(plan.topics().stream().filter(t -> there.contains(t.name())).toList(), said);
    return said;
  }

  private void create(List<TopicPlan.Topic> missing, List<String> said) {
    Map<String, TopicPlan.Topic> byName = new LinkedHashMap<>();
    missing.forEach(topic -> byName.put(topic.name(), topic));
    admin
        .createTopics(missing.stream().map(this::newTopic).toList())
        .values()
        .forEach(
            (name, done) -> {
              TopicPlan.Topic topic = byName.get(name);
              if (createdNow(done)) {
                said.add(
                    "created %s: %d partitions, kept %d days"
                        .formatted(name, topic.partitions(), topic.retention().toDays()));
              }
            });
  }

  private NewTopic newTopic(TopicPlan.Topic topic) {
    return new NewTopic(topic.name(), topic.partitions(), replication).configs(settings(topic));
  }

  /** Two deployments that start at once both find it missing; the second has nothing to do. */
  private static boolean createdNow(KafkaFuture<Void> done) {
    try {
      get(done);
      return true;
    } catch (TopicExistsException e) {
      return false;
    }
  }

  private static Map<String, String> settings(TopicPlan.Topic topic) {
    return Map.of(
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(topic.retention().toMillis()),
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        // By a producer's own time a late record would be deleted before it is read, and one that
        // is
        // ahead by an hour refused: retention counts from arrival, and the contract says what is
        // too
        // far ahead.
        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
        TimestampType.LOG_APPEND_TIME.name);
  }

  private void correct(List<TopicPlan.Topic> present, List<String> said) {
    List<String> names = present.stream().map(TopicPlan.Topic::name).toList();
    Map<String, TopicDescription> described = get(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> configured =
        get(admin.describeConfigs(names.stream().map(Topics::resource).toList()).all());
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (TopicPlan.Topic topic : present) {
      int partitions = described.get(topic.name()).partitions().size();
      if (partitions != topic.partitions()) {
        said.add(
            "left %s at %d partitions, %d are planned: a change would break the order of keys"
                .formatted(topic.name(), partitions, topic.partitions()));
      }
      List<AlterConfigOp> wrong = wrong(topic, configured.get(resource(topic.name())));
      if (!wrong.isEmpty()) {
        changes.put(resource(topic.name()), wrong);
        said.add("corrected %s: %s".formatted(topic.name(), named(wrong)));
      }
    }
    get(admin.incrementalAlterConfigs(changes).all());
  }

  private static List<AlterConfigOp> wrong(TopicPlan.Topic topic, Config config) {
    return settings(topic).entrySet().stream()
        .filter(wanted -> !wanted.getValue().equals(config.get(wanted.getKey()).value()))
        .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), OpType.SET))
        .toList();
  }

  private static List<String> named(List<AlterConfigOp> changes) {
    return changes.stream()
        .map(op -> op.configEntry().name() + "=" + op.configEntry().value())
        .sorted()
        .toList();
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException cause) {
        throw cause;
      }
      throw new KafkaException("the broker did not do it", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
