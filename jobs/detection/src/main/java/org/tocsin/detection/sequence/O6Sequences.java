package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.O6Punished;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** O6 is a single signal. */
final class O6Sequences {

  private O6Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    O6Punished row = new O6Punished(rules);
    return List.of(
        NamedSequence.of(
            O6Punished.PUNISHED,
            row.id(),
            Steps.first(O6Punished.APPLICATION, row.application())
                .within(row.settings().pendingFor())));
  }
}
