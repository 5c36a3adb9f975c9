package org.tocsin.console.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a round of work again and again in a thread of its own, until closed. A round that fails is
 * told and tried again, ever more slowly: database and broker come back.
 */
public final class Loop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final long FAILED_MILLIS_MIN = 500;
  private static final long FAILED_MILLIS_MAX = 10_000;
  private static final long END_WAIT_MILLIS = 15_000;

  private final String name;
  private final BooleanSupplier round;
  private final long idleMillis;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param round true when there may be more to do at once
   * @param idle how long to wait otherwise
   */
  public Loop(String name, Duration idle, BooleanSupplier round) {
    this.name = name;
    this.round = round;
    this.idleMillis = idle.toMillis();
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  public Loop start() {
    thread.start();
    return this;
  }

  private void run() {
    long failed = FAILED_MILLIS_MIN;
    long wait = 0;
    try {
      while (!end.await(wait, TimeUnit.MILLISECONDS)) {
        try {
          wait = round.getAsBoolean() ? 0 : idleMillis;
          failed = FAILED_MILLIS_MIN;
        } catch (RuntimeException e) {
          LOG.warn("{} failed, going on in {} ms: {}", name, failed, e.getClass().getSimpleName());
          LOG.debug("{} failed", name, e);
          wait = failed;
          failed = Math.min(failed * 2, FAILED_MILLIS_MAX);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    try {
      thread.join(END_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
