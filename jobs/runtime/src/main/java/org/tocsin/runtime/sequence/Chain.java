package org.tocsin.runtime.sequence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.signal.Signal;

/**
 * Matches a sequence whose steps take one signal each, any later one: the form nearly all have. It
 * looks only for matches with the added signal in them, where the automaton finds all and most are
 * thrown away; on the long histories of busy people that is the difference between microseconds and
 * milliseconds. Held to the automaton by the oracle test.
 */
final class Chain implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<SequenceShape.Step> steps;
  private final long windowMillis;

  private Chain(List<SequenceShape.Step> steps, long windowMillis) {
    this.steps = steps;
    this.windowMillis = windowMillis;
  }

  /** Null when the shape needs the automaton. */
  static Chain of(SequenceShape shape) {
    boolean simple =
        !shape.needsTime()
            && shape.steps().stream()
                .allMatch(s -> s.anyLater() && !s.negated() && s.least() == 1 && s.most() == 1);
    return simple ? new Chain(shape.steps(), shape.windowMillis()) : null;
  }

  /**
   * @param signals in (time, id) order, the added one among them
   */
  List<Map<String, List<Signal>>> matchesWith(Signal added, List<Signal> signals) {
    int place = place(added, signals);
    Search search = new Search(signals, place);
    for (int step = 0; place >= 0 && step < steps.size(); step++) {
      if (steps.get(step).condition().takes(added.kind())) {
        search.with(step);
      }
    }
    return search.found;
  }

  private static int place(Signal added, List<Signal> signals) {
    for (int i = 0; i < signals.size(); i++) {
      if (signals.get(i).signalId().equals(added.signalId())) {
        return i;
      }
    }
    return -1;
  }

  /** Takes the steps in order, each with every signal that can take it. */
  private final class Search implements Condition.Earlier {

    private final List<Signal> signals;
    private final int added;
    private final Signal[] taken = new Signal[steps.size()];
    private final List<Map<String, List<Signal>>> found = new ArrayList<>();
    private int fixed;
    private int reached;

    Search(List<Signal> signals, int added) {
      this.signals = signals;
      this.added = added;
    }

    /** The matches in which the added signal takes this step. */
    void with(int step) {
      fixed = step;
      take(0, 0);
    }

    private void take(int step, int from) {
      if (step == steps.size()) {
        found.add(match());
      } else if (step == fixed) {
        tryWith(step, added);
      } else {
        int end = step < fixed ? added : signals.size();
        for (int place = from; place < end; place++) {
          tryWith(step, place);
        }
      }
    }

    private void tryWith(int step, int place) {
      Signal signal = signals.get(place);
      boolean within = step == 0 || signal.eventTime() - taken[0].eventTime() < windowMillis;
      reached = step;
      if (within && steps.get(step).condition().test(signal, this)) {
        taken[step] = signal;
        take(step + 1, place + 1);
      }
    }

    @Override
    public List<Signal> at(String name) {
      for (int step = 0; step < reached; step++) {
        if (steps.get(step).name().equals(name)) {
          return List.of(taken[step]);
        }
      }
      return List.of();
    }

    private Map<String, List<Signal>> match() {
      Map<String, List<Signal>> match = new LinkedHashMap<>();
      for (int step = 0; step < taken.length; step++) {
        match.put(steps.get(step).name(), List.of(taken[step]));
      }
      return match;
    }
  }
}
