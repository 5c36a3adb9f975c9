package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import org.tocsin.core.signal.SignalKind;

/**
 * How long and how many signals a person's history keeps.
 *
 * @param retention longer than the longest sequence, the lateness bound and the timers' rounding
 * @param perKindMax the oldest of a kind goes when there are more
 * @param inAllMax the oldest of the most frequent kind goes when there are more
 * @param recentMax signals an account or phone keeps to tell again when more becomes known
 * @param longer kinds that are rare and kept for longer, and how long
 */
public record HistoryRules(
    Duration retention,
    int perKindMax,
    int inAllMax,
    int recentMax,
    Map<SignalKind, Duration> longer)
    implements Serializable {}
