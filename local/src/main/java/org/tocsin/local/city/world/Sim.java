package org.tocsin.local.city.world;

import org.tocsin.core.event.Call.Origin;

/**
 * A number that calls or is called.
 *
 * @param carrier null for numbers of other networks, which no carrier here reports for
 * @param owner null for numbers outside the city
 */
public record Sim(
    String number,
    Carrier carrier,
    Origin origin,
    Person owner,
    String imei,
    String cell,
    String region) {

  /** A number of another network. */
  public static Sim outside(String number, Origin origin) {
    return new Sim(number, null, origin, null, null, null, null);
  }
}
