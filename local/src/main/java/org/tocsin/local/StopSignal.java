package org.tocsin.local;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/**
 * Ctrl-C and its relatives as an ordinary event, so that the program stops its parts one after the
 * other on the main thread. As a shutdown hook it would run among the hooks of every library.
 */
public final class StopSignal {

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  /** With the signal's number, what a shell reports of a program that a signal ended. */
  private static final int BY_SIGNAL = 128;

  /** Of one that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  /** Wrappers pass a Ctrl-C on that the terminal sent to all of a group: one press, two signals. */
  private static final long SAME_PRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final CountDownLatch given = new CountDownLatch(1);
  private final Runnable whenGiven;
  private long givenAt;
  private int number;

  private StopSignal(Runnable whenGiven) {
    this.whenGiven = whenGiven;
  }

  /** For a program that asks now and then whether it was given. */
  public static StopSignal listen() {
    return listen(() -> {});
  }

  /**
   * @param whenGiven done once, on a thread of the JVM's, when it is given first
   */
  public static StopSignal listen(Runnable whenGiven) {
    StopSignal stop = new StopSignal(whenGiven);
    for (String name : SIGNALS) {
      try {
        Signal.handle(new Signal(name), signal -> stop.give(signal.getNumber()));
      } catch (IllegalArgumentException e) {
        // Not every system has every signal, nor lets us have it.
        continue;
      }
    }
    return stop;
  }

  private synchronized void give(int signal) {
    if (!given()) {
      number = signal;
      System.err.printf("%nstopping; once more ends it at once%n");
      givenAt = System.nanoTime();
      given.countDown();
      whenGiven.run();
    } else if (System.nanoTime() - givenAt > SAME_PRESS_NANOS) {
      System.err.println("ended at once; the next start clears up what is left");
      Runtime.getRuntime().halt(INTERRUPTED);
    }
  }

  public boolean given() {
    return given.getCount() == 0;
  }

  /** What to exit with, once it was given, to be taken for ended by it. */
  public synchronized int status() {
    return BY_SIGNAL + number;
  }

  /** Waits; true once the signal was given. */
  public boolean await(long seconds) throws InterruptedException {
    return given.await(seconds, TimeUnit.SECONDS);
  }
}
