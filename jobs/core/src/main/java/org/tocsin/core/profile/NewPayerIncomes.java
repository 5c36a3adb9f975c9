package org.tocsin.core.profile;

import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/** Money by transfer from somebody this account has not had money from before. */
final class NewPayerIncomes implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    boolean income =
        moved.in()
            && moved.kind() == Transaction.Kind.TRANSFER
            && moved.other() != null
            && moved.isNew()
            && !moved.own();
    if (!income) {
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
    return AccountSignals.of(
            SignalKind.NEW_PAYER_INCOME,
            profile,
            moved,
            20,
            "money from an account that had not paid before")
        .build();
  }
}
