package org.tocsin.local.city.story;

import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/**
 * "Tasks with commission": 108 paid, 113 back, then payments that grow by jumps and never return
 * (victims.md, V3).
 */
final class V3TaskRebate implements Story {

  @Override
  public void tell(Scene scene) {
    Person person = scene.withMoney(Money.yuan(25_000));
    Trail trail = scene.victim("V3", person);
    Account own = Cast.richest(person);
    Rebates.Baited baited = new Rebates(scene, trail).bait(own, scene.start);
    long jump = Money.share(baited.lastTest(), scene.dice.between(3.2, 9));
    jump = Math.min(jump, own.available / 8);
    long at = scene.after(baited.until(), Almanac.MINUTE, 8 * Almanac.HOUR);
    long paid = 0;
    for (int i = 0; i < 4 && (i < 2 || scene.dice.chance(.6)); i++) {
      if (i == 1) {
        jump = Math.max(jump, baited.tests() * 10 - paid);
      }
      long amount = jump > Money.yuan(3_000) ? Money.round(jump, 100) + 10_000 : jump;
      if (i >= 2 && amount > own.available) {
        return;
      }
      Payment out = scene.underworld.defraud(trail, at, own, amount);
      paid += amount;
      jump = Money.share(amount, scene.dice.between(3.1, 6));
      at = scene.after(out.settledAt(), 6 * Almanac.MINUTE, 10 * Almanac.HOUR);
    }
  }
}
