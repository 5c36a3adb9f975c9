package org.tocsin.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Stream;

/** The declared topics are those of the contract, kept no longer than the privacy defaults say. */
class TopicPlanTest {

  private static final List<String> OUTPUTS =
      List.of(
          "signals.v1",
          "warnings.v1",
          "dissuasion.tasks.v1",
          "cases.v1",
          "advice.v1",
          "links.v1",
          "rejected.v1");

  @Test
  void everyStreamOfTheContractIsDeclared() {
    assertThat(TopicPlan.standard().topics())
        .extracting(TopicPlan.Topic::name)
        .containsAll(Arrays.stream(Stream.values()).map(Stream::topic).toList())
        .containsAll(OUTPUTS);
  }

  @Test
  void rawEventsGoAfterThirtyDaysAndWarningsAfterThreeYears() {
    assertThat(retention("events.transaction.v1")).isEqualTo(Duration.ofDays(30));
    assertThat(retention("rejected.v1")).isEqualTo(Duration.ofDays(30));
    assertThat(retention("warnings.v1")).isEqualTo(Duration.ofDays(3 * 365));
  }

  @Test
  void aSmallMachineGetsFewerPartitionsOfTheSameTopics() {
    TopicPlan small = TopicPlan.standard().withPartitionsAtMost(2);

    assertThat(small.topics()).hasSameSizeAs(TopicPlan.standard().topics());
    assertThat(small.topics()).allMatch(topic -> topic.partitions() <= 2);
  }

  @Test
  void aPlanThatSaysTooLittleOrTwiceIsRefusedWhole() {
    assertThatThrownBy(() -> read("topics: [{name: a, partitions: 1}]"))
        .hasMessageContaining("retention");
    assertThatThrownBy(() -> read("topics: [{name: a, partitions: 0, retention: P1D}]"))
        .hasMessageContaining("positive");
    assertThatThrownBy(
            () ->
                read(
                    "topics: [{name: a, partitions: 1, retention: P1D},"
                        + " {name: a, partitions: 1, retention: P1D}]"))
        .hasMessageContaining("twice");
  }

  @Test
  void aWrongCallIsToldInOneLine() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int status =
        TopicsMain.run(
            new String[] {"--bootstap", "x"},
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(status).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--bootstap");
  }

  private static Duration retention(String topic) {
    return TopicPlan.standard().topics().stream()
        .filter(t -> t.name().equals(topic))
        .findFirst()
        .orElseThrow()
        .retention();
  }

  private static TopicPlan read(String yaml) throws IOException {
    return TopicPlan.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
