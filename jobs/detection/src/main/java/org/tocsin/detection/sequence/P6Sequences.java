package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.P6Relay;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in P6. */
final class P6Sequences {

  /** A window takes no signal exactly at its end; the row's own does. */
  private static final Duration END_INCLUDED = Duration.ofMillis(1);

  private P6Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    P6Relay row = new P6Relay(rules);
    return List.of(
        NamedSequence.of(
            P6Relay.RELAYED,
            row.id(),
            Steps.first(P6Relay.FORWARDING, row.forwarding())
                .then(P6Relay.CALLS, row.calls())
                .within(row.settings().within().plus(END_INCLUDED))));
  }
}
