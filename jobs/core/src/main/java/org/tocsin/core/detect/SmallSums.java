package org.tocsin.core.detect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.Ids;
import org.tocsin.core.profile.EventHash;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/**
 * Small payments to strangers that come back from another account, days later and perhaps on
 * another of the person's accounts: the payments are too common to be kept as signals for so long,
 * so they are remembered in a few numbers each, and what came back becomes a signal of its own.
 */
final class SmallSums implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Of one person; everyday payers have fewer in two weeks. */
  static final int SUMS_MAX = 24;

  private final VictimRules.V4 settings;
  private final VictimRules.V3 rebates;

  SmallSums(Rulebook rules) {
    this.settings = rules.detection().victim().v4();
    this.rebates = rules.detection().victim().v3();
  }

  /** With what the signal says, which the history already holds. */
  PersonHistory with(PersonHistory person, Signal signal) {
    if (!isSmallPayment(signal) || Holds.of(signal, person).isPresent()) {
      return person;
    }
    SmallSum sum = sum(signal);
    long oldest = person.newest() - settings.returnWithin().toMillis();
    List<SmallSum> kept = new ArrayList<>(person.smallSums().size() + 1);
    for (SmallSum each : person.smallSums()) {
      if (each.id() != sum.id() && each.time() >= oldest) {
        kept.add(each);
      }
    }
    int place = kept.size();
    while (place > 0 && kept.get(place - 1).time() > sum.time()) {
      place--;
    }
    kept.add(place, sum);
    int from = Math.max(0, kept.size() - SUMS_MAX);
    return PersonHistoryBuilder.builder(person)
        .smallSums(List.copyOf(kept.subList(from, kept.size())))
        .build();
  }

  /** Without a payment that was taken back, and without what was thought to be its return. */
  static PersonHistory without(PersonHistory person, Signal undone) {
    long id = EventHash.token(undone.signalId());
    String eventId = undone.evidence().get(0).eventId();
    boolean concerned =
        person.smallSums().stream().anyMatch(each -> each.id() == id)
            || person.signals().stream().anyMatch(each -> isReturnOf(each, eventId));
    if (!concerned) {
      return person;
    }
    return PersonHistoryBuilder.builder(person)
        .smallSums(person.smallSums().stream().filter(each -> each.id() != id).toList())
        .signals(person.signals().stream().filter(each -> !isReturnOf(each, eventId)).toList())
        .build();
  }

  /** Whose an account is may be told later: what was taken for a return then goes. */
  PersonHistory withoutPaidBack(PersonHistory person, Signal told) {
    if (told.otherStanding().person() == null) {
      return person;
    }
    List<Signal> kept =
        person.signals().stream().filter(each -> !isPaidBack(each, told, person)).toList();
    return kept.size() == person.signals().size()
        ? person
        : PersonHistoryBuilder.builder(person).signals(kept).build();
  }

  private static boolean isPaidBack(Signal returned, Signal told, PersonHistory person) {
    if (returned.kind() != SignalKind.SUM_RETURNED
        || !isReturnOf(returned, told.evidence().get(0).eventId())) {
      return false;
    }
    String paid = returned.evidence().get(0).eventId();
    Signal income = isIncome(told) ? told : returned;
    return person.smallSums().stream()
        .anyMatch(sum -> sum.eventId().equals(paid) && isOwners(sum, income));
  }

  private static boolean isReturnOf(Signal signal, String eventId) {
    return signal.kind() == SignalKind.SUM_RETURNED
        && signal.evidence().stream().anyMatch(each -> each.eventId().equals(eventId));
  }

  /** What the signal shows to have come back: nothing, for nearly all. */
  List<Signal> returned(PersonHistory person, Signal added) {
    if (isIncome(added)) {
      return returned(person, added, person.smallSums()).stream().toList();
    } else if (!isSmallPayment(added) || Holds.of(added, person).isPresent()) {
      return List.of();
    }
    // The payment's record came after that of its return.
    List<Signal> returned = new ArrayList<>();
    for (Signal each : person.signals()) {
      if (isIncome(each)) {
        returned(person, each, person.smallSums()).ifPresent(returned::add);
      }
    }
    return returned;
  }

  private Optional<Signal> returned(PersonHistory person, Signal income, List<SmallSum> sums) {
    if (sums.isEmpty() || Holds.isOwn(income, person) || isCrowd(person, income)) {
      return Optional.empty();
    }
    SmallSum latest = null;
    for (SmallSum sum : sums) {
      // What was paid to a person is more likely what another person pays back.
      boolean less = latest != null && sum.firm() && !latest.firm();
      latest = isReturn(sum, income) && !isOwn(sum, person) && !less ? sum : latest;
    }
    return Optional.ofNullable(latest).map(sum -> signal(sum, income));
  }

  private boolean isReturn(SmallSum sum, Signal income) {
    double ratio = (double) income.amountMinor() / sum.amountMinor();
    return income.eventTime() >= sum.time()
        && income.eventTime() - sum.time() <= settings.returnWithin().toMillis()
        && ratio >= settings.returnRatioMin()
        && ratio <= settings.returnRatioMax()
        && EventHash.token(income.other().token()) != sum.payee()
        && !isOwners(sum, income);
  }

  /** Whoever was paid pays back from another account. */
  private static boolean isOwners(SmallSum sum, Signal income) {
    return sum.owner() != 0 && sum.owner() == owner(income);
  }

  private static long owner(Signal signal) {
    String person = signal.otherStanding().person();
    return person == null ? 0 : EventHash.token(person);
  }

  private static boolean isOwn(SmallSum sum, PersonHistory person) {
    return person.own().stream().anyMatch(each -> EventHash.token(each) == sum.payee());
  }

  /** Whoever collects from a group has many new payers of much the same. */
  private boolean isCrowd(PersonHistory person, Signal income) {
    Set<String> payers = new TreeSet<>();
    for (Signal each : person.signals()) {
      if (each.kind() == SignalKind.NEW_PAYER_INCOME
          && Objects.equals(each.subject(), income.subject())
          && Math.abs(each.eventTime() - income.eventTime()) <= rebates.rebateWithin().toMillis()
          && each.amountMinor() <= 2 * income.amountMinor()
          && income.amountMinor() <= 2 * each.amountMinor()) {
        payers.add(each.other().token());
      }
    }
    return payers.size() > rebates.crowdMax();
  }

  private boolean isSmallPayment(Signal signal) {
    return signal.kind() == SignalKind.NEW_PAYEE_PAYMENT
        && signal.amountMinor() <= settings.testMaxMinor()
        && signal.amountMinor() >= settings.keptMinMinor()
        && !signal.has(Trait.BUSINESS)
        && !signal.has(Trait.RELATED)
        && !signal.has(Trait.PENDING)
        && (isPerson(signal.otherHolder()) || isTestOfFirm(signal));
  }

  /** Everybody pays companies small sums; what an investor tries one with is larger. */
  private boolean isTestOfFirm(Signal signal) {
    return signal.otherHolder() != Holder.MERCHANT
        && !signal.has(Trait.MERCHANT)
        && signal.amountMinor() >= settings.tellingMinMinor();
  }

  private static boolean isIncome(Signal signal) {
    return signal.kind() == SignalKind.NEW_PAYER_INCOME
        && !signal.has(Trait.BUSINESS)
        && !signal.has(Trait.RELATED)
        && isPerson(signal.otherHolder());
  }

  private static boolean isPerson(Holder holder) {
    return holder == null || holder == Holder.PERSON;
  }

  private static SmallSum sum(Signal signal) {
    Evidence first = signal.evidence().get(0);
    return new SmallSum(
        EventHash.token(signal.signalId()),
        signal.eventTime(),
        signal.amountMinor(),
        EventHash.token(signal.other().token()),
        first.source(),
        first.eventId(),
        !isPerson(signal.otherHolder()),
        owner(signal));
  }

  private static Signal signal(SmallSum sum, Signal income) {
    List<Evidence> evidence = new ArrayList<>(income.evidence().size() + 1);
    evidence.add(
        new Evidence(
            Stream.TRANSACTION,
            sum.source(),
            sum.eventId(),
            sum.time(),
            "small payment to a payee not paid before"));
    for (Evidence each : income.evidence()) {
      evidence.add(
          new Evidence(
              each.stream(),
              each.source(),
              each.eventId(),
              each.eventTime(),
              "it came back from another account"));
    }
    List<Trait> traits = new ArrayList<>(income.traits());
    if (sum.firm()) {
      traits.add(Trait.TO_FIRM);
    }
    return SignalBuilder.builder(income)
        .traits(traits)
        .signalId(Ids.of(SignalKind.SUM_RETURNED, income.signalId()))
        .kind(SignalKind.SUM_RETURNED)
        .strength(30)
        .count(Math.toIntExact(sum.amountMinor()))
        .evidence(evidence)
        .build();
  }
}
