package org.tocsin.runtime.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A cache holds no more than what the heap has room for. */
class CacheRoomTest {

  private static final long GIBIBYTE = 1L << 30;

  private static FoldSettings asking(int entries, double part) {
    return new FoldSettings(
        entries, Duration.ofSeconds(1), Duration.ofDays(1), Duration.ZERO, part);
  }

  @Test
  void holdsWhatWasAskedForWhereItFits() {
    assertThat(CacheRoom.of(asking(20_000, 0.4), 4 * GIBIBYTE, 2).entries()).isEqualTo(20_000);
  }

  /** One GiB of heap and four slots: 128 MiB a slot, of which profiles have two fifths. */
  @Test
  void holdsFewerWhereTheHeapIsSmall() {
    assertThat(CacheRoom.of(asking(200_000, 0.4), GIBIBYTE, 4).entries()).isEqualTo(17_476);
    assertThat(CacheRoom.of(asking(100_000, 0.2), GIBIBYTE, 4).entries()).isEqualTo(8_738);
  }

  @Test
  void holdsNothingWhereNothingWasAskedFor() {
    assertThat(CacheRoom.of(asking(0, 0.4), GIBIBYTE, 4).entries()).isZero();
  }

  /** As a replay on heap does: what is not in the cache is on heap all the same. */
  @Test
  void withoutAPartHoldsWhatWasAskedFor() {
    assertThat(CacheRoom.of(asking(Integer.MAX_VALUE, 0), GIBIBYTE, 4).entries())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void theStepsOfAJobShareItsRoom() {
    assertThat(asking(1, 1).withPart(0.4).withCacheEntries(7).heapPart()).isEqualTo(0.4);
    assertThat(asking(1, 0).withPart(0.4).heapPart()).isZero();
  }

  @Test
  void countsBytesToo() {
    assertThat(CacheRoom.of(asking(200_000, 0.4), GIBIBYTE, 4).bytes()).isEqualTo(53_687_091);
    assertThat(CacheRoom.of(asking(200_000, 0), GIBIBYTE, 4).bytes()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aLongStateTakesMoreThanAUsualOne() {
    assertThat(CacheRoom.heap(0)).isEqualTo(CacheRoom.heap(1_000)).isEqualTo(3_072);
    assertThat(CacheRoom.heap(101_536)).isEqualTo(503_072);
  }
}
