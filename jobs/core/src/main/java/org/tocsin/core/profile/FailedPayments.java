package org.tocsin.core.profile;

import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/** Declined payments to payees this account has not paid before. */
final class FailedPayments implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    if (isFailed(moved)) {
      told.tell(signal(profile, moved, rules));
    } else if (before != null && isFailed(before)) {
      told.tell(AccountSignals.undone(signal(profile, before, rules)));
    }
    return profile;
  }

  private static boolean isFailed(Movement moved) {
    return moved.result() == Transaction.Result.DECLINED
        && !moved.in()
        && moved.other() != null
        && moved.isNew()
        && !moved.own()
        && !moved.merchant();
  }

  private static Signal signal(AccountProfile profile, Movement moved, Rulebook rules) {
    return AccountSignals.of(
            SignalKind.PAYMENT_FAILED, profile, moved, 20, "payment to a new payee declined")
        .usual(UsualAmounts.before(profile, null, rules))
        .purchaseAt(Purchases.last(profile))
        .build();
  }
}
