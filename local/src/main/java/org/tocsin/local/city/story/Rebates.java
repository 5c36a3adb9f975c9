package org.tocsin.local.city.story;

import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;

/** The bait of a task scam: a small payment comes back with a little more, from somebody else. */
final class Rebates {
  private final Scene scene;
  private final Trail trail;

  /** When the last rebate came, and what was paid for the tests in fen. */
  record Baited(long until, long lastTest, long tests) {}

  Rebates(Scene scene, Trail trail) {
    this.scene = scene;
    this.trail = trail;
  }

  Baited bait(Account own, long from) {
    long at = from;
    long sum = 0;
    long test = Money.yuan(scene.dice.pick(new int[] {50, 80, 100, 108, 120, 168, 200}));
    for (int i = scene.dice.between(1, 3); i > 0; i--) {
      Account payee = scene.city.market.outsider(scene.dice);
      Payment out = trail.of(scene.bank.transfer(at, own, payee, test));
      sum += test;
      long back = Money.share(test, scene.dice.between(1.03, 1.19));
      long then = scene.after(out.settledAt(), 4 * Almanac.MINUTE, 150 * Almanac.MINUTE);
      Account other = scene.city.market.outsider(scene.dice);
      Payment in = trail.of(scene.bank.transfer(then, other, own, back));
      at = scene.after(in.settledAt(), 5 * Almanac.MINUTE, 3 * Almanac.HOUR);
      if (i > 1) {
        test = Math.min(Money.yuan(500), Money.share(test, scene.dice.between(1.0, 2.5)));
      }
    }
    return new Baited(at, test, sum);
  }
}
