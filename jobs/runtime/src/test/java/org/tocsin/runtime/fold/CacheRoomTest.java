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
    assertThat(CacheRoom.entries(asking(20_000, 0.4), 4 * GIBIBYTE, 2)).isEqualTo(20_000);
  }

  /** One GiB of heap and four slots: 128 MiB a slot, of which profiles have two fifths. */
  @Test
  void holdsFewerWhereTheHeapIsSmall() {
    assertThat(CacheRoom.entries(asking(200_000, 0.4), GIBIBYTE, 4)).isEqualTo(17_476);
    assertThat(CacheRoom.entries(asking(100_000, 0.2), GIBIBYTE, 4)).isEqualTo(8_738);
  }

  @Test
  void holdsNothingWhereNothingWasAskedFor() {
    assertThat(CacheRoom.entries(asking(0, 0.4), GIBIBYTE, 4)).isZero();
  }

  /** As a replay on heap does: what is not in the cache is on heap all the same. */
  @Test
  void withoutAPartHoldsWhatWasAskedFor() {
    assertThat(CacheRoom.entries(asking(Integer.MAX_VALUE, 0), GIBIBYTE, 4))
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void theStepsOfAJobShareItsRoom() {
    assertThat(asking(1, 1).withPart(0.4).withCacheEntries(7).heapPart()).isEqualTo(0.4);
    assertThat(asking(1, 0).withPart(0.4).heapPart()).isZero();
  }
}
