package org.tocsin.local.city.story;

import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Market;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/** A child buys something in a game and is led on, with a parent's phone (victims.md, V7). */
final class V7GameTrade implements Story {

  @Override
  public void tell(Scene scene) {
    Person parent =
        scene.somebody(
            p ->
                p.adult()
                    && p.documented
                    && p.main.available > Money.yuan(9_000)
                    && p.family.stream().anyMatch(child -> !child.adult()));
    Trail trail = scene.victim("V7", parent);
    Account own = parent.main;
    Account game = scene.city.market.shop(Market.GAMES, scene.dice);
    long small = Money.yuan(scene.dice.between(6.0, 98.0));
    Payment first = trail.of(scene.bank.shopOnline(scene.start, own, game, small));
    long at = scene.after(first.settledAt(), 4 * Almanac.MINUTE, 25 * Almanac.MINUTE);
    long amount = Money.round(Money.yuan(scene.dice.between(200.0, 500.0)), 50);
    for (int i = scene.dice.between(3, 6); i > 0 && own.available >= amount; i--) {
      Payment paid = scene.underworld.defraud(trail, at, own, amount);
      amount = Money.round(Money.share(amount, scene.dice.between(1.3, 2.5)), 10) + 1_000;
      at = scene.after(paid.settledAt(), 2 * Almanac.MINUTE, 13 * Almanac.MINUTE);
    }
  }
}
