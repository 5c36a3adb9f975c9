package org.tocsin.runtime.fold;

import java.io.Serializable;

/** Where {@code Turn.now()} comes from. Time is an input: a job is given one, it never asks. */
@FunctionalInterface
public interface TimeSource extends Serializable {

  /**
   * @param handled event time of the record, or of the timer, being handled; epoch milliseconds
   * @return now, epoch milliseconds
   */
  long now(long handled);

  /** The machine's clock: for live jobs. */
  static TimeSource wall() {
    return handled -> System.currentTimeMillis();
  }

  /** The time of what is being handled: for a replay, which must say the same tomorrow. */
  static TimeSource event() {
    return handled -> handled;
  }
}
