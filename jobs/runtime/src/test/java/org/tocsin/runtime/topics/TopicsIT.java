package org.tocsin.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.testkit.process.BrokerProcess;
import org.tocsin.testkit.process.Waiting;

/** Declared topics are created once, corrected where they drifted, and otherwise left alone. */
class TopicsIT {

  @TempDir Path folder;

  @Test
  void applyingAgainChangesNothingAndDriftIsCorrected() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      Topics topics = new Topics(admin, (short) 1);
      TopicPlan plan = TopicPlan.standard().withPartitionsAtMost(2);

      assertThat(topics.apply(plan)).hasSameSizeAs(plan.topics());
      assertThat(admin.listTopics().names().get())
          .containsAll(plan.topics().stream().map(TopicPlan.Topic::name).toList());
      assertThat(topics.apply(plan)).isEmpty();

      TopicPlan changed =
          new TopicPlan(List.of(new TopicPlan.Topic("warnings.v1", 3, Duration.ofDays(7))));
      assertThat(topics.apply(changed))
          .anyMatch(said -> said.startsWith("left warnings.v1 at 2 partitions"))
          .anyMatch(said -> said.startsWith("corrected warnings.v1: [retention.ms=604800000]"));
      // A controller's change reaches the broker a moment later.
      Waiting.until(
          "the correction is in force",
          Duration.ofSeconds(30),
          broker.process(),
          () -> topics.apply(changed).stream().noneMatch(said -> said.startsWith("corrected")));
    }
  }
}
