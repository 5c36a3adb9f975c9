package org.tocsin.core.rulebook;

import java.io.Serializable;

/**
 * Every threshold, weight, window, tier and time, as data. One file, checked whole and refused
 * whole; its version stands on every warning.
 *
 * @param version what {@code rulesVersion} of a warning says
 * @param zone the deployment's time zone (an IANA id): night, day's end and times in texts
 * @param currency ISO 4217 code of the deployment
 */
public record Rulebook(
    String version,
    String zone,
    String currency,
    DetectionRules detection,
    DissuasionRules dissuasion,
    LinkRules links)
    implements Serializable {}
