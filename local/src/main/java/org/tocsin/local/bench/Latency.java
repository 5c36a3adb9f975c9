package org.tocsin.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;
import org.apache.avro.generic.GenericRecord;
import org.tocsin.core.event.Event;
import org.tocsin.schemas.Contract;

/**
 * The time from an event's due time at the sender to its warning in the hands of a reader of {@code
 * warnings.v1}. The sender keeps a fixed rate and never waits for answers, so a stall of the job is
 * charged to every event that was due meanwhile.
 */
final class Latency {

  private static final long HIGHEST_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;

  /**
   * As senders do: one request for every single event would be the broker's load, not the job's.
   */
  private static final int LINGER_MILLIS = 1;

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

  private final String bootstrap;
  private final EventMix mix;
  private final long firstEvent;
  private final int ratePerSecond;
  private final int seconds;
  private final int eventsPerProbe;
  private final Probes probes;
  private final AtomicLongArray dueNanos;
  private final Histogram histogram = new Histogram(HIGHEST_MICROS, 3);
  private final AtomicInteger answered = new AtomicInteger();

  /**
   * @param firstEvent of the mix; an event that was sent before would be dropped as a copy
   * @param eventsPerProbe one event in so many completes a warning
   * @param run tells this measurement's probes from those of another
   */
  Latency(
      String bootstrap,
      EventMix mix,
      long firstEvent,
      int ratePerSecond,
      int seconds,
      int eventsPerProbe,
      String run) {
    this.bootstrap = bootstrap;
    this.mix = mix;
    this.firstEvent = firstEvent;
    this.ratePerSecond = ratePerSecond;
    this.seconds = seconds;
    this.eventsPerProbe = eventsPerProbe;
    this.probes = new Probes(run);
    this.dueNanos = new AtomicLongArray(ratePerSecond * seconds / eventsPerProbe);
  }

  /** Microseconds of the probes that were answered; the job must be running. */
  Histogram measure() throws Exception {
    try (Tail tail = Tail.of(bootstrap, Contract.WARNING, this::answer);
        Feeder feeder = new Feeder(bootstrap, LINGER_MILLIS)) {
      prepare(feeder);
      feeder.sendAtRate(this::due, events(), ratePerSecond);
      long deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
      while (answered.get() < dueNanos.length() && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
    }
    return histogram;
  }

  /** Probes that were sent; those not in the histogram had no answer in time. */
  int sent() {
    return dueNanos.length();
  }

  /** Events of the mix that a measurement takes. */
  long events() {
    return (long) ratePerSecond * seconds;
  }

  private void prepare(Feeder feeder) throws InterruptedException {
    long now = System.currentTimeMillis();
    for (int probe = 0; probe < dueNanos.length(); probe++) {
      probes.before(probe, now).forEach(feeder::send);
    }
    feeder.flush();
    // The job is given time to take these in; they are no part of the rate.
    Thread.sleep(2_000);
  }

  private Event due(long index, long dueNanos) {
    int probe = (int) (index / eventsPerProbe);
    if (index % eventsPerProbe == eventsPerProbe - 1 && probe < this.dueNanos.length()) {
      this.dueNanos.set(probe, dueNanos);
      return probes.completing(probe, System.currentTimeMillis());
    }
    return mix.event(firstEvent + index, System.currentTimeMillis());
  }

  private void answer(GenericRecord warning, long nowNanos) {
    List<?> evidence = (List<?>) warning.get("evidence");
    GenericRecord last = (GenericRecord) evidence.get(evidence.size() - 1);
    int probe = probes.numberOf(String.valueOf(last.get("eventId")));
    if (probe < 0) {
      return;
    }
    long due = dueNanos.getAndSet(probe, 0);
    // Told again, or the case's other revisions: the first answer counts.
    if (due != 0) {
      histogram.recordValue(Math.min(HIGHEST_MICROS, Math.max(0, nowNanos - due) / 1_000));
      answered.incrementAndGet();
    }
  }
}
