package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.P3NoCallback;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** P3 is a single signal. */
final class P3Sequences {

  private P3Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    P3NoCallback row = new P3NoCallback(rules);
    return List.of(
        NamedSequence.of(
            P3NoCallback.UNRETURNED,
            row.id(),
            Steps.first(P3NoCallback.CALLS, row.calls()).within(Duration.ofDays(1))));
  }
}
