package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Trait;

/**
 * Small payments by code or to merchants, of which everybody makes several a day: they are no
 * signal, but a trait of what the account pays to somebody new soon after.
 */
final class Scans implements AccountObserver {

  private static final long serialVersionUID = 1L;

  /** Its record came late: what was paid after it is told again. */
  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    VictimRules.V7 settings = rules.detection().victim().v7();
    List<Movement> movements = profile.movements();
    if (movements.get(movements.size() - 1) == moved || !isScan(moved, settings)) {
      return profile;
    }
    for (Movement each : movements) {
      if (isAfter(each, moved, settings)) {
        NewPayeePayments.tell(profile, each, rules, told);
      }
    }
    return profile;
  }

  /** What else is to be said of a payment to somebody new. */
  static List<Trait> with(
      List<Trait> traits, AccountProfile profile, Movement payment, Rulebook rules) {
    VictimRules.V7 settings = rules.detection().victim().v7();
    List<Trait> more = new ArrayList<>(traits);
    if (payment.channel() == Transaction.Channel.QR) {
      more.add(Trait.SCANNED);
    }
    Habits habits = new Habits(payment, rules);
    boolean afterScan = false;
    for (Movement each : profile.movements()) {
      afterScan = afterScan || (isScan(each, settings) && isAfter(payment, each, settings));
      habits.seen(each);
    }
    if (afterScan) {
      more.add(Trait.AFTER_SCAN);
    }
    habits.addTo(more);
    return more;
  }

  private static boolean isScan(Movement moved, VictimRules.V7 settings) {
    return !moved.in()
        && moved.live()
        && moved.amountMinor() <= settings.scanMaxMinor()
        && (moved.channel() == Transaction.Channel.QR
            || moved.kind() == Transaction.Kind.MERCHANT_PAYMENT);
  }

  private static boolean isAfter(Movement payment, Movement scan, VictimRules.V7 settings) {
    return !payment.in()
        && payment.time() >= scan.time()
        && payment.time() - scan.time() <= settings.within().toMillis();
  }
}
