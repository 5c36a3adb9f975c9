package org.tocsin.runtime.kafka;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.types.Either;
import org.tocsin.runtime.fold.TimeSource;
import org.tocsin.runtime.wire.Rejection;

/**
 * Event time of one partition: its newest record less the bound, and never ahead of the clock. A
 * record may be dated up to a day ahead; one wrong clock at a bank must not make all others late.
 */
final class LiveWatermarks<T> implements WatermarkStrategy<Either<T, Rejection>> {

  private static final long serialVersionUID = 1L;

  /** The time of a refused record: it has none, and moves no watermark. */
  static final long NO_TIME = Long.MIN_VALUE;

  private final RecordReader<T> reader;
  private final long boundMillis;
  private final TimeSource clock;

  LiveWatermarks(RecordReader<T> reader, Duration bound, TimeSource clock) {
    this.reader = reader;
    this.boundMillis = bound.toMillis();
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
    return new Newest();
  }

  private final class Newest implements WatermarkGenerator<Either<T, Rejection>> {

    private long newest = NO_TIME;

    @Override
    public void onEvent(Either<T, Rejection> decoded, long time, WatermarkOutput output) {
      if (time > newest) {
        newest = Math.max(newest, Math.min(time, clock.now(time)));
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
