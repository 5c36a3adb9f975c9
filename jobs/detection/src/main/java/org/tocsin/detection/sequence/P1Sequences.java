package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.P1FanOut;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** P1 is a single signal. */
final class P1Sequences {

  private P1Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    P1FanOut row = new P1FanOut(rules);
    return List.of(
        NamedSequence.of(
            P1FanOut.FANNED,
            row.id(),
            Steps.first(P1FanOut.FAN, row.fan()).within(row.settings().window())));
  }
}
