package org.tocsin.core.profile;

import java.time.Duration;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Usual;

/** Remembers what a person's account usually pays: settled, to others, by card or transfer. */
final class UsualAmounts implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    if (moved.in() || !profile.personal()) {
      return profile;
    }
    boolean was = before != null && isCounted(before);
    boolean is = isCounted(moved);
    if (was == is) {
      return profile;
    }
    VictimRules.V6 settings = rules.detection().victim().v6();
    Duration memory = settings.usualMemory();
    Usual usual =
        is
            ? profile.usual().with(moved.time(), moved.amountMinor(), keptMin(settings), memory)
            : profile.usual().without(before.time(), before.amountMinor(), memory);
    return AccountProfileBuilder.builder(profile).usual(usual).build();
  }

  /** As it was before a payment; null for what is no person's account. */
  static Usual before(AccountProfile profile, Movement counted, Rulebook rules) {
    if (!profile.personal()) {
      return null;
    }
    return counted == null || !isCounted(counted)
        ? profile.usual()
        : profile
            .usual()
            .without(
                counted.time(),
                counted.amountMinor(),
                rules.detection().victim().v6().usualMemory());
  }

  /** A payment of the smallest amount that may be unusual is compared with no less than this. */
  private static long keptMin(VictimRules.V6 settings) {
    return (long) (settings.amountMinMinor() / settings.usualRatioMin());
  }

  private static boolean isCounted(Movement moved) {
    return moved.settled()
        && !moved.own()
        && (moved.kind() == Transaction.Kind.TRANSFER
            || moved.kind() == Transaction.Kind.MERCHANT_PAYMENT);
  }
}
