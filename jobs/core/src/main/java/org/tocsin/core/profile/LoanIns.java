package org.tocsin.core.profile;

import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/** Loans paid out to the account. */
final class LoanIns implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    if (!moved.in() || moved.kind() != Transaction.Kind.LOAN_DISBURSEMENT) {
      return profile;
    }
    if (moved.settled()) {
      told.tell(signal(profile, moved));
    } else if (before != null && before.settled()) {
      told.tell(AccountSignals.undone(signal(profile, moved)));
    }
    return profile;
  }

  private static Signal signal(AccountProfile profile, Movement moved) {
    return AccountSignals.of(SignalKind.LOAN_IN, profile, moved, 30, "a loan was paid out").build();
  }
}
