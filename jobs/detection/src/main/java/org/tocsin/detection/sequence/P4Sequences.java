package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.P4SimBox;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** P4 is a single signal. */
final class P4Sequences {

  private P4Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    P4SimBox row = new P4SimBox(rules);
    return List.of(
        NamedSequence.of(
            P4SimBox.BOXED,
            row.id(),
            Steps.first(P4SimBox.BOX, row.box()).within(row.settings().window())));
  }
}
