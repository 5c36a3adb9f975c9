package org.tocsin.core.profile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/**
 * A large income of which nearly all left within minutes, and next to nothing was left. Money moved
 * between one's own accounts is neither; loans and redemptions are no income in this sense, they
 * are what a victim has.
 */
final class FastOuts implements AccountObserver {

  private static final long serialVersionUID = 1L;
  private static final int DAYS_MAX = 16;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    if (!profile.personal() || !moved.settled() || moved.own()) {
      return profile;
    }
    BankCardRules.B2 settings = rules.detection().bankCards().b2();
    AccountProfile changed = profile;
    MovementLog movements = profile.movements();
    int first = movements.firstFrom(moved.time() - settings.outWithin().toMillis());
    long to = DeviceChanges.maySay(moved, movements) ? Long.MAX_VALUE : moved.time();
    for (int i = first; i < movements.size() && movements.timeAt(i) <= to; i++) {
      if (movements.inAt(i)
          && movements.amountAt(i) >= settings.inMinMinor()
          && isIncome(movements.get(i))) {
        changed = judge(changed, i, rules, told);
      }
    }
    return changed;
  }

  private static boolean isIncome(Movement moved) {
    return moved.in()
        && moved.settled()
        && !moved.own()
        && (moved.kind() == Transaction.Kind.TRANSFER
            || moved.kind() == Transaction.Kind.MERCHANT_PAYMENT);
  }

  private static boolean isOut(Movement moved) {
    return !moved.in() && moved.settled() && !moved.own();
  }

  /** Walks on from the income until as much has left as the rule asks for. */
  private static AccountProfile judge(AccountProfile profile, int at, Rulebook rules, Told told) {
    BankCardRules.B2 settings = rules.detection().bankCards().b2();
    ZoneId zone = ZoneId.of(rules.zone());
    Movement anchor = profile.movements().get(at);
    long end = anchor.time() + settings.outWithin().toMillis();
    long came = anchor.amountMinor();
    long left = 0;
    List<Movement> outs = new ArrayList<>();
    for (Movement each : profile.movements().subList(at + 1, profile.movements().size())) {
      if (each.time() > end) {
        break;
      }
      if (isIncome(each)) {
        came += each.amountMinor();
      } else if (isOut(each)) {
        left += each.amountMinor();
        outs.add(each);
        if (left >= settings.outShareMin() * came
            && left <= settings.outShareMax() * came
            && isEmpty(lastSettled(outs), settings)) {
          DeviceChanges.tell(profile, anchor, outs, rules.detection().bankCards(), told);
          told.tell(signal(profile, anchor, outs, came, settings, zone));
          return withDay(profile, day(anchor, zone));
        }
      }
    }
    return profile;
  }

  /** An announced payment is remembered where it was announced, with the balance it left later. */
  private static Movement lastSettled(List<Movement> outs) {
    return Collections.max(outs, Comparator.comparingLong(FastOuts::settledAt));
  }

  private static long settledAt(Movement out) {
    return out.settledBy() == null ? out.time() : Math.max(out.time(), out.settledAt());
  }

  private static boolean isEmpty(Movement out, BankCardRules.B2 settings) {
    return out.balanceMinor() == null || out.balanceMinor() <= settings.balanceMaxMinor();
  }

  private static Signal signal(
      AccountProfile profile,
      Movement anchor,
      List<Movement> outs,
      long came,
      BankCardRules.B2 settings,
      ZoneId zone) {
    Movement last = lastSettled(outs);
    List<Evidence> evidence =
        new ArrayList<>(AccountSignals.evidence(anchor, "a large sum came in"));
    List<Trait> traits = new ArrayList<>();
    for (Movement out : outs) {
      evidence.addAll(AccountSignals.evidence(out, "it left within minutes"));
    }
    if (isStranger(anchor) && outs.stream().anyMatch(FastOuts::isStranger)) {
      traits.add(Trait.STRANGERS);
    }
    if (last.balanceMinor() == null) {
      traits.add(Trait.BALANCE_UNKNOWN);
    }
    if (isHabit(profile, day(anchor, zone), settings)) {
      traits.add(Trait.HABIT);
    }
    return AccountSignals.of(SignalKind.FAST_OUT, profile, anchor, 60, "a large sum came in")
        .endTime(settledAt(last))
        .amountMinor(came)
        .balanceMinor(last.balanceMinor())
        .count(outs.size())
        .traits(traits)
        .evidence(evidence)
        .device(AccountSignals.device(outs))
        .build();
  }

  private static boolean isStranger(Movement moved) {
    return moved.novelty() == Movement.Novelty.FIRST;
  }

  private static long day(Movement moved, ZoneId zone) {
    return Days.of(moved.time(), zone);
  }

  private static boolean isHabit(AccountProfile profile, long today, BankCardRules.B2 settings) {
    long from = today - settings.habitWindow().toDays();
    return Arrays.stream(profile.fastOutDays()).filter(day -> day >= from && day < today).count()
        >= settings.habitDaysMin();
  }

  private static AccountProfile withDay(AccountProfile profile, long day) {
    return AccountProfileBuilder.builder(profile)
        .fastOutDays(Days.with(profile.fastOutDays(), day, DAYS_MAX))
        .build();
  }
}
