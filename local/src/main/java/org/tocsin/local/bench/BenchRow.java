package org.tocsin.local.bench;

/**
 * One figure of a bench.
 *
 * @param accounts how many accounts the traffic was of
 * @param name which figure, stable; docs/reference/bench.md explains each
 * @param value in {@code unit}
 * @param note what one must know to read it; may be empty
 */
record BenchRow(int accounts, String name, double value, String unit, String note) {}
