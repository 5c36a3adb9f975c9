package org.tocsin.runtime.kafka;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.types.Either;
import org.tocsin.runtime.fold.TimeSource;
import org.tocsin.runtime.wire.Rejection;
import org.tocsin.schemas.Contract;

/**
 * Event time of one partition: its newest record less the bound, and never ahead of the clock. A
 * record may be dated up to a day ahead; one wrong clock at a bank must not make all others late.
 *
 * <p>Late is what lies more than the bound behind the newest record before it in its partition, as
 * in a replay it is behind those before it in its file. It is counted here, where each partition
 * has its own time: the watermark of a subtask is only as far as its slowest partition.
 */
final class LiveWatermarks<T> implements WatermarkStrategy<Either<T, Rejection>> {

  private static final long serialVersionUID = 1L;

  /** The time of a refused record: it has none, and moves no watermark. */
  static final long NO_TIME = Long.MIN_VALUE;

  private final List<Contract> streams;
  private final RecordReader<T> reader;
  private final long boundMillis;
  private final Duration idleAfter;
  private final TimeSource clock;
  private transient Map<Contract, Counter> late;

  /**
   * @param bound how far behind the newest record of a partition the others may lie
   * @param idleAfter without a good record a partition holds up no other any more
   */
  LiveWatermarks(
      List<Contract> streams,
      RecordReader<T> reader,
      Duration bound,
      Duration idleAfter,
      TimeSource clock) {
    this.streams = List.copyOf(streams);
    this.reader = reader;
    this.boundMillis = bound.toMillis();
    this.idleAfter = idleAfter;
    this.clock = clock;
  }

  @Override
  public TimestampAssigner<Either<T, Rejection>> createTimestampAssigner(
      TimestampAssignerSupplier.Context context) {
    return (decoded, kafkaTime) -> decoded.isLeft() ? reader.eventTime(decoded.left()) : NO_TIME;
  }

  @Override
  public WatermarkGenerator<Either<T, Rejection>> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    if (late == null) {
      late = counters(context.getMetricGroup());
    }
    return new OfGoodRecords<>(
        new WatermarksWithIdleness<>(new Newest(), idleAfter, context.getInputActivityClock()));
  }

  /** Shared by the partitions of a subtask. */
  private Map<Contract, Counter> counters(MetricGroup metrics) {
    Map<Contract, Counter> counters = new EnumMap<>(Contract.class);
    for (Contract stream : streams) {
      counters.put(
          stream, metrics.addGroup("input").addGroup("stream", stream.topic()).counter("late"));
    }
    return counters;
  }

  /**
   * A partition that brings only refused records is idle: they have no time, and would hold the
   * time of all others where it is.
   */
  private record OfGoodRecords<T>(WatermarkGenerator<Either<T, Rejection>> ofAny)
      implements WatermarkGenerator<Either<T, Rejection>> {

    @Override
    public void onEvent(Either<T, Rejection> decoded, long time, WatermarkOutput output) {
      if (time != NO_TIME) {
        ofAny.onEvent(decoded, time, output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      ofAny.onPeriodicEmit(output);
    }
  }

  private final class Newest implements WatermarkGenerator<Either<T, Rejection>> {

    private long newest = NO_TIME;

    @Override
    public void onEvent(Either<T, Rejection> decoded, long time, WatermarkOutput output) {
      if (time > newest) {
        newest = Math.max(newest, Math.min(time, clock.now(time)));
      } else if (time < newest - boundMillis) {
        late.get(reader.stream(decoded.left())).inc();
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      if (newest != NO_TIME) {
        output.emitWatermark(new Watermark(newest - boundMillis - 1));
      }
    }
  }
}
