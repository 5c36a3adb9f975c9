package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.P7SimSwap;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in P7. */
final class P7Sequences {

  /** A window takes no signal exactly at its end; the row's own does. */
  private static final Duration END_INCLUDED = Duration.ofMillis(1);

  private P7Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    P7SimSwap row = new P7SimSwap(rules);
    return List.of(
        NamedSequence.of(
            P7SimSwap.SWAPPED,
            row.id(),
            Steps.first(P7SimSwap.CHANGE, row.change())
                .then(P7SimSwap.PAYMENT, row.payment())
                .within(row.settings().within().plus(END_INCLUDED))));
  }
}
