package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B13Coupling;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** B13 is a single signal. */
final class B13Sequences {

  private B13Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    B13Coupling row = new B13Coupling(rules);
    return List.of(
        NamedSequence.of(
            B13Coupling.COUPLED,
            row.id(),
            Steps.first(B13Coupling.COUPLE, row.couple()).within(row.settings().window())));
  }
}
