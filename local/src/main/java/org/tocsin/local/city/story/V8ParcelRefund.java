package org.tocsin.local.city.story;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Switchboard.Connection;

/** "Your parcel is lost, here is the refund": an order, a call, a transfer (victims.md, V8). */
final class V8ParcelRefund implements Story {

  @Override
  public void tell(Scene scene) {
    Person person = scene.withMoney(Money.yuan(8_000));
    Trail trail = scene.victim("V8", person);
    Account own = Cast.richest(person);
    Account platform = scene.dice.pick(scene.city.market.platforms);
    long price = Money.yuan(scene.dice.lognormal(130, .7));
    trail.of(scene.bank.shopOnline(scene.start, own, platform, price));
    long rings = scene.after(scene.start, 8 * Almanac.HOUR, 90 * Almanac.HOUR);
    Origin origin = scene.dice.chance(.5) ? Origin.DOMESTIC : Origin.VOIP;
    int seconds = scene.dice.between(200, 1_500);
    Connection call =
        trail.of(scene.phones.connect(rings, scene.stranger(origin), person.sim(), seconds));
    long at = scene.after(call.endedAt(), Almanac.MINUTE, 12 * Almanac.MINUTE);
    long amount = Money.round(Money.share(own.available, scene.dice.between(.25, .9)), 10);
    if (scene.dice.chance(.35)) {
      for (int i = scene.dice.between(2, 3); i > 0; i--) {
        Account payee = scene.city.market.outsider(scene.dice);
        trail.of(scene.bank.declined(at, own, payee, amount));
        at = scene.after(at, 30_000, 3 * Almanac.MINUTE);
      }
    }
    scene.underworld.defraud(trail, at, own, amount);
  }
}
