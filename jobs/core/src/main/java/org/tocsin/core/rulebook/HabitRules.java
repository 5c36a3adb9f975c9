package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a flow is the account's own past.
 *
 * @param daysMin on so many earlier days …
 * @param window … within it
 */
public record HabitRules(int daysMin, Duration window) implements Serializable {}
