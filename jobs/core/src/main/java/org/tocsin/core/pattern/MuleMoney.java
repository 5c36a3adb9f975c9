package org.tocsin.core.pattern;

import java.util.EnumSet;
import java.util.Set;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/** What the history says of money that ran through an account. */
final class MuleMoney {

  /** Kinds that tell of money that came and left. */
  private static final Set<SignalKind> FLOWS =
      EnumSet.of(
          SignalKind.FAST_OUT,
          SignalKind.TEST_BURST,
          SignalKind.MANY_TO_FEW,
          SignalKind.ONE_TO_MANY,
          SignalKind.WOKEN,
          SignalKind.CASHED_OUT,
          SignalKind.GOLD_RUN,
          SignalKind.EXCHANGE_CYCLE,
          SignalKind.EVASION);

  private MuleMoney() {}

  /** Between the person's own accounts. */
  static boolean isOwn(Signal signal, View view) {
    return signal.has(Trait.OWN)
        || (signal.other() != null && view.isOwn(signal.other().token()))
        || (view.person() != null && view.person().equals(signal.otherStanding().person()));
  }

  /** Known late: what came in has left already. */
  static boolean isGone(Signal income, View view) {
    return view.signals().stream()
        .anyMatch(
            flow ->
                FLOWS.contains(flow.kind())
                    && !flow.has(Trait.WATCH_ONLY)
                    && flow.subject().equals(income.subject())
                    && isIn(income, flow));
  }

  /** By its time, or by name: what went to an exchange came before it. */
  private static boolean isIn(Signal income, Signal flow) {
    boolean during = flow.eventTime() <= income.eventTime() && flow.endTime() >= income.eventTime();
    return during
        || flow.evidence().stream()
            .anyMatch(
                each ->
                    each.eventId().equals(income.evidence().get(0).eventId())
                        && each.source().equals(income.evidence().get(0).source()));
  }

  /** Most of what left went to accounts of the same person, as only the history knows. */
  static boolean isOwnMoved(Signal flow, View view) {
    long out = flow.amountMinor() - flow.balanceMinor();
    if (out <= 0 || view.own().isEmpty()) {
      return false;
    }
    long own = 0;
    for (Signal each : view.heldBack()) {
      if (each.kind() == SignalKind.NEW_PAYEE_PAYMENT
          && each.subject().equals(flow.subject())
          && each.eventTime() >= flow.eventTime()
          && each.eventTime() <= flow.endTime()
          && isOwn(each, view)) {
        own += each.amountMinor();
      }
    }
    return 2 * own >= out;
  }
}
