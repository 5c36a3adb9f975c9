package org.tocsin.detection.sequence;

import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.signal.Signal;
import org.tocsin.runtime.sequence.SignalCondition;

/**
 * A sequence, step by step, in the form that sequences must have: no skipping, each step any later
 * signal, the whole within a window.
 */
final class Steps {

  private final Pattern<Signal, ?> pattern;

  private Steps(Pattern<Signal, ?> pattern) {
    this.pattern = pattern;
  }

  static Steps first(String step, Condition condition) {
    return new Steps(
        Pattern.<Signal>begin(step, AfterMatchSkipStrategy.noSkip())
            .where(SignalCondition.of(condition)));
  }

  Steps then(String step, Condition condition) {
    return new Steps(add(pattern, step).where(SignalCondition.of(condition)));
  }

  private static <F extends Signal> Pattern<Signal, Signal> add(
      Pattern<Signal, F> pattern, String step) {
    return pattern.followedByAny(step);
  }

  /** Two signals exactly so far apart are no longer within it. */
  Pattern<Signal, ?> within(Duration window) {
    return pattern.within(window);
  }
}
