package org.tocsin.local.up;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/**
 * Ctrl-C and its relatives as an ordinary event, so that the program stops its parts one after the
 * other on the main thread. As a shutdown hook it would run among the hooks of every library.
 */
final class StopSignal {

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  /** What a shell reports of a program that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  /** Wrappers pass a Ctrl-C on that the terminal sent to all of a group: one press, two signals. */
  private static final long SAME_PRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final CountDownLatch given = new CountDownLatch(1);
  private long givenAt;

  private StopSignal() {}

  static StopSignal listen() {
    StopSignal stop = new StopSignal();
    for (String name : SIGNALS) {
      try {
        Signal.handle(new Signal(name), signal -> stop.give());
      } catch (IllegalArgumentException e) {
        // Not every system has every signal, nor lets us have it.
        continue;
      }
    }
    return stop;
  }

  private synchronized void give() {
    if (!given()) {
      System.err.printf("%nstopping; once more ends it at once%n");
      givenAt = System.nanoTime();
      given.countDown();
    } else if (System.nanoTime() - givenAt > SAME_PRESS_NANOS) {
      System.err.println("ended at once; the next start clears up what is left");
      Runtime.getRuntime().halt(INTERRUPTED);
    }
  }

  boolean given() {
    return given.getCount() == 0;
  }

  /** Waits; true once the signal was given. */
  boolean await(long seconds) throws InterruptedException {
    return given.await(seconds, TimeUnit.SECONDS);
  }
}
