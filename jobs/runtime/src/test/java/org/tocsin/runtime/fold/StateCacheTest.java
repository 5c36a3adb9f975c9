package org.tocsin.runtime.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache of states of any length stays within its room, and loses nothing for it. */
class StateCacheTest {

  private static final int USUAL = 1_000;
  private static final int LONG = 100_000;

  private final StateMeter meter = new StateMeter(new SimpleCounter());
  private final Backing backing = new Backing();

  @Test
  void holdsAsManyUsualStatesAsItMay() throws Exception {
    StateCache<byte[]> cache = cache(new CacheRoom(10, 10 * CacheRoom.heap(USUAL)));
    for (long key = 0; key < 10; key++) {
      change(cache, key, new byte[USUAL]);
    }
    cache.flush();
    backing.reads = 0;
    for (long key = 0; key < 10; key++) {
      assertThat(cache.get(key).state()).hasSize(USUAL);
    }
    assertThat(backing.reads).isZero();
  }

  @Test
  void holdsFewerWhereTheyAreLong() throws Exception {
    StateCache<byte[]> cache = cache(new CacheRoom(10, 10 * CacheRoom.heap(USUAL)));
    for (long key = 0; key < 10; key++) {
      change(cache, key, new byte[LONG]);
    }
    cache.flush();
    assertThat(cache.heap()).isLessThanOrEqualTo(CacheRoom.heap(LONG));
    for (long key = 0; key < 10; key++) {
      assertThat(backing.written.get(key)).hasSize(LONG);
    }
  }

  @Test
  void oneThatIsLongerThanAllTheRoomIsHeldAlone() throws Exception {
    StateCache<byte[]> cache = cache(new CacheRoom(10, CacheRoom.heap(USUAL)));
    change(cache, 1, new byte[LONG]);
    cache.flush();
    assertThat(cache.get(1).state()).hasSize(LONG);
    change(cache, 2, new byte[USUAL]);
    cache.flush();
    assertThat(cache.get(1).state()).hasSize(LONG);
    assertThat(cache.get(2).state()).hasSize(USUAL);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverIsChangedIsReadAgainAndTheRoomIsKept(long seed) throws Exception {
    CacheRoom room = new CacheRoom(40, 12 * CacheRoom.heap(USUAL));
    StateCache<byte[]> cache = cache(room);
    Map<Long, byte[]> oracle = new HashMap<>();
    Random random = new Random(seed);
    for (int step = 0; step < 20_000; step++) {
      long key = random.nextInt(80);
      StateCache.Entry<byte[]> entry = cache.get(key);
      assertThat(entry.state()).isSameAs(oracle.get(key));
      switch (random.nextInt(10)) {
        case 0 -> {
          cache.put(entry, null);
          oracle.remove(key);
        }
        case 1, 2, 3, 4 -> {
          byte[] state = new byte[random.nextInt(random.nextInt(20) == 0 ? LONG : USUAL)];
          cache.put(entry, state);
          oracle.put(key, state);
        }
        default -> {
          // Only asked for.
        }
      }
      if (random.nextInt(50) == 0) {
        cache.writeSome(random.nextInt(8));
      } else if (random.nextInt(500) == 0) {
        cache.flush();
        assertThat(backing.written).isEqualTo(oracle);
        assertThat(cache.heap()).isLessThanOrEqualTo(room.bytes() + CacheRoom.heap(LONG));
      }
    }
  }

  private StateCache<byte[]> cache(CacheRoom room) {
    return new StateCache<>(
        room,
        backing,
        meter,
        key -> backing.key = (Long) key,
        UnregisteredMetricsGroup.createOperatorMetricGroup());
  }

  private static void change(StateCache<byte[]> cache, long key, byte[] state) throws Exception {
    cache.put(cache.get(key), state);
  }

  /** What stands in for RocksDB: tells lengths as the serializer does. */
  private final class Backing implements ValueState<byte[]> {

    private final Map<Long, byte[]> written = new HashMap<>();
    private long key;
    private int reads;

    @Override
    public byte[] value() {
      reads++;
      byte[] state = written.get(key);
      if (state != null) {
        meter.read(state.length);
      }
      return state;
    }

    @Override
    public void update(byte[] state) {
      written.put(key, state);
      meter.written(state.length);
    }

    @Override
    public void clear() {
      written.remove(key);
    }
  }
}
