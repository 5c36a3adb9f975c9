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

  private final EnumSet<SignalKind> kinds;
  private final Predicate predicate;

  private Condition(Set<SignalKind> kinds, Predicate predicate) {
    this.kinds = EnumSet.copyOf(kinds);
    this.predicate = predicate;
  }

  public static Condition of(SignalKind kind) {
    return of(kind, (signal, earlier) -> true);
  }

  public static Condition of(SignalKind kind, Predicate predicate) {
    return new Condition(EnumSet.of(kind), predicate);
  }

  public static Condition ofAny(Set<SignalKind> kinds, Predicate predicate) {
    return new Condition(kinds, predicate);
  }

  public Set<SignalKind> kinds() {
    return EnumSet.copyOf(kinds);
  }

  /** Whether a signal of the kind can take the step. */
  public boolean takes(SignalKind kind) {
    return kinds.contains(kind);
  }

  public boolean test(Signal signal, Earlier earlier) {
    return kinds.contains(signal.kind()) && predicate.test(signal, earlier);
  }
}
