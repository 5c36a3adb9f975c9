package org.tocsin.core.sequence;

import java.util.List;
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
   * The matches that have become complete by the passing of time alone: sequences that end in an
   * absence.
   */
  List<Match> matchesByAbsence(List<Signal> history, long now);
}
