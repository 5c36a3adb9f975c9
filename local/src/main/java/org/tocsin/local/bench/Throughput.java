package org.tocsin.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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
   * @return what the events between the two took
   */
  static Speed of(
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
      return Speed.between(first, last);
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
      return Speed.between(from, last).eventsASecond();
    }
  }

  private static Reading awaitAtMost(BenchCluster.Job job, long count, Duration time)
      throws Exception {
    long deadline = System.nanoTime() + time.toNanos();
    while (Meter.read(METER) < count && System.nanoTime() < deadline) {
      job.isRunning();
      Thread.sleep(POLL_MILLIS);
    }
    return Reading.now();
  }

  /**
   * What a job had read at a time.
   *
   * @param cpuNanos of the whole process so far: broker, jobs, and all that runs beside them
   */
  record Reading(long count, long nanos, long cpuNanos) {

    private static final OperatingSystemMXBean PROCESS =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Reading now() {
      return new Reading(Meter.read(METER), System.nanoTime(), PROCESS.getProcessCpuTime());
    }
  }

  /**
   * @param eventsASecond by the wall clock
   * @param cpuMicros that the process worked for each event, all cores together: what another
   *     program takes from the wall clock's figure it does not take from this one
   */
  record Speed(double eventsASecond, double cpuMicros) {

    static Speed between(Reading first, Reading last) {
      double events = Math.max(1, last.count - first.count);
      double seconds = Math.max(1, last.nanos - first.nanos) / 1e9;
      return new Speed(events / seconds, (last.cpuNanos - first.cpuNanos) / 1e3 / events);
    }
  }

  /** Waits until a running job has read so many events. */
  static Reading await(BenchCluster.Job job, long count) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int polls = 0; true; polls++) {
      Reading reading = Reading.now();
      if (reading.count >= count) {
        return reading;
      }
      if (reading.nanos > deadline) {
        throw new IllegalStateException("read only %d of %d".formatted(reading.count, count));
      }
      if (polls % 200 == 0) {
        job.isRunning();
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
