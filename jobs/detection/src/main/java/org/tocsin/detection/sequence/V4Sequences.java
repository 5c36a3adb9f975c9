package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.V4FakeInvestment;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in V4. */
final class V4Sequences {

  private V4Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    V4FakeInvestment row = new V4FakeInvestment(rules);
    Duration window = row.settings().window();
    return List.of(
        named(
            row,
            V4FakeInvestment.RISE,
            Steps.first(V4FakeInvestment.BACK, row.back())
                .then(V4FakeInvestment.PAYMENT, row.payment())
                .then(V4FakeInvestment.NEXT, row.next()),
            window),
        named(
            row,
            V4FakeInvestment.RAISED_AFTER,
            Steps.first(V4FakeInvestment.BACK, row.back())
                .then(V4FakeInvestment.PAYMENT, row.payment())
                .then(V4FakeInvestment.RAISED, row.raised()),
            window),
        named(
            row,
            V4FakeInvestment.RAISED_BEFORE,
            Steps.first(V4FakeInvestment.BACK, row.back())
                .then(V4FakeInvestment.RAISED, row.raised())
                .then(V4FakeInvestment.PAYMENT, row.payment()),
            window),
        named(
            row,
            V4FakeInvestment.RAISED_FIRST,
            Steps.first(V4FakeInvestment.RAISED, row.raised())
                .then(V4FakeInvestment.BACK, row.back())
                .then(V4FakeInvestment.PAYMENT, row.payment()),
            window),
        named(
            row,
            V4FakeInvestment.CASH_TWICE,
            Steps.first(V4FakeInvestment.CASH, row.cash()).then(V4FakeInvestment.NEXT, row.cash()),
            window),
        named(
            row,
            V4FakeInvestment.LEAPS,
            Steps.first(V4FakeInvestment.PAYMENT, row.leap())
                .then(V4FakeInvestment.NEXT, row.leapAbove(V4FakeInvestment.PAYMENT))
                .then(V4FakeInvestment.THIRD, row.leapAbove(V4FakeInvestment.NEXT)),
            window));
  }

  private static NamedSequence named(
      V4FakeInvestment row, String name, Steps steps, Duration window) {
    return NamedSequence.of(name, row.id(), steps.within(window));
  }
}
