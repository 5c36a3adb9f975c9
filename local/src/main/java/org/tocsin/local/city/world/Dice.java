package org.tocsin.local.city.world;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance with a memory: the same seeds give the same throws, on every machine. The logarithm and
 * the sine come from {@link StrictMath} for that reason.
 */
public final class Dice {
  private final SplittableRandom random;

  /** Mixes all parts into one seed, so that (city, person, day) has a sequence of its own. */
  public Dice(long... parts) {
    long seed = 0x9E3779B97F4A7C15L;
    for (long part : parts) {
      seed = mix(seed ^ mix(part + 0x632BE59BD9B4E019L));
    }
    random = new SplittableRandom(seed);
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Both ends included. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** Both ends included. */
  public long between(long low, long high) {
    return low + random.nextLong(high - low + 1);
  }

  public double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  public int pick(int[] list) {
    return list[random.nextInt(list.length)];
  }

  /** An index, with the probability its weight has in the sum. */
  public int weighted(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double at = random.nextDouble() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  public double lognormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  public int poisson(double mean) {
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
