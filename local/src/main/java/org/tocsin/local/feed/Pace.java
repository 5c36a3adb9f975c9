package org.tocsin.local.feed;

import java.util.concurrent.TimeUnit;

/** When an event may go out, by its time. */
public interface Pace {

  /** Waits until the event's moment has come; events come in the order of their times. */
  void await(long eventTime) throws InterruptedException;

  /** As fast as it goes. */
  static Pace unbounded() {
    return eventTime -> {};
  }

  /**
   * The first event at once, each later one as long after it as it happened, divided by the factor.
   */
  static Pace times(double factor) {
    return new Pace() {
      private long firstEvent;
      private long start;
      private boolean started;

      @Override
      public void await(long eventTime) throws InterruptedException {
        if (!started) {
          started = true;
          firstEvent = eventTime;
          start = System.nanoTime();
        }
        double millis = (eventTime - firstEvent) / factor;
        long wait = (long) (millis * 1e6) - (System.nanoTime() - start);
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
      }
    };
  }
}
