package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Event;
import org.tocsin.core.warning.Warning;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.PipelineSettings;
import org.tocsin.runtime.types.CodecTypeInfo;

/** The pipeline on Flink gives what the stages give one behind the other. */
class DetectionPipelineTest {

  @Test
  void flinkFindsWhatTheStagesFind() throws Exception {
    Story story =
        new Story()
            .owns("01-01 09:00", "wang", "card")
            .hasPhone("01-01 09:00", "wang", "phone")
            .started("03-11 10:00", "c1", "abroad", "phone", Origin.FOREIGN)
            .pays("03-11 10:30", "card", "safe", 50_000)
            .ended("03-11 10:40", "c1", "abroad", "phone", Origin.FOREIGN, 40)
            .pays("03-12 10:00", "card", "m1", 108)
            .pays("03-12 10:20", "r1", "card", 113)
            .pays("03-12 14:00", "card", "m2", 3_000);

    List<Warning> found = onFlink(story.inOrder());

    assertThat(found).isEqualTo(new Chain().feed(story.inOrder()).warnings()).hasSize(2);
  }

  private static List<Warning> onFlink(List<Event> events) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(JobEnvironment.replay());
    DataStream<Event> input =
        environment
            .fromData(events, CodecTypeInfo.of(Event.class))
            .uid("events")
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Event>forGenerator(any -> new InBand())
                    .withTimestampAssigner((event, before) -> event.eventTime()))
            .uid("times");
    DetectionStreams streams =
        DetectionPipeline.attach(input, Chain.RULES, PipelineSettings.replay());
    List<Warning> found = new ArrayList<>();
    streams.warnings().executeAndCollect().forEachRemaining(found::add);
    return found;
  }

  /** Event time passes with the events, as in a replay: they are read faster than a timer ticks. */
  private static final class InBand implements WatermarkGenerator<Event> {
    @Override
    public void onEvent(Event event, long time, WatermarkOutput output) {
      output.emitWatermark(new Watermark(time - 1));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }
}
