package org.tocsin.runtime.fold;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * Runs a {@link Stage} whose keys write to each other. What it writes to a key of this subtask is
 * handled at once, before the next input, in the order in which it was written; what it writes to
 * another leaves as output, and comes back as input by way of a topic. With one subtask, as in a
 * replay, nothing leaves, so the outcome follows from the input's order alone.
 *
 * <p>Such a stage asks for no time.
 *
 * @param <I> input, and what keys write to each other
 * @param <S> state of a key
 * @param <O> output
 */
final class LoopOperator<I, S, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O> {

  private static final long serialVersionUID = 1L;

  private final Stage<I, S, O> stage;
  private final Loops.Written<O, I> written;
  private final Loops.Key<I> keyOf;
  private final CodecTypeInfo<S> stateType;
  private final FoldSettings settings;
  private final TimeSource time;

  private transient StateCache<S> cache;
  private transient WriteBehind writing;
  private transient Deque<I> waiting;
  private transient StageCounters counters;
  private transient Counter here;
  private transient Counter elsewhere;
  private transient StreamRecord<O> reused;
  private transient Handling turn;
  private transient TaskInfo task;

  LoopOperator(
      Stage<I, S, O> stage,
      Loops.Key<I> keyOf,
      Loops.Written<O, I> written,
      CodecTypeInfo<S> stateType,
      FoldSettings settings,
      TimeSource time) {
    this.stage = stage;
    this.keyOf = keyOf;
    this.written = written;
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
    waiting = new ArrayDeque<>();
    here = metrics.counter("written_here");
    elsewhere = metrics.counter("written_elsewhere");
    counters = new StageCounters(getMetricGroup().addGroup("stage"), stage.counted());
    reused = new StreamRecord<>(null);
    turn = new Handling();
    task = getRuntimeContext().getTaskInfo();
  }

  /** Left to {@link StateCache}, as {@link FoldOperator} does. */
  @Override
  @SuppressWarnings("rawtypes")
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  public void processElement(StreamRecord<I> record) throws Exception {
    if (!record.hasTimestamp()) {
      throw new IllegalStateException("a record without event time reached " + getOperatorName());
    }
    turn.handled = record.getTimestamp();
    waiting.add(record.getValue());
    for (I next = waiting.poll(); next != null; next = waiting.poll()) {
      long key = keyOf.applyAsLong(next);
      StateCache.Entry<S> entry = cache.get(key);
      cache.put(entry, stage.onInput(key, entry.state(), next, turn));
    }
  }

  private boolean isHere(long key) {
    int subtask =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
    return subtask == task.getIndexOfThisSubtask();
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    writing.finish();
    super.prepareSnapshotPreBarrier(checkpointId);
  }

  /** What the stage sees while one input, and what it leads to, is handled. */
  private final class Handling implements Turn<O> {

    private long handled;

    @Override
    public long now() {
      return time.now(handled);
    }

    @Override
    public long watermark() {
      return Long.MIN_VALUE;
    }

    @Override
    public void emit(O value) {
      I letter = written.of(value);
      if (letter == null) {
        output.collect(reused.replace(value, handled));
      } else if (isHere(keyOf.applyAsLong(letter))) {
        here.inc();
        waiting.add(letter);
      } else {
        elsewhere.inc();
        output.collect(reused.replace(value, handled));
      }
    }

    @Override
    public void wakeAt(long wanted) {
      throw new UnsupportedOperationException("keys that write to each other ask for no time");
    }

    @Override
    public void count(String metric) {
      counters.count(metric);
    }
  }
}
