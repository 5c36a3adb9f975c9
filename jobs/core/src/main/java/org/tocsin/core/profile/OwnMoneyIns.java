package org.tocsin.core.profile;

import java.util.List;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/**
 * Own money that is being gathered: from another account of the same person, as the records say,
 * that is new here, or that is one of several within a short time. Whether money from accounts of
 * nobody knows whom is own is only known to the person's history.
 */
final class OwnMoneyIns implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    VictimRules.V8 settings = rules.detection().victim().v8();
    if (!isOwn(moved, settings)) {
      if (before != null && isOwn(before, settings)) {
        told.tell(AccountSignals.undone(signal(profile, before)));
      }
      return profile;
    }
    if (moved.isNew()) {
      told.tell(signal(profile, moved));
    } else {
      tellTogether(profile, moved, settings, told);
    }
    return profile;
  }

  private static void tellTogether(
      AccountProfile profile, Movement moved, VictimRules.V8 settings, Told told) {
    long window = settings.gatherWindow().toMillis();
    List<Movement> near =
        profile.movements().between(moved.time() - window, moved.time() + window).stream()
            .filter(each -> isOwn(each, settings))
            .toList();
    if (near.stream().map(Movement::other).distinct().count() > 1) {
      near.forEach(each -> told.tell(signal(profile, each)));
    }
  }

  private static boolean isOwn(Movement moved, VictimRules.V8 settings) {
    return moved.own()
        && moved.in()
        && moved.amountMinor() >= settings.gatherPieceMinMinor()
        && moved.settled()
        && moved.kind() == Transaction.Kind.TRANSFER
        && moved.other() != null;
  }

  private static Signal signal(AccountProfile profile, Movement moved) {
    return AccountSignals.of(SignalKind.OWN_MONEY_IN, profile, moved, 20, "own money moved here")
        .build();
  }
}
