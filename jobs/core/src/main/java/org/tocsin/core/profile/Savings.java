package org.tocsin.core.profile;

import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.ProfileRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/** Savings turned into money at hand, into cash or into gold. Small sums are everyday life. */
final class Savings implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    SignalKind kind = kind(moved, rules.detection().profiles());
    if (kind == null) {
      return profile;
    }
    if (moved.live()) {
      told.tell(signal(kind, profile, moved));
    } else if (before != null && before.live()) {
      told.tell(AccountSignals.undone(signal(kind, profile, moved)));
    }
    return profile;
  }

  /** Null for nearly everything. */
  private static SignalKind kind(Movement moved, ProfileRules settings) {
    if (moved.kind() == Transaction.Kind.DEPOSIT_REDEMPTION) {
      // Told by the account the money came to; by the deposit itself when that is all there is.
      return moved.amountMinor() >= settings.redemptionMinMinor()
              && (moved.in() || moved.other() == null)
          ? SignalKind.DEPOSIT_REDEEMED
          : null;
    } else if (moved.in() || moved.amountMinor() < settings.handoverMinMinor()) {
      return null;
    } else if (moved.kind() == Transaction.Kind.CASH_WITHDRAWAL) {
      return SignalKind.CASH_OUT;
    }
    return moved.merchantCategory() != null
            && settings.jewellers().contains(moved.merchantCategory())
        ? SignalKind.GOLD_BOUGHT
        : null;
  }

  private static Signal signal(SignalKind kind, AccountProfile profile, Movement moved) {
    String what =
        switch (kind) {
          case DEPOSIT_REDEEMED -> "a deposit was redeemed";
          case CASH_OUT -> "cash was drawn";
          default -> "a jeweller was paid";
        };
    return AccountSignals.of(kind, profile, moved, 20, what).build();
  }
}
