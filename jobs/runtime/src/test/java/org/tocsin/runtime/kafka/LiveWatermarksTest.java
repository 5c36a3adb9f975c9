package org.tocsin.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.types.Either;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;
import org.tocsin.runtime.fold.TimeSource;
import org.tocsin.runtime.wire.Rejection;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.ReasonCode;

/** How far event time of one partition has come, and when it holds up no other. */
class LiveWatermarksTest {

  private static final Duration IDLE_AFTER = Duration.ofSeconds(5);

  private static final Rejection REFUSED =
      new Rejection("events.call.v1", "0:1", ReasonCode.BROKEN_JSON, "no JSON", "{", null, null);

  private final ManualClock clock = new ManualClock();
  private final Told told = new Told();
  private final WatermarkGenerator<Either<Long, Rejection>> partition =
      new LiveWatermarks<>(
              List.of(Contract.CALL),
              new Times(),
              Duration.ofSeconds(60),
              IDLE_AFTER,
              TimeSource.event())
          .createWatermarkGenerator(new Context(clock));

  private void accepted(long time) {
    partition.onEvent(Either.Left(time), time, told);
  }

  private void refusedFor(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      partition.onEvent(Either.Right(REFUSED), LiveWatermarks.NO_TIME, told);
      clock.advanceTime(Duration.ofSeconds(1));
      partition.onPeriodicEmit(told);
    }
  }

  @Test
  void the_time_is_that_of_the_newest_record_less_the_bound() {
    accepted(1_000_000);
    accepted(990_000);
    partition.onPeriodicEmit(told);

    assertThat(told.marks).containsExactly(1_000_000L - 60_000 - 1);
  }

  @Test
  void a_partition_that_brings_only_refused_records_is_idle() {
    accepted(1_000_000);
    refusedFor(Duration.ofMinutes(2));

    assertThat(told.idle).isTrue();
  }

  @Test
  void it_counts_again_with_its_next_good_record() {
    refusedFor(Duration.ofMinutes(2));
    accepted(2_000_000);
    partition.onPeriodicEmit(told);

    assertThat(told.idle).isFalse();
  }

  private record Context(ManualClock clock) implements WatermarkGeneratorSupplier.Context {
    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup();
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return clock;
    }
  }

  private static final class Told implements WatermarkOutput {
    private final List<Long> marks = new ArrayList<>();
    private boolean idle;

    @Override
    public void emitWatermark(Watermark watermark) {
      marks.add(watermark.getTimestamp());
      idle = false;
    }

    @Override
    public void markIdle() {
      idle = true;
    }

    @Override
    public void markActive() {
      idle = false;
    }
  }

  private static final class Times implements RecordReader<Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Long read(Contract stream, IndexedRecord record) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long eventTime(Long value) {
      return value;
    }

    @Override
    public Contract stream(Long value) {
      return Contract.CALL;
    }
  }
}
