package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.O2OverQuota;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** O2 is a single signal. */
final class O2Sequences {

  /** Of a single signal; a window must be given. */
  private static final Duration WINDOW = Duration.ofHours(1);

  private O2Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    O2OverQuota row = new O2OverQuota(rules);
    return List.of(
        NamedSequence.of(
            O2OverQuota.OVER,
            row.id(),
            Steps.first(O2OverQuota.APPLICATION, row.application()).within(WINDOW)));
  }
}
