package org.tocsin.core.profile;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * The calls of a phone's last day, exact while they are few: for each the hash of the call, the
 * hash of the other number, and the time with the direction in its lowest bit (1 for outgoing). In
 * order of time.
 */
public record CallWindow(long[] numbers) {

  private static final int STRIDE = 3;

  /** More calls a day than this are far beyond every threshold; the oldest go. */
  static final int CALLS_MAX = 160;

  public static final CallWindow EMPTY = new CallWindow(new long[0]);

  /**
   * @param distinctCallees numbers called
   * @param distinctPeers numbers called or calling
   * @param calledBack numbers called that also called
   */
  public record Counts(
      int calls, int outgoing, int distinctCallees, int distinctPeers, int calledBack) {

    /** Share of the numbers called that called back. */
    public double calledBackShare() {
      return distinctCallees == 0 ? 0 : (double) calledBack / distinctCallees;
    }

    public double outgoingShare() {
      return calls == 0 ? 0 : (double) outgoing / calls;
    }

    public int incoming() {
      return calls - outgoing;
    }

    public double callsPerPeer() {
      return distinctPeers == 0 ? 0 : (double) calls / distinctPeers;
    }
  }

  public int size() {
    return numbers.length / STRIDE;
  }

  /** The newest call's time; {@code Long.MIN_VALUE} when there is none. */
  public long newest() {
    return numbers.length == 0 ? Long.MIN_VALUE : numbers[numbers.length - 1] >> 1;
  }

  /** With one call more; the same window when it holds the call already. */
  public CallWindow with(long call, long peer, long time, boolean outgoing, long memory) {
    for (int i = 0; i < numbers.length; i += STRIDE) {
      if (numbers[i] == call) {
        return this;
      }
    }
    long oldest = Math.max(newest(), time) - memory;
    if (time < oldest) {
      return this;
    }
    int from = 0;
    while (from < numbers.length && numbers[from + 2] >> 1 < oldest) {
      from += STRIDE;
    }
    from = Math.max(from, numbers.length - (CALLS_MAX - 1) * STRIDE);
    int place = numbers.length;
    while (place > from && numbers[place - 1] >> 1 > time) {
      place -= STRIDE;
    }
    long[] changed = new long[numbers.length - from + STRIDE];
    System.arraycopy(numbers, from, changed, 0, place - from);
    changed[place - from] = call;
    changed[place - from + 1] = peer;
    changed[place - from + 2] = time << 1 | (outgoing ? 1 : 0);
    System.arraycopy(numbers, place, changed, place - from + STRIDE, numbers.length - place);
    return new CallWindow(changed);
  }

  /** Whether enough of the calls kept are outgoing; asked first, since it costs next to nothing. */
  boolean mayInterest(int outgoingMin, double shareMin, int many) {
    int outgoing = 0;
    for (int i = 2; i < numbers.length; i += STRIDE) {
      outgoing += (int) (numbers[i] & 1);
    }
    return outgoing >= many || (outgoing >= outgoingMin && outgoing >= shareMin * size());
  }

  /** The calls in the time before {@code end}, this moment included. */
  public Counts until(long end, long memory) {
    int outgoing = 0;
    int incoming = 0;
    long[] callees = new long[size()];
    long[] callers = new long[size()];
    for (int i = 0; i < numbers.length; i += STRIDE) {
      long time = numbers[i + 2] >> 1;
      if (time <= end && time > end - memory) {
        if ((numbers[i + 2] & 1) == 1) {
          callees[outgoing++] = numbers[i + 1];
        } else {
          callers[incoming++] = numbers[i + 1];
        }
      }
    }
    int distinctCallees = distinct(callees, outgoing);
    int distinctCallers = distinct(callers, incoming);
    int both = inBoth(callees, distinctCallees, callers, distinctCallers);
    return new Counts(
        outgoing + incoming,
        outgoing,
        distinctCallees,
        distinctCallees + distinctCallers - both,
        both);
  }

  /** How many of the numbers that called in a span of time, both ends included, are meant. */
  int callersBetween(long from, long to, LongPredicate meant) {
    long[] callers = new long[size()];
    int many = 0;
    for (int i = 0; i < numbers.length; i += STRIDE) {
      long time = numbers[i + 2] >> 1;
      boolean incoming = (numbers[i + 2] & 1) == 0;
      if (incoming && time >= from && time <= to && meant.test(numbers[i + 1])) {
        callers[many++] = numbers[i + 1];
      }
    }
    return distinct(callers, many);
  }

  /** Of two ascending beginnings. */
  private static int inBoth(long[] some, int someSize, long[] others, int othersSize) {
    int both = 0;
    int other = 0;
    for (int i = 0; i < someSize; i++) {
      while (other < othersSize && others[other] < some[i]) {
        other++;
      }
      both += other < othersSize && others[other] == some[i] ? 1 : 0;
    }
    return both;
  }

  /** Sorts the beginning and brings each hash to its front once. */
  private static int distinct(long[] hashes, int size) {
    Arrays.sort(hashes, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return distinct;
  }
}
