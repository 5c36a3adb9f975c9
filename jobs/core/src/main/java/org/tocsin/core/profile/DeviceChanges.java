package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/**
 * A card whose payments come from another device than before, as whoever bought it uses their own.
 * People change telephones too, so it is told only together with money that ran through the card.
 */
final class DeviceChanges {

  private DeviceChanges() {}

  /**
   * Tells the change when a device that paid out the sum is new to what is remembered of the
   * account. It counts as of ten minutes before the first payment from it, as long as a sum may
   * take to leave: whoever awaits money that is not theirs has the card when it comes in.
   */
  static void tell(
      AccountProfile profile,
      Movement income,
      List<Movement> outs,
      BankCardRules settings,
      Told told) {
    long ahead = settings.b2().outWithin().toMillis();
    for (Movement out : outs) {
      Movement first = out.device() == null ? null : firstBy(out.device(), profile.movements());
      boolean lately =
          first != null && income.time() - first.time() <= settings.b12().within().toMillis();
      if (lately && hadAnother(profile.movements(), first)) {
        told.tell(signal(profile, first, first.time() - ahead));
        return;
      }
    }
  }

  /** A payment whose record came late may show that what came after it was another device. */
  static boolean maySay(Movement moved, MovementLog movements) {
    return !moved.in()
        && moved.device() != null
        && moved.time() < movements.timeAt(movements.size() - 1);
  }

  private static Movement firstBy(String device, List<Movement> movements) {
    for (Movement each : movements) {
      if (isOwnPayment(each) && device.equals(each.device())) {
        return each;
      }
    }
    return null;
  }

  private static boolean hadAnother(List<Movement> movements, Movement first) {
    for (Movement each : movements) {
      if (each.time() >= first.time()) {
        return false;
      } else if (isOwnPayment(each) && each.device() != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwnPayment(Movement moved) {
    return !moved.in() && moved.live();
  }

  private static Signal signal(AccountProfile profile, Movement first, long time) {
    return AccountSignals.of(
            SignalKind.CONTACT_CHANGED, profile, first, 20, "paid from a device not seen before")
        .signalId(Ids.of(SignalKind.CONTACT_CHANGED, first.source(), first.eventId()))
        .eventTime(time)
        .endTime(time)
        .amountMinor(null)
        .balanceMinor(null)
        .other(null)
        .otherHolder(null)
        .transactionKind(null)
        .build();
  }
}
