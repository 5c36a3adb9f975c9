package org.tocsin.local.city.story;

import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;

/** A borrowed account: money in, and out again within minutes, again and again (mules.md, B2). */
final class B2FastInFastOut implements Story {

  @Override
  public void tell(Scene scene) {
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("B2", mule);
    long at = scene.after(scene.start, 5 * Almanac.MINUTE, 30 * Almanac.MINUTE);
    for (int i = scene.dice.between(2, 6); i > 0; i--) {
      long last = scene.underworld.cycle(trail, mule, at);
      at = scene.after(last, 2 * Almanac.MINUTE, 130 * Almanac.MINUTE);
    }
  }
}
