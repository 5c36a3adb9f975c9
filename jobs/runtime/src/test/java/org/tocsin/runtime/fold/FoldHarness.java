package org.tocsin.runtime.fold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.tocsin.runtime.types.CodecTypeInfo;

/** A {@link FoldOperator} of {@link Tally} in Flink's harness. */
final class FoldHarness implements AutoCloseable {

  static final int MAX_PARALLELISM = 128;

  private final KeyedOneInputStreamOperatorTestHarness<Long, Tally.Added, Tally.Said> harness;
  private long checkpoints;

  private FoldHarness(Setup setup) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new FoldOperator<>(
                new Tally(), CodecTypeInfo.of(Tally.Sum.class), setup.settings(), setup.time),
            Tally.Added::key,
            Types.LONG,
            MAX_PARALLELISM,
            setup.parallelism,
            setup.subtask);
    harness.setStateBackend(setup.backend);
    harness.setup(CodecTypeInfo.of(Tally.Said.class).serializer());
    if (setup.restored != null) {
      harness.initializeState(setup.restored);
    }
    harness.open();
  }

  /** How a harness is made; the defaults are one subtask on heap state. */
  static final class Setup {
    private int cacheEntries = 100;
    private Duration granularity = Duration.ofMillis(1);
    private Duration retention = Duration.ofDays(400);
    private Duration snapshotInterval = Duration.ZERO;
    private TimeSource time = TimeSource.event();
    private StateBackend backend = new HashMapStateBackend();
    private int parallelism = 1;
    private int subtask;
    private OperatorSubtaskState restored;

    Setup cache(int entries) {
      cacheEntries = entries;
      return this;
    }

    Setup granularity(Duration rounded) {
      granularity = rounded;
      return this;
    }

    Setup retention(Duration kept) {
      retention = kept;
      return this;
    }

    Setup snapshotInterval(Duration interval) {
      snapshotInterval = interval;
      return this;
    }

    private FoldSettings settings() {
      return new FoldSettings(cacheEntries, granularity, retention, snapshotInterval, 0);
    }

    Setup time(TimeSource source) {
      time = source;
      return this;
    }

    Setup backend(StateBackend used) {
      backend = used;
      return this;
    }

    Setup subtask(int index, int of) {
      subtask = index;
      parallelism = of;
      return this;
    }

    Setup restored(OperatorSubtaskState state) {
      restored = state;
      return this;
    }

    FoldHarness open() throws Exception {
      return new FoldHarness(this);
    }
  }

  static Setup with() {
    return new Setup();
  }

  void input(Tally.Added input, long time) throws Exception {
    harness.processElement(new StreamRecord<>(input, time));
  }

  void inputWithoutTime(Tally.Added input) throws Exception {
    harness.processElement(new StreamRecord<>(input));
  }

  void watermark(long time) throws Exception {
    harness.processWatermark(time);
  }

  void processingTime(long time) throws Exception {
    harness.setStateTtlProcessingTime(time);
  }

  /** The machine's clock, which drives what is written behind. */
  void wall(long time) throws Exception {
    harness.setProcessingTime(time);
  }

  OperatorSubtaskState snapshot() throws Exception {
    checkpoints++;
    harness.prepareSnapshotPreBarrier(checkpoints);
    return harness.snapshot(checkpoints, checkpoints);
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  int states() {
    return harness.numKeyedStateEntries();
  }

  /** What was emitted since the last call, with its times. */
  List<StreamRecord<? extends Tally.Said>> said() {
    List<StreamRecord<? extends Tally.Said>> said =
        new ArrayList<>(harness.extractOutputStreamRecords());
    harness.getOutput().clear();
    return said;
  }

  List<Tally.Said> saidValues() {
    List<Tally.Said> values = new ArrayList<>();
    said().forEach(record -> values.add(record.getValue()));
    return values;
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
