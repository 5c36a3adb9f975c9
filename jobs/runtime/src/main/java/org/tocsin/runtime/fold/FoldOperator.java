package org.tocsin.runtime.fold;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * Runs a {@link Stage}: one value of state a key, reached only through a {@link StateCache}, and
 * wake-ups as event-time timers. What a stage emits carries the time of what it was handling.
 *
 * <p>The key context of the state backend is set only where state or timers are touched, not for
 * every record: on RocksDB it costs a serialization of the key, and most records hit the cache.
 *
 * @param <I> input
 * @param <S> state of a key
 * @param <O> output
 */
final class FoldOperator<I, S, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O>, Triggerable<Long, VoidNamespace> {

  private static final long serialVersionUID = 1L;
  private static final String TIMERS = "wake";

  private final Stage<I, S, O> stage;
  private final CodecTypeInfo<S> stateType;
  private final FoldSettings settings;
  private final TimeSource time;

  private transient StateCache<S> cache;
  private transient WriteBehind writing;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient StreamRecord<O> reused;
  private transient Handling turn;
  private transient StageCounters counters;
  private transient Counter timersSet;
  private transient Counter timersFired;

  FoldOperator(
      Stage<I, S, O> stage, CodecTypeInfo<S> stateType, FoldSettings settings, TimeSource time) {
    this.stage = stage;
    this.stateType = stateType;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public void open() throws Exception {
    super.open();
    MetricGroup metrics = getMetricGroup().addGroup("fold");
    cache = FoldState.cache(getRuntimeContext(), stateType, settings, this::setCurrentKey, metrics);
    writing = WriteBehind.start(cache, getProcessingTimeService(), settings.snapshotInterval());
    timers = getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
    timersSet = metrics.counter("timers_set");
    timersFired = metrics.counter("timers_fired");
    counters = new StageCounters(getMetricGroup().addGroup("stage"), stage.counted());
    reused = new StreamRecord<>(null);
    turn = new Handling();
  }

  /** Left to {@link StateCache} and {@link Handling#wakeAt}, see above. */
  @Override
  @SuppressWarnings("rawtypes")
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  public void processElement(StreamRecord<I> record) throws Exception {
    if (!record.hasTimestamp()) {
      throw new IllegalStateException("a record without event time reached " + getOperatorName());
    }
    long key = keyOf(record.getValue());
    StateCache.Entry<S> entry = cache.get(key);
    turn.begin(key, entry, record.getTimestamp());
    cache.put(entry, stage.onInput(key, entry.state(), record.getValue(), turn));
  }

  @SuppressWarnings("unchecked")
  private long keyOf(I input) throws Exception {
    return ((org.apache.flink.api.java.functions.KeySelector<I, Long>) stateKeySelector1)
        .getKey(input);
  }

  @Override
  public void onEventTime(InternalTimer<Long, VoidNamespace> timer) throws Exception {
    timersFired.inc();
    long key = timer.getKey();
    StateCache.Entry<S> entry = cache.get(key);
    turn.begin(key, entry, timer.getTimestamp());
    cache.put(entry, stage.onTime(key, entry.state(), turn));
  }

  @Override
  public void onProcessingTime(InternalTimer<Long, VoidNamespace> timer) {
    throw new IllegalStateException("a fold sets no processing-time timers");
  }

  /** The watermark at the end of bounded input says that nothing follows, not that it is late. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
      output.emitWatermark(mark);
    } else {
      super.processWatermark(mark);
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    writing.finish();
    super.prepareSnapshotPreBarrier(checkpointId);
  }

  /** What the stage sees while one record or wake-up is handled; reused, as there is one a time. */
  private final class Handling implements Turn<O> {

    private long key;
    private StateCache.Entry<S> entry;
    private long handled;

    void begin(long handledKey, StateCache.Entry<S> handledEntry, long handledTime) {
      key = handledKey;
      entry = handledEntry;
      handled = handledTime;
    }

    @Override
    public long now() {
      return time.now(handled);
    }

    @Override
    public long watermark() {
      return timers.currentWatermark();
    }

    @Override
    public void emit(O value) {
      output.collect(reused.replace(value, handled));
    }

    @Override
    public void wakeAt(long wanted) {
      long granularity = settings.timerGranularity().toMillis();
      if (wanted > Long.MAX_VALUE - granularity) {
        return; // Event time never gets there.
      }
      long rounded = Math.floorDiv(wanted + granularity - 1, granularity) * granularity;
      if (entry.isWaking(rounded, timers.currentWatermark())) {
        return;
      }
      setCurrentKey(key);
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, rounded);
      entry.wakes(rounded);
      timersSet.inc();
    }

    @Override
    public void count(String metric) {
      counters.count(metric);
    }
  }
}
