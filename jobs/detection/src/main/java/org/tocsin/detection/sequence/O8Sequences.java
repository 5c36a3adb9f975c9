package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.O8VictimMadeMule;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in O8. */
final class O8Sequences {

  private O8Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    O8VictimMadeMule row = new O8VictimMadeMule(rules);
    return List.of(
        NamedSequence.of(
            O8VictimMadeMule.CALLED,
            row.id(),
            Steps.first(O8VictimMadeMule.CALL, row.call())
                .then(O8VictimMadeMule.APPLICATION, row.application())
                .within(row.settings().window())));
  }
}
