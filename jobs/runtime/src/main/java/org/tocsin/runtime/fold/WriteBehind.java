package org.tocsin.runtime.fold;

import java.io.IOException;
import java.time.Duration;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Writes changed states back in small portions ahead of each snapshot. Left to the snapshot alone,
 * all that changed since the last one is written while every record waits, in one step after the
 * other: at 10,000 events a second and ten seconds between snapshots that was a stall of two
 * seconds each time.
 *
 * <p>It begins half an interval before the next snapshot is due, and each portion is a share of
 * what is left, larger the nearer the snapshot: what changes all the time is then written a few
 * times at most. When more changes than may be written, as while a backlog is read, it does
 * nothing, for it would only do the snapshot's work twice.
 */
final class WriteBehind {

  static final long TICK_MILLIS = 10;

  /** About two milliseconds of work, a fifth of the time at most. */
  static final int WRITES_A_TICK = 150;

  /** Of the time that is left, so much is given to writing what is changed now. */
  private static final int SHARE_OF_WHAT_IS_LEFT = 3;

  private static final long SHORTEST_MILLIS = 100;

  private final StateCache<?> cache;
  private final ProcessingTimeService time;
  private final long intervalMillis;
  private long due;
  private long changesBefore;

  private WriteBehind(StateCache<?> cache, ProcessingTimeService time, Duration interval) {
    this.cache = cache;
    this.time = time;
    this.intervalMillis = interval.toMillis();
    this.due = time.getCurrentProcessingTime() + intervalMillis;
  }

  /**
   * To be called when the operator opens.
   *
   * @param interval between two snapshots; zero when there are none or it is not known: all is then
   *     written at the snapshot
   */
  static WriteBehind start(StateCache<?> cache, ProcessingTimeService time, Duration interval) {
    WriteBehind writing = new WriteBehind(cache, time, interval);
    if (writing.intervalMillis > 0) {
      time.scheduleWithFixedDelay(writing::tick, TICK_MILLIS, TICK_MILLIS);
    }
    return writing;
  }

  /** Writes all that is left, before a snapshot's barrier is passed on. */
  void finish() throws IOException {
    cache.flush();
    due = time.getCurrentProcessingTime() + intervalMillis;
  }

  /** The time a callback is given is when it was planned for, and falls ever further behind. */
  private void tick(long planned) throws IOException {
    long changes = cache.changes();
    boolean futile = changes - changesBefore > WRITES_A_TICK;
    changesBefore = changes;
    long left = due - time.getCurrentProcessingTime();
    if (futile || left > intervalMillis / 2) {
      return;
    }
    long within = Math.max(SHORTEST_MILLIS, left / SHARE_OF_WHAT_IS_LEFT);
    long portion = (cache.changed() * TICK_MILLIS + within - 1) / within;
    cache.writeSome((int) Math.min(WRITES_A_TICK, portion));
  }
}
