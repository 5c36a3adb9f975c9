package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.V7GameTrade;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in V7. */
final class V7Sequences {

  private V7Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    V7GameTrade row = new V7GameTrade(rules);
    Duration window = row.settings().window();
    return List.of(
        NamedSequence.of(
            V7GameTrade.RISE,
            row.id(),
            Steps.first(V7GameTrade.FIRST, row.first())
                .then(V7GameTrade.NEXT, row.higherThan(V7GameTrade.FIRST))
                .then(V7GameTrade.THIRD, row.higherThan(V7GameTrade.NEXT))
                .within(window)),
        NamedSequence.of(
            V7GameTrade.SCAN_RISE,
            row.id(),
            Steps.first(V7GameTrade.SCAN, row.scan())
                .then(V7GameTrade.FIRST, row.first())
                .then(V7GameTrade.NEXT, row.higherThan(V7GameTrade.FIRST))
                .then(V7GameTrade.THIRD, row.higherThan(V7GameTrade.NEXT))
                .within(window)));
  }
}
