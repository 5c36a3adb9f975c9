package org.tocsin.runtime.sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.flink.cep.pattern.GroupPattern;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.Quantifier;
import org.apache.flink.cep.pattern.Quantifier.ConsumingStrategy;
import org.apache.flink.cep.pattern.Quantifier.QuantifierProperty;
import org.apache.flink.cep.pattern.WithinType;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.signal.Signal;

/**
 * Refuses patterns that a short history, evaluated again whenever a signal arrives, would answer
 * wrongly or slowly; and reads off what the engine needs to know of the others.
 */
final class SequenceCheck {

  private final NamedSequence sequence;
  private final List<String> problems = new ArrayList<>();

  private SequenceCheck(NamedSequence sequence) {
    this.sequence = sequence;
  }

  /**
   * @throws IllegalArgumentException naming the sequence and everything that is wrong with it
   */
  static SequenceShape check(NamedSequence sequence) {
    return new SequenceCheck(sequence).check();
  }

  private SequenceShape check() {
    List<Pattern<Signal, ?>> parts = parts(sequence.pattern());
    if (sequence.pattern().getAfterMatchSkipStrategy().isSkipStrategy()) {
      problems.add("a skip strategy: whatever order signals arrive in, only noSkip misses none");
    }
    long window = window(parts);
    List<SequenceShape.Step> steps = parts.stream().map(this::step).toList();
    checkNegation(steps);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "sequence %s is refused: %s".formatted(sequence.name(), String.join("; ", problems)));
    }
    return new SequenceShape(steps, window, sequence.negation() == NamedSequence.Negation.SETTLED);
  }

  @SuppressWarnings("unchecked")
  private static List<Pattern<Signal, ?>> parts(Pattern<Signal, ?> last) {
    List<Pattern<Signal, ?>> parts = new ArrayList<>();
    for (Pattern<Signal, ?> part = last;
        part != null;
        part = (Pattern<Signal, ?>) part.getPrevious()) {
      parts.add(part);
    }
    Collections.reverse(parts);
    return parts;
  }

  /** Flink takes the shortest {@code within} for the whole pattern, wherever it stands. */
  private long window(List<Pattern<Signal, ?>> parts) {
    long shortest = Long.MAX_VALUE;
    for (Pattern<Signal, ?> part : parts) {
      if (part.getWindowSize(WithinType.PREVIOUS_AND_CURRENT).isPresent()) {
        problems.add("within(PREVIOUS_AND_CURRENT): a window must be from the first to the last");
      }
      Optional<java.time.Duration> window = part.getWindowSize(WithinType.FIRST_AND_LAST);
      if (window.isPresent()) {
        shortest = Math.min(shortest, window.get().toMillis());
      }
    }
    if (shortest == Long.MAX_VALUE || shortest <= 0) {
      problems.add("no within: the history is bounded, so a sequence must be");
    }
    return shortest;
  }

  private SequenceShape.Step step(Pattern<Signal, ?> part) {
    if (part instanceof GroupPattern) {
      problems.add("a group of steps: write its steps out");
      return new SequenceShape.Step("group", null, false, 0, 0, false);
    }
    checkContiguity(part);
    checkQuantifier(part);
    boolean negated = isNegated(part);
    Quantifier.Times times = part.getTimes();
    int least = times == null ? 1 : times.getFrom();
    int most = times == null ? 1 : times.getTo();
    boolean needed = !negated && !part.getQuantifier().hasProperty(QuantifierProperty.OPTIONAL);
    return new SequenceShape.Step(
        part.getName(), condition(part), negated, needed ? least : 0, most, takesAnyLater(part));
  }

  private static boolean takesAnyLater(Pattern<Signal, ?> part) {
    return part.getPrevious() == null
        || part.getQuantifier().getConsumingStrategy() == ConsumingStrategy.SKIP_TILL_ANY;
  }

  private static boolean isNegated(Pattern<Signal, ?> part) {
    return part.getQuantifier().getConsumingStrategy() == ConsumingStrategy.NOT_FOLLOW;
  }

  private void checkContiguity(Pattern<Signal, ?> part) {
    ConsumingStrategy strategy = part.getQuantifier().getConsumingStrategy();
    boolean first = part.getPrevious() == null;
    if (strategy == ConsumingStrategy.STRICT && !first) {
      problems.add("next(%s): a late signal would stand between".formatted(part.getName()));
    } else if (strategy == ConsumingStrategy.NOT_NEXT) {
      problems.add("notNext(%s): a late signal would stand between".formatted(part.getName()));
    }
  }

  private void checkQuantifier(Pattern<Signal, ?> part) {
    Quantifier quantifier = part.getQuantifier();
    String name = part.getName();
    if (quantifier.hasProperty(QuantifierProperty.LOOPING)) {
      problems.add(
          "oneOrMore or timesOrMore at %s: its matches are without bound; use times(n), or count in a profile"
              .formatted(name));
    }
    if (quantifier.hasProperty(QuantifierProperty.GREEDY)) {
      problems.add("greedy at %s: later matches enrich the first one anyway".formatted(name));
    }
    if (quantifier.getInnerConsumingStrategy() == ConsumingStrategy.STRICT) {
      problems.add("consecutive at %s: a late signal would stand between".formatted(name));
    } else if (quantifier.getInnerConsumingStrategy() == ConsumingStrategy.SKIP_TILL_ANY) {
      problems.add("allowCombinations at %s: its matches grow exponentially".formatted(name));
    }
    if (part.getTimes() != null && part.getTimes().getWindowSize().isPresent()) {
      problems.add("times with a window of its own at %s: use within".formatted(name));
    }
  }

  private Condition condition(Pattern<Signal, ?> part) {
    if (part.getCondition() instanceof SignalCondition known) {
      return known.condition();
    }
    problems.add(
        "step %s must have exactly one SignalCondition, so that its kinds are known"
            .formatted(part.getName()));
    return null;
  }

  private void checkNegation(List<SequenceShape.Step> steps) {
    boolean inMiddle =
        steps.subList(0, steps.size() - 1).stream().anyMatch(SequenceShape.Step::negated);
    boolean stated = sequence.negation() != NamedSequence.Negation.NONE;
    if (inMiddle && !stated) {
      problems.add("a negation in the middle must say whether it is told EARLY or SETTLED");
    } else if (!inMiddle && stated) {
      problems.add("no negation in the middle, but one is said to be " + sequence.negation());
    }
    if (steps.stream().allMatch(step -> step.least() == 0)) {
      problems.add("every step is optional: it would match nothing at all");
    }
  }
}
