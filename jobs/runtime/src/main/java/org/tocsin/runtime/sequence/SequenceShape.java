package org.tocsin.runtime.sequence;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/**
 * What can be known of a pattern without running it.
 *
 * @param steps in order
 * @param windowMillis first and last signal of a match are less than this apart
 * @param settled a match is told only once the watermark has passed its last signal
 */
record SequenceShape(List<Step> steps, long windowMillis, boolean settled) implements Serializable {

  /**
   * @param least how many signals it takes; 0 when it is optional or negated
   * @param anyLater takes any signal after the step before, not just the next that fits
   */
  record Step(
      String name, Condition condition, boolean negated, int least, int most, boolean anyLater)
      implements Serializable {}

  SequenceShape {
    steps = List.copyOf(steps);
  }

  /** One signal alone completes it. */
  boolean singleStep() {
    return steps.size() == 1 && steps.get(0).least() == 1 && steps.get(0).most() == 1;
  }

  boolean endsInAbsence() {
    return steps.get(steps.size() - 1).negated();
  }

  /** Matches appear by the passing of time. */
  boolean needsTime() {
    return settled || endsInAbsence();
  }

  /** Kinds that a signal of a match can have. */
  Set<SignalKind> takenKinds() {
    EnumSet<SignalKind> kinds = EnumSet.noneOf(SignalKind.class);
    steps.stream()
        .filter(step -> !step.negated())
        .forEach(s -> kinds.addAll(s.condition().kinds()));
    return kinds;
  }

  /** Kinds that matter to a match, the unwanted among them. */
  Set<SignalKind> fedKinds() {
    EnumSet<SignalKind> kinds = EnumSet.noneOf(SignalKind.class);
    steps.forEach(step -> kinds.addAll(step.condition().kinds()));
    return kinds;
  }

  /** False when the signal neither takes a step nor refutes a match. */
  boolean concerns(Signal signal) {
    for (Step step : steps) {
      if (step.condition().mayTake(signal)) {
        return true;
      }
    }
    return false;
  }

  /** False when the signal takes no step. */
  boolean mayTake(Signal signal) {
    for (Step step : steps) {
      if (!step.negated() && step.condition().mayTake(signal)) {
        return true;
      }
    }
    return false;
  }

  /** False when a step certainly stays without its signals. */
  boolean canMatch(List<Signal> fed) {
    for (Step step : steps) {
      if (step.least() > 0 && countOf(step, fed) < step.least()) {
        return false;
      }
    }
    return true;
  }

  private static int countOf(Step step, List<Signal> fed) {
    int count = 0;
    for (Signal signal : fed) {
      if (step.condition().mayTake(signal)) {
        count++;
      }
    }
    return count;
  }

  /** From when on a match is told, event time. */
  long dueTime(Signal first, Signal last) {
    if (endsInAbsence()) {
      return first.eventTime() + windowMillis;
    }
    return settled ? last.eventTime() : Long.MIN_VALUE;
  }
}
