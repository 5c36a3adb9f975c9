package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tocsin.core.links.Link;
import org.tocsin.core.links.LinkInput;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.PipelineSettings;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.testkit.flink.FlinkClusters;

/** The topology in a replay: rooms write to each other within one subtask, without a topic. */
class LinkingPipelineTest {

  @RegisterExtension static final MiniClusterExtension FLINK = FlinkClusters.withSlots(1);

  @Test
  void a_trace_goes_from_room_to_room_within_the_operator() throws Exception {
    Money story =
        new Money()
            .owns("01-05 09:00", "anna", "savings")
            .pays("03-11 15:00", "savings", "a", 10_000)
            .pays("03-11 15:05", "a", "b", 10_000)
            .pays("03-11 15:10", "b", "c", 4_000)
            .reports("03-11 16:00", "anna", "a", 10_000.0)
            .pays("03-11 16:05", "c", "d", 4_000);

    List<Link> told = replay(story);
    assertThat(told).extracting(Link::revision).containsExactly(1, 2);
    assertThat(told).isEqualTo(new Rooms().feed(story.events()).links());
  }

  private static List<Link> replay(Money story) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobEnvironment.configureReplay(environment);
    List<LinkInput> inputs = new ArrayList<>();
    story.events().forEach(event -> inputs.add(new LinkInput.EventSeen(event)));
    DataStream<LinkInput> stream =
        environment
            .fromData(inputs, CodecTypeInfo.of(LinkInput.class))
            .uid("inputs")
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<LinkInput>forMonotonousTimestamps()
                    .withTimestampAssigner((input, before) -> input.time()))
            .uid("times");
    LinkingStreams streams = LinkingPipeline.attach(stream, Rooms.RULES, PipelineSettings.replay());
    List<Link> links = new ArrayList<>();
    try (CloseableIterator<Link> results = streams.links().executeAndCollect()) {
      results.forEachRemaining(links::add);
    }
    return links;
  }
}
