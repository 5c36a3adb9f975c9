package org.tocsin.local.city.story;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/** "A loan at once": fee after fee to private accounts, and no loan ever comes (V5). */
final class V5FakeLoan implements Story {

  @Override
  public void tell(Scene scene) {
    Person person = scene.withMoney(Money.yuan(9_000));
    Trail trail = scene.victim("V5", person);
    Account own = Cast.richest(person);
    long at = scene.start;
    boolean called = scene.dice.chance(.65);
    if (called) {
      Origin origin = scene.dice.chance(.6) ? Origin.DOMESTIC : Origin.VOIP;
      int seconds = scene.dice.between(70, 900);
      at =
          trail
              .of(scene.phones.connect(at, scene.stranger(origin), person.sim(), seconds))
              .endedAt();
      at = scene.after(at, 10 * Almanac.MINUTE, 20 * Almanac.HOUR);
    }
    int payments = scene.dice.between(called ? 2 : 3, 5);
    long amount = Money.round(Money.yuan(scene.dice.between(600.0, 1_500.0)), 100);
    if (payments == 2) {
      amount += Money.yuan(500);
    }
    for (int i = 0; i < payments && own.available >= amount; i++) {
      Payment paid = scene.underworld.defraud(trail, at, own, amount);
      amount = Money.round(Money.share(amount, scene.dice.between(1.6, 3)), 100) + 10_000;
      at = scene.after(paid.settledAt(), 10 * Almanac.MINUTE, 5 * Almanac.HOUR);
    }
  }
}
