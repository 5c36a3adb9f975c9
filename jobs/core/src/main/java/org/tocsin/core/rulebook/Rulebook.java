package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Every threshold, weight, window, tier and time, as data. One file, checked whole and refused
 * whole; its version stands on every warning.
 *
 * @param version what {@code rulesVersion} of a warning says
 * @param zone the deployment's time zone (an IANA id): night, day's end and times in texts
 * @param currency ISO 4217 code of the deployment
 * @param rates by ISO 4217 code, how much of the deployment's currency one unit of another (one
 *     dollar, not one cent) is worth; a currency that is not in it is kept out of amount rules; may
 *     be empty
 */
public record Rulebook(
    String version,
    String zone,
    String currency,
    DetectionRules detection,
    DissuasionRules dissuasion,
    LinkRules links,
    Map<String, BigDecimal> rates)
    implements Serializable {

  public Rulebook {
    rates = Map.copyOf(rates);
  }
}
