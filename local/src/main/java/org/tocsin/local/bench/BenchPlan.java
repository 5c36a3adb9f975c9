package org.tocsin.local.bench;

import java.util.List;

/**
 * How large a bench is.
 *
 * @param accounts the sizes, each measured by itself
 * @param measured events that the throughput runs are timed over, after everybody is acquainted
 * @param rounds how often the identity job and the full job take turns
 * @param stockEvents what the stock CEP operators are given, of the same traffic: they are slow
 * @param rates events a second at which latency is measured
 * @param warmUpSeconds at each rate, not measured
 * @param seconds at each rate, measured
 * @param eventsPerProbe at each rate one event in so many completes a warning
 */
record BenchPlan(
    List<Integer> accounts,
    long measured,
    int rounds,
    long stockEvents,
    List<Integer> rates,
    int warmUpSeconds,
    int seconds,
    int eventsPerProbe) {

  static final BenchPlan FULL =
      new BenchPlan(
          List.of(100_000, 1_000_000), 1_500_000, 2, 30_000, List.of(1_000, 10_000), 10, 30, 50);

  static final BenchPlan QUICK =
      new BenchPlan(List.of(2_000), 6_000, 1, 1_000, List.of(200), 1, 3, 20);
}
