package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.O1Burst;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** O1 is a single signal. */
final class O1Sequences {

  private O1Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    O1Burst row = new O1Burst(rules);
    return List.of(
        NamedSequence.of(
            O1Burst.BURST,
            row.id(),
            Steps.first(O1Burst.APPLICATION, row.application()).within(row.settings().window())));
  }
}
