package org.tocsin.runtime.fold;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.tocsin.runtime.types.CodecTypeInfo;

/** The form of a fold's state in checkpoints and savepoints; changing it breaks restores. */
final class FoldState {

  static final String NAME = "state";

  /** The compaction filter asks for the time once in so many entries. */
  private static final long ENTRIES_A_CLOCK_READ = 10_000;

  private FoldState() {}

  static <S> ValueStateDescriptor<S> descriptor(
      CodecTypeInfo<S> type, Duration retention, Counter bytes) {
    ValueStateDescriptor<S> descriptor =
        new ValueStateDescriptor<>(NAME, type.serializer().counting(bytes));
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(retention)
            .updateTtlOnCreateAndWrite()
            .neverReturnExpired()
            .cleanupInRocksdbCompactFilter(ENTRIES_A_CLOCK_READ)
            .build());
    return descriptor;
  }
}
