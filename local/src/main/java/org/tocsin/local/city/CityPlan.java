package org.tocsin.local.city;

import java.time.LocalDate;
import org.tocsin.local.city.world.Almanac;

/**
 * What a city is made from; the same plan makes the same city to the last byte.
 *
 * @param seed of every throw of the dice
 * @param persons in the city, at least {@link #FEWEST}
 * @param firstDay in the city's zone
 * @param days simulated; {@link Integer#MAX_VALUE} for a city without an end
 * @param storiesPerThousand stories of fraud per 1,000 persons over a limited period, or per day
 *     without one; far more than in life, as no measurement could be made of a handful
 * @param lookAlikesPerThousand honest stories that resemble them, counted the same way
 * @param storiesFrom no story begins before, epoch milliseconds
 */
public record CityPlan(
    long seed,
    int persons,
    LocalDate firstDay,
    int days,
    double storiesPerThousand,
    double lookAlikesPerThousand,
    long storiesFrom) {
  public static final int FEWEST = 100;
  public static final double STORIES = 25;
  public static final double LOOK_ALIKES = 15;

  /** A city whose stories begin on the first day. */
  public CityPlan(
      long seed,
      int persons,
      LocalDate firstDay,
      int days,
      double storiesPerThousand,
      double lookAlikesPerThousand) {
    this(
        seed,
        persons,
        firstDay,
        days,
        storiesPerThousand,
        lookAlikesPerThousand,
        Almanac.midnight(firstDay));
  }

  public long startsAt() {
    return Almanac.midnight(firstDay);
  }

  public boolean endless() {
    return days == Integer.MAX_VALUE;
  }

  /** Of the period, exclusive; epoch milliseconds. */
  public long endsAt() {
    return endless() ? Long.MAX_VALUE : Almanac.midnight(firstDay.plusDays(days));
  }
}
