package org.tocsin.core.profile;

import java.util.Arrays;

/**
 * Who an account or phone has dealt with: for each the hash of the token, the first and the last
 * time, and how often; at most so many, the one dealt with longest ago goes first. Four numbers
 * each.
 */
public record Parties(long[] numbers) {

  private static final int STRIDE = 4;
  private static final int FIRST = 1;
  private static final int LAST = 2;
  private static final int TIMES = 3;
  public static final Parties NONE = new Parties(new long[0]);

  public int size() {
    return numbers.length / STRIDE;
  }

  /** The place of a party, or -1. */
  public int find(long hash) {
    for (int i = 0; i < numbers.length; i += STRIDE) {
      if (numbers[i] == hash) {
        return i;
      }
    }
    return -1;
  }

  public long hashAt(int place) {
    return numbers[place];
  }

  public long firstAt(int place) {
    return numbers[place + FIRST];
  }

  public long lastAt(int place) {
    return numbers[place + LAST];
  }

  public long timesAt(int place) {
    return numbers[place + TIMES];
  }

  /** The first place, for a walk over all. */
  public int begin() {
    return numbers.length == 0 ? -1 : 0;
  }

  /** The place after this one, or -1. */
  public int next(int place) {
    return place + STRIDE < numbers.length ? place + STRIDE : -1;
  }

  /** Once more dealt with at {@code time}; what was longer ago than {@code memory} starts anew. */
  public Parties with(long hash, long time, long memory, int partiesMax) {
    int place = find(hash);
    if (place < 0) {
      return added(hash, time, memory, partiesMax);
    }
    long[] changed = numbers.clone();
    boolean anew = time - changed[place + LAST] > memory;
    changed[place + FIRST] = anew ? time : Math.min(changed[place + FIRST], time);
    changed[place + LAST] = Math.max(changed[place + LAST], time);
    changed[place + TIMES] = anew ? 1 : changed[place + TIMES] + 1;
    return new Parties(changed);
  }

  /** One time less, as a payment was taken back; forgotten when it was the only one. */
  public Parties without(long hash) {
    int place = find(hash);
    if (place < 0) {
      return this;
    }
    if (timesAt(place) <= 1) {
      return new Parties(removed(numbers, place));
    }
    long[] changed = numbers.clone();
    changed[place + TIMES]--;
    return new Parties(changed);
  }

  private Parties added(long hash, long time, long memory, int partiesMax) {
    long[] kept = numbers;
    if (size() >= partiesMax) {
      int oldest = 0;
      for (int i = STRIDE; i < kept.length; i += STRIDE) {
        oldest = kept[i + LAST] < kept[oldest + LAST] ? i : oldest;
      }
      kept = removed(kept, oldest);
    } else if (kept.length > 0 && time - kept[LAST] > memory) {
      // The first is among the oldest: enough to let a quiet profile shrink.
      kept = removed(kept, 0);
    }
    long[] longer = Arrays.copyOf(kept, kept.length + STRIDE);
    longer[kept.length] = hash;
    longer[kept.length + FIRST] = time;
    longer[kept.length + LAST] = time;
    longer[kept.length + TIMES] = 1;
    return new Parties(longer);
  }

  private static long[] removed(long[] numbers, int place) {
    long[] shorter = new long[numbers.length - STRIDE];
    System.arraycopy(numbers, 0, shorter, 0, place);
    System.arraycopy(numbers, place + STRIDE, shorter, place, shorter.length - place);
    return shorter;
  }
}
