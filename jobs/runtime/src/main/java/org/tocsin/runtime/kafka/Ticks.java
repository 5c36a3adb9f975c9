package org.tocsin.runtime.kafka;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.tocsin.runtime.fold.TimeSource;

/**
 * A stream of nothing but time: once a second the clock's, less the bound of disorder. Joined with
 * a stream that has fallen idle it lets deadlines come in quiet hours; while the stream is not
 * idle, its own, older event time holds.
 */
final class Ticks {

  private static final double A_SECOND = 1;

  private Ticks() {}

  static <T> DataStream<T> attach(
      StreamExecutionEnvironment environment,
      String uid,
      TypeInformation<T> type,
      Duration bound,
      TimeSource clock) {
    GeneratorFunction<Long, Long> time = tick -> clock.now(0);
    DataGeneratorSource<Long> source =
        new DataGeneratorSource<>(
            time, Long.MAX_VALUE, RateLimiterStrategy.perSecond(A_SECOND), Types.LONG);
    return environment
        .fromSource(
            source,
            WatermarkStrategy.<Long>forBoundedOutOfOrderness(bound)
                .withTimestampAssigner((tick, before) -> tick),
            uid)
        .uid(uid)
        .setParallelism(1)
        .flatMap(new TimeOnly<T>())
        .returns(type)
        .name(uid + "-time-only")
        .uid(uid + "-time-only")
        .setParallelism(1);
  }

  private static final class TimeOnly<T> implements FlatMapFunction<Long, T> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Long tick, Collector<T> out) {}
  }
}
