package org.tocsin.testkit.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for a process to reach a state, and no longer than it lives. */
public final class Waiting {

  private static final long PAUSE_MILLIS = 150;

  private Waiting() {}

  public static void until(
      String what, Duration atMost, ChildProcess process, BooleanSupplier reached) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!reached.getAsBoolean()) {
      process.assertAlive();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "not within %s: %s. Its log ends:%n%s".formatted(atMost, what, process.tail()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
