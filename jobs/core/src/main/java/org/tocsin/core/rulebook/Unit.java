package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.util.List;

/**
 * A team that tasks are given to.
 *
 * @param code of the unit, as the teams know it
 * @param regions beginnings of the region codes (GB/T 2260) it answers for; the longest match
 *     counts
 * @param parent code of the unit above it; null for a city's
 */
public record Unit(String code, Level level, List<String> regions, String parent)
    implements Serializable {

  /** From the nearest to the highest. */
  public enum Level {
    TOWNSHIP,
    COUNTY,
    CITY
  }

  public Unit {
    regions = List.copyOf(regions);
    if ((parent == null) != (level == Level.CITY)) {
      throw new IllegalArgumentException(
          "only a city's unit has none above it: " + code + " under " + parent);
    }
  }
}
