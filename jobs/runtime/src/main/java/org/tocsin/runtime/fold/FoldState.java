package org.tocsin.runtime.fold;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.StreamingRuntimeContext;
import org.tocsin.runtime.types.ByteMeter;
import org.tocsin.runtime.types.CodecTypeInfo;

/** The form of a fold's state in checkpoints and savepoints; changing it breaks restores. */
final class FoldState {

  static final String NAME = "state";

  /** The compaction filter asks for the time once in so many entries. */
  private static final long ENTRIES_A_CLOCK_READ = 10_000;

  private FoldState() {}

  /** The cache through which an operator reaches its state, with the metrics of both. */
  static <S> StateCache<S> cache(
      StreamingRuntimeContext context,
      CodecTypeInfo<S> type,
      FoldSettings settings,
      StateCache.KeyContext keys,
      MetricGroup metrics)
      throws Exception {
    StateMeter meter = new StateMeter(metrics.counter("state_bytes_written"));
    ValueState<S> state = context.getState(descriptor(type, settings.stateRetention(), meter));
    CacheRoom room = CacheRoom.of(settings, context.getTaskManagerRuntimeInfo());
    return new StateCache<>(room, state, meter, keys, metrics);
  }

  static <S> ValueStateDescriptor<S> descriptor(
      CodecTypeInfo<S> type, Duration retention, ByteMeter meter) {
    ValueStateDescriptor<S> descriptor =
        new ValueStateDescriptor<>(NAME, type.serializer().metered(meter));
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(retention)
            .updateTtlOnCreateAndWrite()
            .neverReturnExpired()
            .cleanupInRocksdbCompactFilter(ENTRIES_A_CLOCK_READ)
            .build());
    return descriptor;
  }
}
