package org.tocsin.local.city.story;

import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/**
 * "Police" over an app, without a call record: money from three or more banks is drawn together on
 * one own account, and leaves within the hour (victims.md, V1, gathering).
 */
final class V1Gathering implements Story {

  @Override
  public void tell(Scene scene) {
    Person person =
        scene.somebody(
            p -> p.adult() && p.documented && p.accounts.size() >= 4 && together(p) > 2_000_000);
    Trail trail = scene.victim("V1", person);
    Account to = scene.dice.pick(person.accounts);
    long at = scene.after(scene.start, 5 * Almanac.MINUTE, 40 * Almanac.MINUTE);
    for (Account own : person.accounts) {
      if (own != to) {
        long amount = Math.max(Money.yuan(50), Money.round(Money.share(own.available, .95), 10));
        Payment moved = trail.of(scene.bank.transfer(at, own, to, amount));
        at = scene.after(moved.settledAt(), 2 * Almanac.MINUTE, 28 * Almanac.MINUTE);
      }
    }
    long stake = Money.share(to.available, scene.dice.between(.75, .98));
    int parts = scene.dice.between(1, 3);
    for (int part = 0; part < parts; part++) {
      long amount = Money.round(stake / parts, 100);
      Payment paid = scene.underworld.defraud(trail, at, to, amount);
      at = scene.after(paid.settledAt(), Almanac.MINUTE, 8 * Almanac.MINUTE);
    }
  }

  private static long together(Person person) {
    return person.accounts.stream().mapToLong(account -> Math.max(0, account.available)).sum();
  }
}
