package org.tocsin.core.profile;

import java.util.Arrays;

/**
 * All calls of a phone since it was first seen: how many, how many outgoing, different numbers,
 * days with calls, and when the latest of these days ends (epoch milliseconds); of the outgoing
 * ones whose end was told, how many were answered, and how many of these were talks. The measured
 * table of domain/mules.md asks for whole histories; a single busy day proves little.
 */
public record CallPast(long[] numbers) {

  private static final int SIZE = 7;
  private static final int CALLS = 0;
  private static final int OUTGOING = 1;
  private static final int PEERS = 2;
  private static final int DAYS = 3;
  private static final int DAY_ENDS = 4;
  private static final int ANSWERED = 5;
  private static final int TALKS = 6;

  public static final CallPast NONE = new CallPast(new long[0]);

  private long at(int place) {
    return place < numbers.length ? numbers[place] : 0;
  }

  /** When the latest day with calls ends; 0 when there was none. */
  long dayEnds() {
    return at(DAY_ENDS);
  }

  /** One number more that was never spoken with before. */
  CallPast withPeer() {
    long[] more = copy();
    more[PEERS]++;
    return new CallPast(more);
  }

  /**
   * @param dayEnds of the day of the call, epoch milliseconds
   */
  CallPast withCall(boolean outgoing, long dayEnds) {
    long[] more = copy();
    more[CALLS]++;
    more[OUTGOING] += outgoing ? 1 : 0;
    if (dayEnds > more[DAY_ENDS]) {
      more[DAY_ENDS] = dayEnds;
      more[DAYS]++;
    }
    return new CallPast(more);
  }

  /** An outgoing call that was answered has ended. */
  CallPast withAnswered(boolean talk) {
    long[] more = copy();
    more[ANSWERED]++;
    more[TALKS] += talk ? 1 : 0;
    return new CallPast(more);
  }

  private long[] copy() {
    return Arrays.copyOf(numbers, SIZE);
  }

  /** Days with calls. */
  public long days() {
    return at(DAYS);
  }

  public double peersPerDay() {
    return days() == 0 ? 0 : (double) at(PEERS) / days();
  }

  public double outgoingShare() {
    return at(CALLS) == 0 ? 0 : (double) at(OUTGOING) / at(CALLS);
  }

  /** Outgoing calls that were answered, of those whose end was told. */
  public long answered() {
    return at(ANSWERED);
  }

  /** Of the answered ones those that were talks; 0 when none was answered. */
  public double talkShare() {
    return answered() == 0 ? 0 : (double) at(TALKS) / answered();
  }

  public double callsPerPeer() {
    return at(PEERS) == 0 ? 0 : (double) at(CALLS) / at(PEERS);
  }
}
