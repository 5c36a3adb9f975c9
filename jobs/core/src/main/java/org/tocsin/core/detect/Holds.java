package org.tocsin.core.detect;

import java.util.Optional;
import org.tocsin.core.detect.Finding.Reason;
import org.tocsin.core.profile.EventHash;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Trait;

/** What takes the suspicion out of a signal, whatever sequence it would complete. */
final class Holds {

  private Holds() {}

  static Optional<Reason> of(Signal signal, PersonHistory person) {
    return switch (signal.kind()) {
      case UNKNOWN_CALL, LISTED_CALL ->
          signal.otherStanding().trustedAt(signal.eventTime())
              ? Optional.of(Reason.TRUSTED_PHONE)
              : Optional.empty();
      case SUM_RETURNED ->
          isOwn(signal, person) ? Optional.of(Reason.OWN_ACCOUNT) : Optional.empty();
      case NEW_PAYEE_PAYMENT, PAYMENT_FAILED, LARGE_PAYMENT -> ofPayment(signal, person);
      case FAN_OUT, NEW_SIM_BURST, NO_CALLBACK, SIM_WOKEN, RELAY, SIM_BOX ->
          signal.has(Trait.TRUSTED) ? Optional.of(Reason.TRUSTED_PHONE) : Optional.empty();
      case FAST_OUT,
          TEST_BURST,
          MANY_TO_FEW,
          ONE_TO_MANY,
          WOKEN,
          CASHED_OUT,
          GOLD_RUN,
          EXCHANGE_CYCLE,
          EVASION,
          COUPLING ->
          ofFlow(signal, person);
      default -> Optional.empty();
    };
  }

  /** The account's own past, a trusted account, or money the owner has moved to it. */
  private static Optional<Reason> ofFlow(Signal flow, PersonHistory person) {
    if (flow.has(Trait.HABIT)) {
      return Optional.of(Reason.HABIT);
    } else if (flow.has(Trait.TRUSTED)) {
      return Optional.of(Reason.TRUSTED_ACCOUNT);
    }
    return isOwn(flow, person) ? Optional.of(Reason.OWN_ACCOUNT) : Optional.empty();
  }

  private static Optional<Reason> ofPayment(Signal signal, PersonHistory person) {
    String payee = signal.other().token();
    if (isOwn(signal, person)) {
      return Optional.of(Reason.OWN_ACCOUNT);
    } else if (signal.has(Trait.MERCHANT)) {
      return Optional.of(Reason.REGISTERED_MERCHANT);
    } else if (isLegitimate(payee, signal.eventTime(), person)) {
      return Optional.of(Reason.CONFIRMED_LEGITIMATE);
    } else if (signal.otherStanding().trustedAt(signal.eventTime())) {
      return Optional.of(Reason.TRUSTED_ACCOUNT);
    } else if (signal.has(Trait.KNOWN_PAYEE) || isKnown(payee, signal.eventTime(), person)) {
      return Optional.of(Reason.KNOWN_PAYEE);
    }
    return Optional.empty();
  }

  /** Between one's own accounts. */
  static boolean isOwn(Signal signal, PersonHistory person) {
    return signal.has(Trait.OWN)
        || (signal.other() != null && person.own().contains(signal.other().token()))
        || (person.person() != null && person.person().equals(signal.otherStanding().person()));
  }

  private static boolean isLegitimate(String payee, long time, PersonHistory person) {
    return person.legitimate().stream()
        .anyMatch(each -> each.account().equals(payee) && time <= each.until());
  }

  /** Known by another of the person's accounts, before this payment. */
  private static boolean isKnown(String payee, long time, PersonHistory person) {
    int place = person.knownPayees().find(EventHash.token(payee));
    return place >= 0 && person.knownPayees().firstAt(place) < time;
  }
}
