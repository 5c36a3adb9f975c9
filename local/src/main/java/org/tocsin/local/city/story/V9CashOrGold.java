package org.tocsin.local.city.story;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Market;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/** Gold bought or cash drawn, again and again, for a courier who collects it (victims.md, V9). */
final class V9CashOrGold implements Story {

  @Override
  public void tell(Scene scene) {
    Person person = scene.withMoney(Money.yuan(45_000));
    Trail trail = scene.victim("V9", person);
    Account own = Cast.richest(person);
    long at = scene.dice.chance(.6) ? officer(scene, trail, person) : tasks(scene, trail, own);
    boolean gold = scene.dice.chance(.55);
    int trips = scene.dice.between(2, 4);
    for (int i = 0; i < trips; i++) {
      long most = own.available / (trips - i);
      long amount = Money.round(Math.max(Money.yuan(10_500), Money.share(most, .9)), 500);
      if (own.available < amount) {
        return;
      }
      Payment handedOver =
          gold
              ? scene.bank.shop(
                  at, own, scene.city.market.shop(Market.JEWELLER, scene.dice), amount)
              : scene.bank.cashOut(at, own, amount, Channel.COUNTER);
      trail.loss(handedOver);
      at = scene.after(at, 90 * Almanac.MINUTE, 26 * Almanac.HOUR);
    }
  }

  private static long officer(Scene scene, Trail trail, Person person) {
    Origin origin = scene.dice.chance(.5) ? Origin.VOIP : Origin.FOREIGN;
    int seconds = scene.dice.between(1_500, 6_000);
    long ended =
        trail
            .of(scene.phones.connect(scene.start, scene.stranger(origin), person.sim(), seconds))
            .endedAt();
    return scene.after(ended, 20 * Almanac.MINUTE, 3 * Almanac.HOUR);
  }

  private static long tasks(Scene scene, Trail trail, Account own) {
    return scene.after(
        new Rebates(scene, trail).bait(own, scene.start).until(), Almanac.HOUR, 20 * Almanac.HOUR);
  }
}
