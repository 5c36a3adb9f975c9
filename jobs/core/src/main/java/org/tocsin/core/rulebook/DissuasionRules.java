package org.tocsin.core.rulebook;

import java.io.Serializable;

/** The settings of cases and tasks: attempts, deadlines, colours. */
public record DissuasionRules() implements Serializable {}
