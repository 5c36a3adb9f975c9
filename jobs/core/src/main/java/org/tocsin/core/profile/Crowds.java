package org.tocsin.core.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;

/**
 * Several strangers pay a person's account within a day. It is no signal about the account: those
 * who pay it are told, once a day at most. Of whom strangers pay day after day, a dealer or money
 * changer, it says nothing: mules are ordinary until the day.
 */
final class Crowds implements AccountObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    VictimRules.V6 settings = rules.detection().victim().v6();
    boolean business = profile.facts().crowds() > settings.strangersDaysMax();
    if (business || !isStranger(moved, settings) || !profile.personal()) {
      return profile;
    }
    long within = settings.strangersWithin().toMillis();
    Long known = profile.facts().crowdedAt();
    if (known != null && Math.abs(moved.time() - known) < within) {
      return profile;
    }
    long crowdedAt = crowdedAt(profile.movements(), moved, settings);
    if (crowdedAt < 0) {
      return profile;
    }
    Facts facts = profile.facts().crowded(crowdedAt, settings.strangersDaysMax());
    facts.tellChange(profile.facts(), EntityKey.account(profile.token()), moved.time(), told);
    return AccountProfileBuilder.builder(profile).facts(facts).build();
  }

  private static boolean isStranger(Movement moved, VictimRules.V6 settings) {
    return moved.in()
        && moved.amountMinor() >= settings.strangerAmountMinMinor()
        && moved.novelty() == Movement.Novelty.FIRST
        && moved.live()
        && !moved.own()
        && moved.other() != null
        && moved.kind() == Transaction.Kind.TRANSFER;
  }

  /** When enough had paid within a span that holds this one, which may come late; else -1. */
  private static long crowdedAt(MovementLog movements, Movement moved, VictimRules.V6 settings) {
    long within = settings.strangersWithin().toMillis();
    for (Movement last : movements.between(moved.time(), moved.time() + within)) {
      if (isStranger(last, settings)
          && strangers(movements.between(last.time() - within, last.time()), settings)
              >= settings.strangersMin()) {
        return last.time();
      }
    }
    return -1;
  }

  private static int strangers(List<Movement> movements, VictimRules.V6 settings) {
    Set<String> payers = new HashSet<>();
    for (Movement each : movements) {
      if (isStranger(each, settings)) {
        payers.add(each.other());
      }
    }
    return payers.size();
  }
}
