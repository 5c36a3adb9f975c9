package org.tocsin.core.rulebook;

import java.io.Serializable;

/** The settings of profiles, sequences and warnings; one component for each pattern. */
public record DetectionRules() implements Serializable {}
