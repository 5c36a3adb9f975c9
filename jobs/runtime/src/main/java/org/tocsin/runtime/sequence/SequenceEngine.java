package org.tocsin.runtime.sequence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.sequence.Matcher;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/**
 * Evaluates sequences over a subject's short history, from the beginning, whenever a signal
 * arrives. So nothing waits for a watermark, a late signal still completes its sequence, and a
 * changed pattern needs no state migration.
 *
 * <p>What keeps it fast: a sequence is run only when the new signal can take one of its steps and
 * the kinds it needs are there, over those signals only whose kind it knows and which lie within
 * its window of the new one. A sequence of one step needs no automaton, and neither does a chain of
 * them: see {@link Chain}.
 *
 * <p>Serializable, as stages are; not for several threads at once.
 */
public final class SequenceEngine implements Matcher, Serializable {

  private static final long serialVersionUID = 1L;

  private record Compiled(
      String name,
      SequenceShape shape,
      Set<SignalKind> taken,
      Set<SignalKind> fed,
      Chain chain,
      Nfa nfa)
      implements Serializable {}

  private final List<Compiled> sequences;
  private transient Nfa.Memory memory;

  /**
   * @throws IllegalArgumentException when a sequence has a form that is refused, naming it and why
   */
  public SequenceEngine(List<NamedSequence> sequences) {
    Set<String> names = new HashSet<>();
    List<Compiled> compiled = new ArrayList<>();
    for (NamedSequence sequence : sequences) {
      if (!names.add(sequence.name())) {
        throw new IllegalArgumentException("two sequences are named " + sequence.name());
      }
      compiled.add(compile(sequence));
    }
    this.sequences = List.copyOf(compiled);
  }

  private static Compiled compile(NamedSequence sequence) {
    SequenceShape shape = SequenceCheck.check(sequence);
    return new Compiled(
        sequence.name(),
        shape,
        shape.takenKinds(),
        shape.fedKinds(),
        Chain.of(shape),
        shape.singleStep() ? null : Nfa.compile(sequence.pattern()));
  }

  @Override
  public List<Match> matchesWith(Signal added, List<Signal> history, long now) {
    List<Match> matches = new ArrayList<>();
    for (Compiled sequence : sequences) {
      if (!sequence.taken.contains(added.kind()) || !sequence.shape.mayTake(added)) {
        continue;
      }
      if (sequence.nfa == null) {
        addSingle(sequence, added, matches);
      } else {
        List<Signal> near = near(sequence, added, history);
        if (sequence.chain == null) {
          addRun(sequence, near, now, match -> match.contains(added), matches);
        } else if (sequence.shape.canMatch(near)) {
          for (Map<String, List<Signal>> stages : sequence.chain.matchesWith(added, near)) {
            matches.add(new Match(sequence.name, stages));
          }
        }
      }
    }
    return matches;
  }

  @Override
  public List<Match> matchesByAbsence(List<Signal> history, long now) {
    List<Match> matches = new ArrayList<>();
    for (Compiled sequence : sequences) {
      if (sequence.shape.needsTime()) {
        List<Signal> known =
            history.stream().filter(signal -> sequence.fed.contains(signal.kind())).toList();
        addRun(sequence, known, now, match -> true, matches);
      }
    }
    return matches;
  }

  @Override
  public OptionalLong nextAbsence(List<Signal> history, long now) {
    long next = Long.MAX_VALUE;
    for (Compiled sequence : sequences) {
      if (sequence.shape.needsTime()) {
        next = Math.min(next, nextAbsence(sequence, history, now));
      }
    }
    return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
  }

  /** Any signal that can be the first, or the last, of a match: cheaper to wake than to know. */
  private static long nextAbsence(Compiled sequence, List<Signal> history, long now) {
    long next = Long.MAX_VALUE;
    for (Signal signal : history) {
      long due = sequence.shape.dueTime(signal, signal);
      if (due > now && sequence.taken.contains(signal.kind())) {
        next = Math.min(next, due);
      }
    }
    return next;
  }

  private static void addSingle(Compiled sequence, Signal added, List<Match> matches) {
    SequenceShape.Step step = sequence.shape.steps().get(0);
    if (step.condition().test(added, earlier -> List.of())) {
      matches.add(new Match(sequence.name, Map.of(step.name(), List.of(added))));
    }
  }

  /** The signals that can stand in one match with the added one, or refute it. */
  private static List<Signal> near(Compiled sequence, Signal added, List<Signal> history) {
    List<Signal> near = new ArrayList<>(history.size());
    for (Signal signal : history) {
      if (sequence.fed.contains(signal.kind())
          && Math.abs(signal.eventTime() - added.eventTime()) < sequence.shape.windowMillis()
          && sequence.shape.concerns(signal)) {
        near.add(signal);
      }
    }
    return near;
  }

  private void addRun(
      Compiled sequence,
      List<Signal> signals,
      long now,
      Predicate<Match> wanted,
      List<Match> matches) {
    if (!sequence.shape.canMatch(signals)) {
      return;
    }
    if (memory == null) {
      memory = new Nfa.Memory();
    }
    for (Map<String, List<Signal>> stages : sequence.nfa.run(memory, signals, now)) {
      Match match = new Match(sequence.name, stages);
      if (wanted.test(match) && isDue(sequence, match, now)) {
        matches.add(match);
      }
    }
  }

  private static boolean isDue(Compiled sequence, Match match, long now) {
    if (!sequence.shape.needsTime()) {
      return true;
    }
    List<Signal> signals = match.signals();
    return sequence.shape.dueTime(signals.get(0), signals.get(signals.size() - 1)) <= now;
  }
}
