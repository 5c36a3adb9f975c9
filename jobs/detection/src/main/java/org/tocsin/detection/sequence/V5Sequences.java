package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.V5FakeLoan;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in V5. */
final class V5Sequences {

  private V5Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    V5FakeLoan row = new V5FakeLoan(rules);
    return List.of(
        NamedSequence.of(
            V5FakeLoan.CALL_FEES,
            row.id(),
            Steps.first(V5FakeLoan.CALL, row.call())
                .then(V5FakeLoan.FEE, row.fee())
                .then(V5FakeLoan.NEXT, row.next())
                .within(row.settings().window())),
        NamedSequence.of(
            V5FakeLoan.FEES,
            row.id(),
            Steps.first(V5FakeLoan.FEE, row.fee())
                .then(V5FakeLoan.NEXT, row.next())
                .then(V5FakeLoan.THIRD, row.third())
                .within(row.settings().window())));
  }
}
