package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.ProfileRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/**
 * Payments to payees this account has not paid before, settled or announced. Large ones to known
 * payees, own accounts and merchants are told too, marked, so that it can be said why they raised
 * no warning.
 */
final class NewPayeePayments implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    if (moved.in() || !isPayment(moved) || !isTold(moved, rules.detection().profiles())) {
      return profile;
    }
    boolean wasTold = before != null && before.live();
    if (moved.live()) {
      told.tell(signal(profile, moved, before, rules));
    } else if (wasTold) {
      told.tell(AccountSignals.undone(signal(profile, moved, before, rules)));
    }
    return profile;
  }

  /** Again, with more known of it. */
  static void tell(AccountProfile profile, Movement moved, Rulebook rules, Told told) {
    if (moved.live() && isPayment(moved) && isTold(moved, rules.detection().profiles())) {
      told.tell(signal(profile, moved, moved, rules));
    }
  }

  private static boolean isPayment(Movement moved) {
    return moved.other() != null
        && (moved.kind() == Transaction.Kind.TRANSFER
            || moved.kind() == Transaction.Kind.MERCHANT_PAYMENT);
  }

  private static boolean isTold(Movement moved, ProfileRules settings) {
    boolean ordinary = moved.own() || moved.merchant() || !moved.isNew();
    if (!ordinary) {
      return true;
    }
    boolean aSign = moved.isNew() || moved.novelty() == Movement.Novelty.KNOWN;
    return aSign && moved.amountMinor() >= settings.knownPaymentMinMinor();
  }

  private static Signal signal(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules) {
    boolean announced = moved.result() == Transaction.Result.PENDING;
    String what =
        moved.novelty() == Movement.Novelty.KNOWN
            ? "payment to a known payee"
            : announced ? "payment to a new payee announced" : "payment to a payee not paid before";
    SignalBuilder signal =
        AccountSignals.of(
            SignalKind.NEW_PAYEE_PAYMENT, profile, moved, moved.isNew() ? 40 : 10, what);
    Long openedAt = profile.facts().openedAt();
    if (openedAt != null
        && moved.time() - openedAt <= rules.detection().victim().v8().accountYoung().toMillis()) {
      List<Trait> traits = new ArrayList<>(signal.traits());
      traits.add(Trait.YOUNG);
      signal.traits(traits);
    }
    if (moved.isNew() && !moved.merchant()) {
      signal.traits(Scans.with(signal.traits(), profile, moved, rules));
    }
    return signal
        .purchaseAt(Purchases.last(profile))
        .usual(UsualAmounts.before(profile, before, rules))
        .build();
  }
}
