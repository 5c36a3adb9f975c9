package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.O7RefusedAgain;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** O7 is a single signal. */
final class O7Sequences {

  private O7Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    O7RefusedAgain row = new O7RefusedAgain(rules);
    return List.of(
        NamedSequence.of(
            O7RefusedAgain.AGAIN,
            row.id(),
            Steps.first(O7RefusedAgain.APPLICATION, row.application())
                .within(row.settings().window())));
  }
}
