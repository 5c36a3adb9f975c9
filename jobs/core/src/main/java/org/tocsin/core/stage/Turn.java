package org.tocsin.core.stage;

/** What a {@link Stage} may ask of, and tell, the runtime while it handles one input or time. */
public interface Turn<O> {

  /** Now, epoch milliseconds: the wall clock live, the event-time clock in a replay. */
  long now();

  /**
   * Event time up to which the input is believed complete, epoch milliseconds; {@code
   * Long.MIN_VALUE} before the first. Live it may stand still or run far ahead of a late feed.
   */
  long watermark();

  /** Hands an output on. */
  void emit(O output);

  /** Asks for {@link Stage#onTime} of this key once event time has reached {@code time}. */
  void wakeAt(long time);

  /**
   * Counts something worth a metric.
   *
   * @param metric a constant in {@code lower_snake_case}, with labels if made by {@link
   *     Labelled#of}
   */
  void count(String metric);
}
