package org.tocsin.core.sequence;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/**
 * What a signal must be to take a step of a sequence: one of some kinds, and a predicate. The kinds
 * can be asked for, so that a sequence whose kinds are not in the history is never run.
 */
public final class Condition implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The signals that earlier steps of the same attempt have taken. */
  @FunctionalInterface
  public interface Earlier {
    /** In event-time order; empty when the step took none. */
    List<Signal> at(String step);
  }

  /** Must not keep state: it is asked in any order, and again. */
  @FunctionalInterface
  public interface Predicate extends Serializable {
    boolean test(Signal signal, Earlier earlier);
  }

  /** What can be asked of the signal alone. Must not keep state. */
  @FunctionalInterface
  public interface Alone extends Serializable {
    boolean test(Signal signal);
  }

  private final EnumSet<SignalKind> kinds;
  private final Alone alone;
  private final Predicate predicate;

  private Condition(Set<SignalKind> kinds, Alone alone, Predicate predicate) {
    this.kinds = EnumSet.copyOf(kinds);
    this.alone = alone;
    this.predicate = predicate;
  }

  public static Condition of(SignalKind kind) {
    return of(kind, (signal, earlier) -> true);
  }

  public static Condition of(SignalKind kind, Predicate predicate) {
    return new Condition(EnumSet.of(kind), signal -> true, predicate);
  }

  /** What the signal must be by itself; a sequence for which no signal is, is never run. */
  public static Condition alone(SignalKind kind, Alone alone) {
    return of(kind, alone, (signal, earlier) -> true);
  }

  /**
   * @param alone what the signal must be by itself
   * @param predicate what it must be beside the earlier ones; asked only of those
   */
  public static Condition of(SignalKind kind, Alone alone, Predicate predicate) {
    return new Condition(EnumSet.of(kind), alone, predicate);
  }

  public static Condition ofAny(Set<SignalKind> kinds, Predicate predicate) {
    return ofAny(kinds, signal -> true, predicate);
  }

  /** As {@link #of(SignalKind, Alone, Predicate)}, of several kinds. */
  public static Condition ofAny(Set<SignalKind> kinds, Alone alone, Predicate predicate) {
    return new Condition(kinds, alone, predicate);
  }

  public Set<SignalKind> kinds() {
    return EnumSet.copyOf(kinds);
  }

  /** Whether a signal of the kind can take the step. */
  public boolean takes(SignalKind kind) {
    return kinds.contains(kind);
  }

  /** False when the signal takes this step in no attempt, whatever came before. */
  public boolean mayTake(Signal signal) {
    return kinds.contains(signal.kind()) && alone.test(signal);
  }

  public boolean test(Signal signal, Earlier earlier) {
    return mayTake(signal) && predicate.test(signal, earlier);
  }
}
