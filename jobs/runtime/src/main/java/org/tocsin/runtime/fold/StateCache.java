package org.tocsin.runtime.fold;

import com.carrotsearch.hppc.LongObjectHashMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * A write-back cache of deserialized states. The backing state is read on a miss and written on
 * eviction, by {@link WriteBehind} and before each snapshot; in between it is stale, so nothing
 * else may read it.
 *
 * <p>What goes is found by a clock's hand that spares whatever was asked for since it last passed:
 * nearly as good as least recently used, and a hit touches one entry, where a linked list touches
 * three that lie anywhere in memory. Keys are primitive for the same reason.
 */
final class StateCache<S> {

  /** Selects the key that the backing state's next call is about. */
  @FunctionalInterface
  interface KeyContext {
    void select(Object key);
  }

  /** What is held of one key. */
  static final class Entry<S> {

    private final long key;
    private S state;
    private int place;
    private int length;
    private boolean dirty;
    private boolean asked;
    private long wakeTime = Long.MIN_VALUE;

    private Entry(long key, S state) {
      this.key = key;
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

  private final CacheRoom room;
  private final ValueState<S> backing;
  private final StateMeter meter;
  private final KeyContext context;
  private final LongObjectHashMap<Entry<S>> entries = new LongObjectHashMap<>();
  private final List<Entry<S>> clock = new ArrayList<>();
  private int hand;
  private final BitSet dirty = new BitSet();
  private int changed;
  private int sweep;
  private long heap;
  private long changes;
  private final Counter hits;
  private final Counter misses;
  private final Counter evictions;
  private final Counter writes;

  /**
   * @param room for how many keys; for none, every change is written through
   * @param meter told of what is read from and written to the backing state
   */
  StateCache(
      CacheRoom room,
      ValueState<S> backing,
      StateMeter meter,
      KeyContext context,
      MetricGroup metrics) {
    this.room = room;
    this.backing = backing;
    this.meter = meter;
    this.context = context;
    this.hits = metrics.counter("cache_hits");
    this.misses = metrics.counter("cache_misses");
    this.evictions = metrics.counter("cache_evictions");
    this.writes = metrics.counter("state_writes");
    metrics.gauge("cache_entries", clock::size);
    metrics.gauge("cache_capacity", room::entries);
    metrics.gauge("cache_heap_bytes", this::heap);
  }

  /** What is known of the key; hand it to {@link #put} with what becomes of it. */
  Entry<S> get(long key) throws IOException {
    Entry<S> held = entries.get(key);
    if (held != null) {
      hits.inc();
      held.asked = true;
      return held;
    }
    misses.inc();
    context.select(key);
    Entry<S> loaded = new Entry<>(key, backing.value());
    loaded.length = meter.take();
    if (room.entries() > 0) {
      hold(loaded);
    }
    return loaded;
  }

  /**
   * @param entry as {@link #get} gave it for this key
   * @param state null to forget the key
   */
  void put(Entry<S> entry, S state) throws IOException {
    if (state == entry.state) {
      return;
    }
    entry.state = state;
    changes++;
    if (!entry.dirty) {
      entry.dirty = true;
      changed++;
      if (room.entries() == 0) {
        write(entry);
      } else {
        dirty.set(entry.place);
      }
    }
  }

  /** How often a state was changed since the start. */
  long changes() {
    return changes;
  }

  /** How many of those held are ahead of the backing state. */
  int changed() {
    return changed;
  }

  /** What those held take, as far as their lengths tell; see {@link CacheRoom#heap}. */
  long heap() {
    return heap;
  }

  /** Brings the backing state up to date; what is held stays held, as far as there is room. */
  void flush() throws IOException {
    writeSome(Integer.MAX_VALUE);
    makeRoom(0);
  }

  /** Brings so many states of the backing state up to date, going on where it last ended. */
  void writeSome(int most) throws IOException {
    for (int written = 0; written < most && changed > 0; written++) {
      int next = dirty.nextSetBit(sweep);
      if (next < 0) {
        next = dirty.nextSetBit(0);
      }
      write(clock.get(next));
      sweep = next + 1;
    }
  }

  private void hold(Entry<S> loaded) throws IOException {
    makeRoom(CacheRoom.heap(loaded.length));
    if (clock.size() < room.entries()) {
      loaded.place = clock.size();
      clock.add(loaded);
    } else {
      evict(next());
      loaded.place = hand;
      clock.set(hand, loaded);
      advance();
    }
    heap += CacheRoom.heap(loaded.length);
    entries.put(loaded.key, loaded);
  }

  /** States grow: lengths are known as they are written, so room may be wanting at any time. */
  private void makeRoom(long wanted) throws IOException {
    while (heap + wanted > room.bytes() && clock.size() > 1) {
      Entry<S> passed = next();
      evict(passed);
      Entry<S> moved = clock.remove(clock.size() - 1);
      if (moved != passed) {
        move(moved, passed.place);
      }
      hand = hand == clock.size() ? 0 : hand;
    }
  }

  private void move(Entry<S> entry, int place) {
    if (entry.dirty) {
      dirty.clear(entry.place);
      dirty.set(place);
    }
    entry.place = place;
    clock.set(place, entry);
  }

  /** The one at the hand, which was not asked for since the hand last passed. */
  private Entry<S> next() {
    Entry<S> passed = clock.get(hand);
    while (passed.asked) {
      passed.asked = false;
      advance();
      passed = clock.get(hand);
    }
    return passed;
  }

  private void evict(Entry<S> passed) throws IOException {
    write(passed);
    entries.remove(passed.key);
    heap -= CacheRoom.heap(passed.length);
    evictions.inc();
  }

  private void advance() {
    hand = hand + 1 == clock.size() ? 0 : hand + 1;
  }

  private void write(Entry<S> entry) throws IOException {
    if (!entry.dirty) {
      return;
    }
    context.select(entry.key);
    if (entry.state == null) {
      backing.clear();
    } else {
      backing.update(entry.state);
    }
    if (room.entries() > 0) {
      heap -= CacheRoom.heap(entry.length);
      entry.length = meter.take();
      heap += CacheRoom.heap(entry.length);
    }
    entry.dirty = false;
    changed--;
    dirty.clear(entry.place);
    writes.inc();
  }
}
