package org.tocsin.runtime.fold;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a keyed step keeps its state.
 *
 * @param cacheEntries keys whose state is held deserialized on heap, per subtask; 0 for none. Too
 *     low: every event reads and writes RocksDB (a third of the throughput). Too high: heap fills
 *     with states that are seldom asked for
 * @param timerGranularity wake-ups are rounded up to multiples of this; at least 1 ms. Too low: a
 *     timer for every millisecond a stage names. Too high: what is due comes late by as much
 * @param stateRetention how long a key's state is kept after its last change, in processing time.
 *     Too low: a quiet person's past is forgotten and their known payees look new. Too high: state
 *     of keys that never come back stays on disk
 * @param snapshotInterval the time between checkpoints, ahead of which changed states are written
 *     back; zero when there are none
 * @param heapPart of what the caches of a slot may take of the heap this step has so much, 0–1; the
 *     cache holds fewer than {@code cacheEntries} where they would not fit. 0: as many as were
 *     asked for, whatever the heap
 */
public record FoldSettings(
    int cacheEntries,
    Duration timerGranularity,
    Duration stateRetention,
    Duration snapshotInterval,
    double heapPart)
    implements Serializable {

  public static final FoldSettings DEFAULT =
      new FoldSettings(50_000, Duration.ofSeconds(1), Duration.ofDays(200), Duration.ZERO, 0);

  public FoldSettings {
    if (cacheEntries < 0) {
      throw new IllegalArgumentException("cacheEntries is below 0: " + cacheEntries);
    }
    if (timerGranularity.toMillis() < 1) {
      throw new IllegalArgumentException("timerGranularity is below 1 ms: " + timerGranularity);
    }
    if (stateRetention.isNegative() || stateRetention.isZero()) {
      throw new IllegalArgumentException("stateRetention is not positive: " + stateRetention);
    }
    if (snapshotInterval.isNegative()) {
      throw new IllegalArgumentException("snapshotInterval is negative: " + snapshotInterval);
    }
    if (!(heapPart >= 0 && heapPart <= 1)) {
      throw new IllegalArgumentException("heapPart is not within 0 and 1: " + heapPart);
    }
  }

  public FoldSettings withCacheEntries(int entries) {
    return new FoldSettings(entries, timerGranularity, stateRetention, snapshotInterval, heapPart);
  }

  /** For one of several steps of a job: a part of the room that all of them have. */
  public FoldSettings withPart(double part) {
    return new FoldSettings(
        cacheEntries, timerGranularity, stateRetention, snapshotInterval, heapPart * part);
  }
}
