package org.tocsin.core.sequence;

import java.util.List;
import java.util.OptionalLong;
import org.tocsin.core.signal.Signal;

/** Finds the sequences in a subject's short history. The runtime does it with Flink's CEP. */
public interface Matcher {

  /**
   * The matches that contain the signal just added.
   *
   * @param history all signals held, the added one among them, in (time, id) order
   * @param now event time up to which absence may be concluded, epoch milliseconds
   */
  List<Match> matchesWith(Signal added, List<Signal> history, long now);

  /**
   * The matches that the passing of time alone has completed by {@code now}: of sequences that end
   * in an absence, or that wait with a negation until nothing earlier can still come. Those of
   * earlier calls are among them: the caller knows what it has raised.
   */
  List<Match> matchesByAbsence(List<Signal> history, long now);

  /**
   * The next time after {@code now} at which {@link #matchesByAbsence} may find more; empty when no
   * signal held waits for any. To be asked whenever the history has changed.
   */
  OptionalLong nextAbsence(List<Signal> history, long now);
}
