package org.tocsin.core.sequence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tocsin.core.signal.Signal;

/**
 * The signals that completed a sequence. Its identity is the sequence and its first signal: later
 * matches with the same first signal enrich what the first one raised.
 *
 * @param sequence the sequence's name
 * @param stages the signals by the name of the step they took, each list in event-time order
 */
public record Match(String sequence, Map<String, List<Signal>> stages) {

  /** The signals of a step; empty when the step is optional and was not taken. */
  public List<Signal> at(String step) {
    return stages.getOrDefault(step, List.of());
  }

  public Signal firstAt(String step) {
    return at(step).get(0);
  }

  public Signal lastAt(String step) {
    return at(step).get(at(step).size() - 1);
  }

  /** All signals in event-time order, ties by id. */
  public List<Signal> signals() {
    return stages.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Signal::eventTime).thenComparing(Signal::signalId))
        .toList();
  }

  public Signal first() {
    return signals().get(0);
  }

  public boolean contains(Signal signal) {
    return stages.values().stream()
        .flatMap(List::stream)
        .anyMatch(each -> each.signalId().equals(signal.signalId()));
  }
}
