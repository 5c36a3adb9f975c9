package org.tocsin.local.city.story;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Institutions;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Sim;

/**
 * A SIM that calls stranger after stranger, once each, and is hardly ever called (mules.md, P1).
 */
final class P1FanOut implements Story {

  @Override
  public void tell(Scene scene) {
    boolean young = scene.dice.chance(.75);
    Person person = young ? scene.city.moveIn(scene.dice, scene.dice.chance(.5)) : idlePhone(scene);
    Sim sim = young ? newSim(scene, person) : person.sims.get(1);
    Trail trail = scene.mule("P1", sim);
    int days = young ? scene.dice.between(1, 5) : scene.dice.between(3, 6);
    long first = young ? scene.after(scene.start, Almanac.HOUR, 30 * Almanac.HOUR) : scene.start;
    for (int day = 0; day < days; day++) {
      shift(scene, trail, sim, first + day * Almanac.DAY);
    }
  }

  private static Person idlePhone(Scene scene) {
    return scene.somebody(p -> p.adult() && p.documented && p.sims.size() > 1);
  }

  private static Sim newSim(Scene scene, Person person) {
    Sim sim = scene.city.newSim(person, scene.dice.pick(Institutions.CARRIERS));
    scene.desk.counter.sim(scene.start, Step.APPLIED, person, sim);
    scene.desk.counter.sim(scene.start + 12 * Almanac.MINUTE, Step.OPENED, person, sim);
    return sim;
  }

  /** Working hours of a fraud shop: 25 to 90 peers, a call of ninety seconds at the median. */
  private static void shift(Scene scene, Trail trail, Sim sim, long from) {
    int peers = scene.dice.between(24, 80);
    long hours = scene.dice.between(4, 9) * Almanac.HOUR;
    for (int i = 0; i < peers; i++) {
      long at = from + hours * i / peers + scene.dice.between(0, 4 * Almanac.MINUTE);
      Sim callee =
          scene.dice.chance(.4)
              ? scene.dice.pick(scene.city.persons).sims.stream()
                  .findFirst()
                  .orElseGet(() -> scene.stranger(Origin.DOMESTIC))
              : scene.stranger(Origin.DOMESTIC);
      if (callee.owner() == sim.owner() && callee.owner() != null) {
        continue;
      }
      boolean answered = scene.dice.chance(.55);
      int seconds = answered ? (int) Math.min(1_800, scene.dice.lognormal(85, .7)) : 0;
      trail.of(scene.phones.connect(at, sim, callee, seconds));
      if (scene.dice.chance(.1)) {
        trail.of(scene.phones.unanswered(at + 5 * Almanac.MINUTE, sim, callee));
      } else if (scene.dice.chance(.02)) {
        scene.phones.connect(at + 30 * Almanac.MINUTE, callee, sim, 20);
      }
    }
  }
}
