package org.tocsin.local.city;

/**
 * What an evaluation must know of a city beside its labels; the file {@code city.json}.
 *
 * @param storiesPerThousand see {@link CityPlan}
 */
public record CityFacts(
    long seed,
    int persons,
    int days,
    String firstDay,
    double storiesPerThousand,
    double lookAlikesPerThousand,
    long transactions,
    long calls,
    long cardOpenings,
    long clues,
    long outcomes,
    long labels,
    long lookAlikes) {
  public static final String FILE = "city.json";
}
