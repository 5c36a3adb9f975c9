package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.O4Group;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** O4 is a single signal. */
final class O4Sequences {

  private O4Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    O4Group row = new O4Group(rules);
    return List.of(
        NamedSequence.of(
            O4Group.GROUP,
            row.id(),
            Steps.first(O4Group.APPLICATION, row.application()).within(row.settings().window())));
  }
}
