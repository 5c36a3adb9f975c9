package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/**
 * Small change to and fro between this young account and others, one signal for each of them.
 * Whether they are young too is known where signals meet the standing of the other side.
 */
final class Couplings implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    BankCardRules.B13 settings = rules.detection().bankCards().b13();
    if (isSmall(moved, settings) && profile.personal() && isYoung(profile, moved, settings)) {
      if (isTransfer(moved)) {
        tell(profile, moved, settings, told);
      } else if (before != null && isTransfer(before)) {
        told.tell(AccountSignals.undone(signal(profile, List.of(before))));
        tell(profile, moved, settings, told);
      }
    }
    return profile;
  }

  /** The record of an opening may come after what was done with the account. */
  static void opened(AccountProfile profile, Rulebook rules, Told told) {
    BankCardRules.B13 settings = rules.detection().bankCards().b13();
    for (Movement each : profile.movements()) {
      if (isSmall(each, settings)
          && isTransfer(each)
          && profile.personal()
          && isYoung(profile, each, settings)) {
        tell(profile, each, settings, told);
      }
    }
  }

  private static boolean isSmall(Movement moved, BankCardRules.B13 settings) {
    return moved.amountMinor() <= settings.amountMaxMinor()
        && moved.kind() == Transaction.Kind.TRANSFER;
  }

  private static boolean isYoung(
      AccountProfile profile, Movement moved, BankCardRules.B13 settings) {
    Long opened = profile.facts().openedAt();
    return opened != null
        && moved.time() >= opened
        && moved.time() - opened <= settings.openedWithin().toMillis();
  }

  private static boolean isTransfer(Movement moved) {
    return moved.settled()
        && !moved.own()
        && moved.other() != null
        && moved.otherHolder() == Holder.PERSON;
  }

  /** In every window that holds the movement; the first that is enough is told. */
  private static void tell(
      AccountProfile profile, Movement moved, BankCardRules.B13 settings, Told told) {
    long window = settings.window().toMillis();
    List<Movement> near = new ArrayList<>();
    for (Movement each :
        profile.movements().between(moved.time() - window, moved.time() + window)) {
      if (isSmall(each, settings) && isTransfer(each) && isYoung(profile, each, settings)) {
        near.add(each);
      }
    }
    for (int from = 0; from + settings.transfersMin() <= near.size(); from++) {
      List<Movement> within = new ArrayList<>();
      for (Movement each : near.subList(from, near.size())) {
        if (each.time() - near.get(from).time() <= window) {
          within.add(each);
        }
      }
      if (within.size() >= settings.transfersMin() && isToAndFro(within)) {
        byOther(within).values().forEach(part -> told.tell(signal(profile, part)));
        return;
      }
    }
  }

  private static boolean isToAndFro(List<Movement> transfers) {
    return transfers.stream().anyMatch(Movement::in) && !transfers.stream().allMatch(Movement::in);
  }

  private static Map<String, List<Movement>> byOther(List<Movement> transfers) {
    Map<String, List<Movement>> parts = new LinkedHashMap<>();
    for (Movement each : transfers) {
      parts.computeIfAbsent(each.other(), other -> new ArrayList<>()).add(each);
    }
    return parts;
  }

  private static Signal signal(AccountProfile profile, List<Movement> transfers) {
    Movement first = transfers.get(0);
    Movement last = transfers.get(transfers.size() - 1);
    List<Evidence> evidence = new ArrayList<>();
    long came = 0;
    long went = 0;
    for (Movement each : transfers) {
      evidence.addAll(AccountSignals.evidence(each, "small change between young accounts"));
      came += each.in() ? each.amountMinor() : 0;
      went += each.in() ? 0 : each.amountMinor();
    }
    return AccountSignals.of(SignalKind.COUPLING, profile, first, 40, "")
        .signalId(Ids.of(SignalKind.COUPLING, profile.token(), first.other()))
        .endTime(last.time())
        .amountMinor(came)
        .balanceMinor(went)
        .count(transfers.size())
        .traits(
            profile.facts().standing().trustedAt(first.time()) ? List.of(Trait.TRUSTED) : List.of())
        .evidence(evidence)
        .build();
  }
}
