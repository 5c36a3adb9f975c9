package org.tocsin.runtime.fold;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * A write-back cache of deserialized states, least recently used first out. The backing state is
 * read on a miss and written on eviction and before each snapshot; between snapshots it is stale,
 * so nothing else may read it.
 */
final class StateCache<S> {

  private static final float LOAD_FACTOR = 0.75f;

  /** Selects the key that the backing state's next call is about. */
  @FunctionalInterface
  interface KeyContext {
    void select(Object key);
  }

  /** What is held of one key. */
  static final class Entry<S> {

    private S state;
    private boolean dirty;
    private long wakeTime = Long.MIN_VALUE;

    private Entry(S state) {
      this.state = state;
    }

    /** Null when nothing is known of the key. */
    S state() {
      return state;
    }

    /** Whether a timer at that time is known to be set and has not fired yet. */
    boolean isWaking(long time, long watermark) {
      return time == wakeTime && time > watermark;
    }

    void wakes(long time) {
      wakeTime = time;
    }
  }

  private final int capacity;
  private final ValueState<S> backing;
  private final KeyContext context;
  private final LinkedHashMap<Long, Entry<S>> entries;
  private final Counter hits;
  private final Counter misses;
  private final Counter evictions;
  private final Counter writes;

  /**
   * @param capacity keys held; 0 to write every change through
   */
  StateCache(int capacity, ValueState<S> backing, KeyContext context, MetricGroup metrics) {
    this.capacity = capacity;
    this.backing = backing;
    this.context = context;
    this.entries = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    this.hits = metrics.counter("cache_hits");
    this.misses = metrics.counter("cache_misses");
    this.evictions = metrics.counter("cache_evictions");
    this.writes = metrics.counter("state_writes");
    metrics.gauge("cache_entries", entries::size);
  }

  /** What is known of the key; hand it to {@link #put} with what becomes of it. */
  Entry<S> get(long key) throws IOException {
    Entry<S> held = entries.get(key);
    if (held != null) {
      hits.inc();
      return held;
    }
    misses.inc();
    context.select(key);
    Entry<S> loaded = new Entry<>(backing.value());
    if (capacity > 0) {
      entries.put(key, loaded);
      evictBeyondCapacity();
    }
    return loaded;
  }

  /**
   * @param entry as {@link #get} gave it for this key
   * @param state null to forget the key
   */
  void put(long key, Entry<S> entry, S state) throws IOException {
    if (state == entry.state) {
      return;
    }
    entry.state = state;
    entry.dirty = true;
    if (capacity == 0) {
      write(key, entry);
    }
  }

  /** Brings the backing state up to date; what is held stays held. */
  void flush() throws IOException {
    for (Map.Entry<Long, Entry<S>> each : entries.entrySet()) {
      write(each.getKey(), each.getValue());
    }
  }

  private void evictBeyondCapacity() throws IOException {
    if (entries.size() <= capacity) {
      return;
    }
    var eldest = entries.entrySet().iterator();
    Map.Entry<Long, Entry<S>> evicted = eldest.next();
    write(evicted.getKey(), evicted.getValue());
    eldest.remove();
    evictions.inc();
  }

  private void write(long key, Entry<S> entry) throws IOException {
    if (!entry.dirty) {
      return;
    }
    context.select(key);
    if (entry.state == null) {
      backing.clear();
    } else {
      backing.update(entry.state);
    }
    entry.dirty = false;
    writes.inc();
  }
}
