package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/** The settings of the card-opening rows. */
public record OpeningRules(O3 o3) implements Serializable {

  /**
   * Shared contact.
   *
   * @param personsMin different persons with one contact phone or device …
   * @param window … within it
   * @param minorBelowAge younger persons may have a proxy, years
   * @param elderlyFromAge older persons may have a proxy, years
   */
  public record O3(int personsMin, Duration window, int minorBelowAge, int elderlyFromAge)
      implements Serializable {}
}
