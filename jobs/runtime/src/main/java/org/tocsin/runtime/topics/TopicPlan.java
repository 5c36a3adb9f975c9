package org.tocsin.runtime.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The topics a deployment needs.
 *
 * @param topics each name once, in the order of the file
 */
public record TopicPlan(List<Topic> topics) {

  private static final String RESOURCE = "/tocsin/topics.yaml";

  /**
   * One topic.
   *
   * @param partitions at least 1
   * @param retention how long a record is kept; whole days
   */
  public record Topic(String name, int partitions, Duration retention) {

    public Topic {
      if (partitions < 1 || retention.isZero() || retention.isNegative()) {
        throw new IllegalArgumentException(
            "topic %s: partitions and retention must be positive".formatted(name));
      }
    }
  }

  public TopicPlan {
    topics = List.copyOf(topics);
    Set<String> names = new HashSet<>();
    for (Topic topic : topics) {
      if (!names.add(topic.name())) {
        throw new IllegalArgumentException("topic " + topic.name() + " is declared twice");
      }
    }
  }

  /** The plan that comes with this version. */
  public static TopicPlan standard() {
    try (InputStream in = TopicPlan.class.getResourceAsStream(RESOURCE)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /**
   * Reads a plan.
   *
   * @throws IllegalArgumentException when a topic says too little or something impossible
   */
  public static TopicPlan read(InputStream yaml) throws IOException {
    List<Topic> topics = new ArrayList<>();
    for (JsonNode node : new YAMLMapper().readTree(yaml).path("topics")) {
      topics.add(topic(node));
    }
    return new TopicPlan(topics);
  }

  private static Topic topic(JsonNode node) {
    for (String field : List.of("name", "partitions", "retention")) {
      if (!node.hasNonNull(field)) {
        throw new IllegalArgumentException("a topic has no " + field + ": " + node);
      }
    }
    Period retention = Period.parse(node.get("retention").asText());
    return new Topic(
        node.get("name").asText(),
        node.get("partitions").asInt(),
        // A month has no fixed length, so only days count.
        Duration.ofDays(retention.getDays()));
  }

  /** The same topics with no more than {@code most} partitions each, for a small machine. */
  public TopicPlan withPartitionsAtMost(int most) {
    return new TopicPlan(
        topics.stream()
            .map(t -> new Topic(t.name(), Math.min(most, t.partitions()), t.retention()))
            .toList());
  }
}
