package org.tocsin.testkit.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;

/** Orders in which records may arrive. The same seed gives the same order. */
public final class Disorder {

  private Disorder() {}

  /** Any order at all. */
  public static <T> List<T> shuffled(List<T> records, long seed) {
    List<T> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  /** Each record arrives less than {@code boundMillis} after its time. */
  public static <T> List<T> within(
      List<T> records, ToLongFunction<T> time, int boundMillis, long seed) {
    Random random = new Random(seed);
    Map<T, Long> arrival = new IdentityHashMap<>();
    records.forEach(
        each -> arrival.put(each, time.applyAsLong(each) + random.nextInt(boundMillis)));
    List<T> disordered = new ArrayList<>(records);
    disordered.sort(Comparator.comparingLong(arrival::get));
    return disordered;
  }

  /**
   * With copies of some records, each somewhere behind the record it copies.
   *
   * @param share of the records that come twice, 0–1
   */
  public static <T> List<T> withDuplicates(List<T> records, double share, long seed) {
    Random random = new Random(seed);
    List<T> all = new ArrayList<>(records);
    for (int i = records.size() - 1; i >= 0; i--) {
      if (random.nextDouble() < share) {
        all.add(i + 1 + random.nextInt(all.size() - i), records.get(i));
      }
    }
    return all;
  }
}
