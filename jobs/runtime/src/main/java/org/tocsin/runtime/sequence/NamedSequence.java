package org.tocsin.runtime.sequence;

import org.apache.flink.cep.pattern.Pattern;
import org.tocsin.core.signal.Signal;

/**
 * A sequence for the {@link SequenceEngine}.
 *
 * @param name unique among the sequences of an engine; {@code Match.sequence} says it
 * @param row the row of the domain pages it belongs to, such as {@code V3}
 * @param pattern steps of {@link SignalCondition}s, with {@code within}; {@link SequenceCheck} says
 *     which forms are refused and why
 * @param negation what a {@code notFollowedBy} in the middle wants; {@link Negation#NONE} when
 *     there is none
 */
public record NamedSequence(
    String name, String row, Pattern<Signal, ?> pattern, Negation negation) {

  /** When a match with a negation in its middle is told. */
  public enum Negation {
    /** The pattern has none in its middle. */
    NONE,
    /** At once; a late signal may refute it afterwards. */
    EARLY,
    /** Once the watermark has passed its last signal, so that nothing can refute it. */
    SETTLED
  }

  /** A sequence with no negation in its middle. */
  public static NamedSequence of(String name, String row, Pattern<Signal, ?> pattern) {
    return new NamedSequence(name, row, pattern, Negation.NONE);
  }
}
