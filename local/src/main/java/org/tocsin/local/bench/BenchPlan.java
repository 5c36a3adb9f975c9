package org.tocsin.local.bench;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How large a bench is.
 *
 * @param accounts the sizes, each measured by itself
 * @param measured events that the throughput runs are timed over, after everybody is acquainted
 * @param rounds how often the identity job and the full job take turns
 * @param stockAtMost how long the stock CEP operators are watched: they are slow
 * @param rates events a second at which latency is measured
 * @param warmUpSeconds at each rate, not measured
 * @param seconds at each rate, measured
 * @param eventsPerProbe at each rate one event in so many completes a warning
 * @param trees reports whose money is traced, at the highest of the rates
 * @param furtherEach transfers after each of them
 * @param parts what is measured
 */
record BenchPlan(
    List<Integer> accounts,
    long measured,
    int rounds,
    Duration stockAtMost,
    List<Integer> rates,
    int warmUpSeconds,
    int seconds,
    int eventsPerProbe,
    int trees,
    int furtherEach,
    Set<Part> parts) {

  /** What a bench can measure. */
  enum Part {
    /** The full job beside the identity job, and the size of its state. */
    THROUGHPUT,
    /** The same patterns as stock CEP operators, beside the full job. */
    STOCK,
    LATENCY,
    /** How soon the linking job traces the money of a report. */
    TRACE
  }

  static final BenchPlan FULL =
      new BenchPlan(
          List.of(100_000, 1_000_000),
          1_500_000,
          2,
          Duration.ofMinutes(2),
          List.of(1_000, 10_000),
          45,
          60,
          50,
          5,
          20,
          EnumSet.allOf(Part.class));

  static final BenchPlan QUICK =
      new BenchPlan(
          List.of(2_000),
          6_000,
          1,
          Duration.ofSeconds(10),
          List.of(200),
          1,
          3,
          20,
          1,
          2,
          EnumSet.allOf(Part.class));

  BenchPlan withParts(Set<Part> wanted) {
    return new BenchPlan(
        accounts,
        measured,
        rounds,
        stockAtMost,
        rates,
        warmUpSeconds,
        seconds,
        eventsPerProbe,
        trees,
        furtherEach,
        wanted);
  }

  BenchPlan withAccounts(List<Integer> wanted) {
    return new BenchPlan(
        wanted,
        measured,
        rounds,
        stockAtMost,
        rates,
        warmUpSeconds,
        seconds,
        eventsPerProbe,
        trees,
        furtherEach,
        parts);
  }
}
