package org.tocsin.local.city.story;

import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/**
 * "A sure investment": a little goes in and comes back with a gain, then more and more goes in,
 * from broken deposits and loans, some of it as cash (victims.md, V4).
 */
final class V4Investment implements Story {

  @Override
  public void tell(Scene scene) {
    Person person = scene.withMoney(Money.yuan(12_000));
    Trail trail = scene.victim("V4", person);
    Account own = Cast.richest(person);
    long at = bait(scene, trail, own);
    if (scene.dice.chance(.2)) {
      cash(scene, trail, own, at);
      return;
    }
    long stake = Money.share(own.available, scene.dice.between(.2, .35));
    int payments = scene.dice.between(3, 5);
    for (int i = 0; i < payments; i++) {
      if (i > 0 && own.available < stake) {
        at = fresh(scene, trail, person, own, at, stake);
      }
      long amount = Money.round(Math.min(stake, Math.max(own.available, 10_000)), 100);
      Payment paid = scene.underworld.defraud(trail, at, own, amount);
      stake = Money.share(amount, scene.dice.between(1.3, 2.4)) + 10_000;
      at = scene.after(paid.settledAt(), 3 * Almanac.HOUR, 44 * Almanac.HOUR);
    }
  }

  private static long bait(Scene scene, Trail trail, Account own) {
    long test = Money.round(Money.yuan(scene.dice.between(500.0, 2_400.0)), 100);
    Account payee = scene.city.market.outsider(scene.dice);
    Payment out = trail.of(scene.bank.transfer(scene.start, own, payee, test));
    long back = scene.after(out.settledAt(), 20 * Almanac.HOUR, 80 * Almanac.HOUR);
    Account other = scene.city.market.outsider(scene.dice);
    long amount = Money.share(test, scene.dice.between(1.02, 1.4));
    Payment in = trail.of(scene.bank.transfer(back, other, own, amount));
    return scene.after(in.settledAt(), 5 * Almanac.HOUR, 50 * Almanac.HOUR);
  }

  /** Savings broken early, or a loan: money that was not meant for this. */
  private static long fresh(
      Scene scene, Trail trail, Person person, Account own, long at, long needed) {
    long amount = Money.round(Money.share(needed, 1.1), 1_000) + 100_000;
    Account lender = scene.dice.pick(scene.city.market.lenders);
    Payment in =
        person.income == 0 || scene.dice.chance(.6)
            ? scene.bank.redeem(at, own, amount)
            : scene.bank.loan(at, lender, own, amount);
    trail.of(in);
    return scene.after(in.settledAt(), 20 * Almanac.MINUTE, 9 * Almanac.HOUR);
  }

  private static void cash(Scene scene, Trail trail, Account own, long from) {
    long at = from;
    for (int i = scene.dice.between(2, 3); i > 0; i--) {
      long amount = Money.round(Money.yuan(scene.dice.between(50_000.0, 120_000.0)), 1_000);
      trail.of(scene.bank.redeem(at, own, amount));
      long then = scene.after(at, Almanac.HOUR, 4 * Almanac.HOUR);
      trail.loss(scene.bank.cashOut(then, own, amount, Channel.COUNTER));
      at = scene.after(then, 20 * Almanac.HOUR, 50 * Almanac.HOUR);
    }
  }
}
