package org.tocsin.core.gate;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;

/**
 * Warnings of one pattern by window of event time.
 *
 * @param counts a ring: window n stands at n modulo its length
 * @param newest number of the newest window that was counted
 */
@RecordBuilder
public record PatternCounts(String pattern, long[] counts, long newest) {

  static PatternCounts of(String pattern, int windows, long window) {
    return new PatternCounts(pattern, new long[windows], window);
  }

  /** One warning more; one older than the ring is not counted. */
  PatternCounts with(long window) {
    long[] changed = counts.clone();
    long last = Math.max(newest, window);
    if (last - newest >= changed.length) {
      Arrays.fill(changed, 0);
    } else {
      for (long passed = newest + 1; passed <= last; passed++) {
        changed[place(passed)] = 0;
      }
    }
    if (last - window < changed.length) {
      changed[place(window)]++;
    }
    return new PatternCounts(pattern, changed, last);
  }

  private int place(long window) {
    return (int) Math.floorMod(window, (long) counts.length);
  }

  long in(long window) {
    boolean kept = window <= newest && newest - window < counts.length;
    return kept ? counts[place(window)] : 0;
  }

  /** In windows from {@code from} to before {@code to}. */
  long between(long from, long to) {
    long sum = 0;
    for (long window = Math.max(from, newest - counts.length + 1); window < to; window++) {
      sum += in(window);
    }
    return sum;
  }
}
