package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a pattern that suddenly warns far more than usual is held back before its cases are opened.
 *
 * @param window in which warnings are counted
 * @param memory what counts as usual is learnt from; a whole number of windows
 * @param learning nothing is held back before counts reach back so far
 * @param atLeast fewer warnings of a pattern in a window are never too many
 * @param times the usual that are too many
 * @param queueMax held at a time; what finds no room goes on
 * @param heldAtMost then it goes on by itself: nobody is forgotten in a queue
 */
public record BreakerRules(
    Duration window,
    Duration memory,
    Duration learning,
    int atLeast,
    double times,
    int queueMax,
    Duration heldAtMost)
    implements Serializable {

  public BreakerRules {
    if (memory.toMillis() % window.toMillis() != 0
        || memory.compareTo(window.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "the memory is no whole number of windows, two or more: %s, %s"
              .formatted(memory, window));
    }
  }

  /** Windows that are counted. */
  public int windows() {
    return (int) (memory.toMillis() / window.toMillis());
  }
}
