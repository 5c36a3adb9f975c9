package org.tocsin.local.city.story;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Person;

/** "A friend" or "your chief" asks for a favour, once and large (victims.md, V6, person). */
final class V6Friend implements Story {

  @Override
  public void tell(Scene scene) {
    Person person = scene.withMoney(Money.yuan(24_000));
    Trail trail = scene.victim("V6", person);
    Account own = Cast.richest(person);
    long at = scene.start;
    if (scene.dice.chance(.5)) {
      Origin origin = scene.dice.chance(.5) ? Origin.DOMESTIC : Origin.VOIP;
      int seconds = scene.dice.between(90, 700);
      at =
          trail
              .of(scene.phones.connect(at, scene.stranger(origin), person.sim(), seconds))
              .endedAt();
      at = scene.after(at, 2 * Almanac.MINUTE, 40 * Almanac.MINUTE);
    }
    double share = Math.max(.84, 20_100.0 * 100 / own.available);
    long amount = Money.share(own.available, scene.dice.between(share, .98));
    scene.underworld.defraud(trail, at, own, amount);
  }
}
