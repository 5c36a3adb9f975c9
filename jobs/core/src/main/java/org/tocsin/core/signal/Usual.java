package org.tocsin.core.signal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/**
 * How often an account has paid of late, and its largest payments: enough to say above which amount
 * only one payment in twenty lies, without remembering each. Small payments are only counted.
 *
 * @param numbers none while it has not paid; else the first holds the numbers of payments of the
 *     latest period and the three before it, the others the largest payments, each amount and
 *     minute, largest first
 */
public record Usual(long[] numbers) {

  /** One payment in twenty is larger than the usual ones. */
  private static final int TAIL = 20;

  /** Of 320 payments in the memory one in twenty. */
  static final int LARGEST_MAX = 16;

  private static final int PERIODS = 4;
  private static final int COUNT_BITS = 12;
  private static final long COUNT_MAX = (1L << COUNT_BITS) - 1;
  private static final int MINUTE_BITS = 26;
  private static final long MINUTE_MASK = (1L << MINUTE_BITS) - 1;
  private static final long AMOUNT_MAX = (1L << (63 - MINUTE_BITS)) - 1;
  private static final long MINUTE_MILLIS = 60_000;

  public static final Usual NONE = new Usual(new long[0]);

  /**
   * What several accounts usually pay together.
   *
   * @param count payments known
   * @param tailMinor one payment in twenty is larger; 0 when that is less than any amount kept
   */
  public record Past(int count, long tailMinor) {}

  /**
   * With one payment more.
   *
   * @param keptMinMinor smaller payments are only counted
   * @param memory how far back payments matter
   */
  public Usual with(long time, long amountMinor, long keptMinMinor, Duration memory) {
    long counts = counted(time, 1, memory);
    if (amountMinor < keptMinMinor) {
      long[] same = numbers.length == 0 ? new long[1] : numbers.clone();
      same[0] = counts;
      return new Usual(same);
    }
    long oldest = minute(time - memory.toMillis());
    long[] more = new long[Math.max(1, numbers.length) + 1];
    int size = 1;
    for (int i = 1; i < numbers.length; i++) {
      if ((numbers[i] & MINUTE_MASK) >= oldest) {
        more[size++] = numbers[i];
      }
    }
    more[size++] = Math.min(amountMinor, AMOUNT_MAX) << MINUTE_BITS | minute(time);
    sortLargestFirst(more, size);
    more[0] = counts;
    return new Usual(Arrays.copyOf(more, Math.min(size, LARGEST_MAX + 1)));
  }

  /** The last of the places after the first is the only one out of order. */
  private static void sortLargestFirst(long[] numbers, int size) {
    for (int i = size - 1; i > 1 && numbers[i] > numbers[i - 1]; i--) {
      long larger = numbers[i];
      numbers[i] = numbers[i - 1];
      numbers[i - 1] = larger;
    }
  }

  /** Without a payment that was taken back. */
  public Usual without(long time, long amountMinor, Duration memory) {
    if (numbers.length == 0) {
      return this;
    }
    long payment = Math.min(amountMinor, AMOUNT_MAX) << MINUTE_BITS | minute(time);
    long[] less = new long[numbers.length];
    int size = 1;
    boolean found = false;
    for (int i = 1; i < numbers.length; i++) {
      if (!found && numbers[i] == payment) {
        found = true;
      } else {
        less[size++] = numbers[i];
      }
    }
    less[0] = counted(time, -1, memory);
    return new Usual(Arrays.copyOf(less, size));
  }

  private long counted(long time, int change, Duration memory) {
    long period = period(time, memory);
    long counts = numbers.length == 0 ? period << PERIODS * COUNT_BITS : numbers[0];
    long latest = counts >>> PERIODS * COUNT_BITS;
    if (period > latest) {
      long gone = (period - latest) * COUNT_BITS;
      long kept = gone >= PERIODS * COUNT_BITS ? 0 : counts << gone;
      counts = period << PERIODS * COUNT_BITS | kept & (1L << PERIODS * COUNT_BITS) - 1;
      latest = period;
    }
    long back = latest - period;
    if (back >= PERIODS) {
      return counts;
    }
    int shift = (int) back * COUNT_BITS;
    long count = counts >>> shift & COUNT_MAX;
    long changed = Math.max(0, Math.min(COUNT_MAX, count + change));
    return counts & ~(COUNT_MAX << shift) | changed << shift;
  }

  private int count(long time, Duration memory) {
    if (numbers.length == 0) {
      return 0;
    }
    long latest = numbers[0] >>> PERIODS * COUNT_BITS;
    long oldest = period(time, memory) - PERIODS + 1;
    int count = 0;
    for (int back = 0; back < PERIODS && latest - back >= oldest; back++) {
      count += (int) (numbers[0] >>> back * COUNT_BITS & COUNT_MAX);
    }
    return count;
  }

  /** Payments before a time, over all accounts of a person. */
  public static Past past(Collection<Usual> accounts, long before, Duration memory) {
    int count = 0;
    int kept = 0;
    long[] largest = new long[accounts.size() * LARGEST_MAX];
    long from = minute(before - memory.toMillis());
    boolean cut = false;
    for (Usual account : accounts) {
      count += account.count(before, memory);
      cut |= account.numbers.length > LARGEST_MAX;
      for (int i = 1; i < account.numbers.length; i++) {
        long minute = account.numbers[i] & MINUTE_MASK;
        if (minute >= from && minute < minute(before)) {
          largest[kept++] = account.numbers[i] >>> MINUTE_BITS;
        }
      }
    }
    Arrays.sort(largest, 0, kept);
    int rank = count / TAIL;
    if (rank < kept) {
      return new Past(count, largest[kept - 1 - rank]);
    }
    // Where payments had no room, the smallest that had is at least the one asked for.
    return new Past(count, cut && kept > 0 ? largest[0] : 0);
  }

  private static long minute(long time) {
    return time / MINUTE_MILLIS & MINUTE_MASK;
  }

  /** A third of the memory, so that the latest four cover all of it. */
  private static long period(long time, Duration memory) {
    return time / (memory.toMillis() / (PERIODS - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Usual usual && Arrays.equals(numbers, usual.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
