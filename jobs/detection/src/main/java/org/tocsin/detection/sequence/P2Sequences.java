package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.P2NewSimBurst;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** P2 is a single signal. */
final class P2Sequences {

  private P2Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    P2NewSimBurst row = new P2NewSimBurst(rules);
    return List.of(
        NamedSequence.of(
            P2NewSimBurst.BURST,
            row.id(),
            Steps.first(P2NewSimBurst.NEW_BURST, row.burst())
                .within(row.settings().afterOpening())));
  }
}
