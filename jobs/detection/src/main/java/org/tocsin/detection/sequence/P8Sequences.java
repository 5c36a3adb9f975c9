package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.P8SimWoken;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** P8 is a single signal. */
final class P8Sequences {

  private P8Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    P8SimWoken row = new P8SimWoken(rules);
    return List.of(
        NamedSequence.of(
            P8SimWoken.WOKEN,
            row.id(),
            Steps.first(P8SimWoken.CALLS, row.calls()).within(row.settings().within())));
  }
}
