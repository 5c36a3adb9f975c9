package org.tocsin.core.profile;

import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.ProfileRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/**
 * Large payments to people, companies and exchanges first paid not long ago, settled or announced.
 * Rarer than payments to new payees, so that they can be remembered for weeks, and told of the
 * second payment to the same payee too.
 */
final class LargePayments implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    ProfileRules settings = rules.detection().profiles();
    if (moved.in() || moved.amountMinor() < settings.largePaymentMinMinor()) {
      return profile;
    }
    if (isPayment(moved) && isLatelyMet(profile, moved, settings)) {
      if (moved.live()) {
        told.tell(signal(profile, moved));
      } else if (before != null && before.live()) {
        told.tell(AccountSignals.undone(signal(profile, moved)));
      }
    }
    return profile;
  }

  private static boolean isPayment(Movement moved) {
    return moved.other() != null
        && moved.otherHolder() != Holder.MERCHANT
        && !moved.merchant()
        && !moved.own()
        && (moved.kind() == Transaction.Kind.TRANSFER
            || moved.kind() == Transaction.Kind.MERCHANT_PAYMENT);
  }

  private static boolean isLatelyMet(
      AccountProfile profile, Movement moved, ProfileRules settings) {
    if (moved.novelty() != Movement.Novelty.SEEN) {
      return moved.isNew();
    }
    int place = profile.payees().find(EventHash.token(moved.other()));
    return place >= 0
        && moved.time() - profile.payees().firstAt(place) <= settings.payeeYoung().toMillis();
  }

  private static Signal signal(AccountProfile profile, Movement moved) {
    return AccountSignals.of(
            SignalKind.LARGE_PAYMENT, profile, moved, 30, "large payment to a payee met lately")
        .build();
  }
}
