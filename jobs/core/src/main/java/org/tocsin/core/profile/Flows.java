package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;

/** What the rows about a person's account count as money coming in and money passed on. */
final class Flows {

  private Flows() {}

  /**
   * Money from somebody else's account. Loans, redemptions and refunds are none; a shop's takings
   * are none either: jewellers and stalls are paid for what they sell.
   */
  static boolean isIncome(Movement moved) {
    return moved.in()
        && moved.settled()
        && !moved.own()
        && moved.other() != null
        && (moved.otherHolder() == Holder.PERSON || moved.otherHolder() == Holder.COMPANY)
        && (moved.kind() == Transaction.Kind.TRANSFER
            || (moved.kind() == Transaction.Kind.MERCHANT_PAYMENT
                && moved.merchantCategory() == null));
  }

  /** From a person this account has had no dealings with, so that it departs from its own past. */
  static boolean isFromStranger(Movement moved) {
    return isIncome(moved)
        && moved.otherHolder() == Holder.PERSON
        && moved.isNew()
        && !moved.acquainted();
  }

  /** Left, or is announced to leave, to somebody else's account or as cash. */
  static boolean isOut(Movement moved) {
    return !moved.in()
        && moved.live()
        && !moved.own()
        && (moved.kind() == Transaction.Kind.TRANSFER
            || moved.kind() == Transaction.Kind.MERCHANT_PAYMENT
            || moved.kind() == Transaction.Kind.CASH_WITHDRAWAL);
  }

  /** Passed on: bought from a shop, repaid to a lender or paid to a developer is spent. */
  static boolean isPassedOn(Movement moved) {
    return isOut(moved) && !moved.merchant() && moved.otherHolder() != Holder.COMPANY;
  }

  /** Passed on to somebody this account has not dealt with, or drawn as cash. */
  static boolean isToStranger(Movement moved) {
    return isPassedOn(moved) && (moved.other() == null || moved.isNew());
  }

  /** What comes in and is the last that is known can have been followed by nothing. */
  static boolean isNewest(AccountProfile profile, Movement moved) {
    List<Movement> movements = profile.movements();
    return movements.get(movements.size() - 1).equals(moved);
  }

  /** Cash has no payee, and is one. */
  static String payee(Movement out) {
    return out.other() == null ? "" : out.other();
  }

  static long sum(List<Movement> movements) {
    long sum = 0;
    for (Movement each : movements) {
      sum += each.amountMinor();
    }
    return sum;
  }
}
