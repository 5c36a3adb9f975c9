package org.tocsin.core.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;

/**
 * Transfers from several banks into this account within a short time that are, or may be, the
 * owner's own: each is told, marked {@code OWN} where the records say so. Whether the others are
 * own accounts is only known to the person's history.
 */
final class Gatherings implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    if (!isCandidate(moved)) {
      if (before != null && isCandidate(before)) {
        told.tell(AccountSignals.undone(signal(profile, before)));
      }
      return profile;
    }
    VictimRules.V1 settings = rules.detection().victim().v1();
    long window = settings.gatherWindow().toMillis();
    List<Movement> near =
        profile.movements().between(moved.time() - window, moved.time() + window).stream()
            .filter(Gatherings::isCandidate)
            .toList();
    Set<String> banks = new HashSet<>();
    near.forEach(each -> banks.add(each.source()));
    if (banks.size() < settings.gatherBanksMin()) {
      return profile;
    }
    for (Movement each : near) {
      told.tell(signal(profile, each));
    }
    return profile;
  }

  private static Signal signal(AccountProfile profile, Movement moved) {
    return AccountSignals.of(
            SignalKind.GATHERING, profile, moved, 30, "own money moved here from another bank")
        .build();
  }

  private static boolean isCandidate(Movement moved) {
    return moved.in()
        && moved.settled()
        && moved.kind() == Transaction.Kind.TRANSFER
        && moved.other() != null
        && moved.otherHolder() == Holder.PERSON
        && (moved.own() || moved.otherPerson() == null);
  }
}
