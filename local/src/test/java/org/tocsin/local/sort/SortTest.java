package org.tocsin.local.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes in in any order comes out in one, whether or not it fits in memory. */
class SortTest {

  private static final long FITS = 1 << 24;
  private static final long TINY = 2_000;

  @TempDir private Path folder;

  @Test
  void entriesComeOutByTimeAndThenByKey() throws IOException {
    List<SortEntry> given = List.of(entry(2, "a"), entry(1, "b"), entry(-5, "z"), entry(1, "a"));

    assertThat(sorted(given, FITS)).containsExactly("-5z", "1a", "1b", "2a");
  }

  @Test
  void manyRunsReadLikeOne() throws IOException {
    List<SortEntry> given = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      given.add(entry(random.nextInt(300), "key" + i));
    }

    List<String> throughFiles = sorted(given, TINY);

    assertThat(throughFiles).hasSize(5_000).isEqualTo(sorted(given, FITS));
  }

  @Test
  void nothingSortsToNothing() throws IOException {
    assertThat(sorted(List.of(), FITS)).isEmpty();
  }

  @Test
  void keysCompareAsUnsignedBytes() throws IOException {
    SortEntry high = new SortEntry(1, new byte[] {(byte) 0xE4}, bytes("high"));
    SortEntry low = new SortEntry(1, new byte[] {0x41}, bytes("low"));

    assertThat(sorted(List.of(high, low), FITS)).containsExactly("low", "high");
  }

  private List<String> sorted(List<SortEntry> entries, long bytesMax) throws IOException {
    SortedRuns sort = new SortedRuns(folder, "test" + bytesMax, bytesMax);
    for (SortEntry entry : entries) {
      sort.add(entry);
    }
    List<String> sorted = new ArrayList<>();
    try (MergedRuns merged = new MergedRuns(sort.finish())) {
      for (byte[] record = merged.next(); record != null; record = merged.next()) {
        sorted.add(new String(record, StandardCharsets.UTF_8));
      }
    }
    return sorted;
  }

  private static SortEntry entry(long time, String key) {
    return new SortEntry(time, bytes(key), bytes(time + key));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
