package org.tocsin.local.bench;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Events a second that a job takes off filled topics, once it is under way. */
final class Throughput {

  /** The meter behind the source of every measured job. */
  static final String METER = "bench-read";

  private static final long POLL_MILLIS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private Throughput() {}

  /** What is done with a job that has read everything, before it is cancelled. */
  @FunctionalInterface
  interface Afterwards {
    Afterwards NOTHING = job -> {};

    void with(BenchCluster.Job job) throws Exception;
  }

  /**
   * @param skipped events read before the clock starts
   * @param total events in the topics
   * @return events a second between the two
   */
  static double of(
      BenchCluster cluster,
      Consumer<StreamExecutionEnvironment> draw,
      long skipped,
      long total,
      Afterwards afterwards)
      throws Exception {
    try (BenchCluster.Job job = cluster.submit(draw)) {
      Reading first = await(job, skipped + 1);
      Reading last = await(job, total);
      afterwards.with(job);
      double seconds = Math.max(1, last.nanos - first.nanos) / 1e9;
      return (last.count - first.count) / seconds;
    }
  }

  /**
   * The same for a job that would take too long: what it read of all in the time given, from the
   * moment that it had read {@code skipped} events, or from its first when it never gets there.
   */
  static double within(
      BenchCluster cluster,
      Consumer<StreamExecutionEnvironment> draw,
      long skipped,
      long total,
      Duration time)
      throws Exception {
    try (BenchCluster.Job job = cluster.submit(draw)) {
      Reading first = await(job, 1);
      Reading skippedAt = awaitAtMost(job, skipped + 1, time);
      Reading last = awaitAtMost(job, total, time);
      Reading from = skippedAt.count > skipped ? skippedAt : first;
      return (last.count - from.count) / (Math.max(1, last.nanos - from.nanos) / 1e9);
    }
  }

  private static Reading awaitAtMost(BenchCluster.Job job, long count, Duration time)
      throws Exception {
    long deadline = System.nanoTime() + time.toNanos();
    while (Meter.read(METER) < count && System.nanoTime() < deadline) {
      job.isRunning();
      Thread.sleep(POLL_MILLIS);
    }
    return new Reading(Meter.read(METER), System.nanoTime());
  }

  /** What a job had read at a time. */
  record Reading(long count, long nanos) {}

  /** Waits until a running job has read so many events. */
  static Reading await(BenchCluster.Job job, long count) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int polls = 0; true; polls++) {
      long nanos = System.nanoTime();
      long read = Meter.read(METER);
      if (read >= count) {
        return new Reading(read, nanos);
      }
      if (nanos > deadline) {
        throw new IllegalStateException("read only %d of %d events".formatted(read, count));
      }
      if (polls % 200 == 0) {
        job.isRunning();
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
