package org.tocsin.local.feed;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.tocsin.local.CannotRun;
import org.tocsin.runtime.topics.TopicPlan;
import org.tocsin.runtime.topics.Topics;
import org.tocsin.schemas.KafkaAccess;

/** Makes sure that a broker answers and has the topics. */
public final class BrokerTopics {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final short BROKERS_DEFAULT = -1;

  private BrokerTopics() {}

  /** With the partitions of a deployment. */
  static void prepare(KafkaAccess kafka) {
    prepare(kafka, TopicPlan.standard());
  }

  /**
   * @throws CannotRun when no broker answers, or it does not let us
   */
  public static void prepare(KafkaAccess kafka, TopicPlan plan) {
    try (Admin admin = Admin.create(settings(kafka))) {
      new Topics(admin, BROKERS_DEFAULT).apply(plan);
    } catch (KafkaException e) {
      throw new CannotRun("no Kafka broker answers at %s (%s)".formatted(kafka, reason(e)), e);
    }
  }

  private static Map<String, Object> settings(KafkaAccess kafka) {
    Map<String, Object> client = kafka.client();
    client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
    client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    return client;
  }

  private static String reason(KafkaException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
