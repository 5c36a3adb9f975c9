package org.tocsin.local.city.story;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Carrier;
import org.tocsin.local.city.world.Institutions;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Sim;

/** The other ways in which a SIM serves a fraud (mules.md, P2, P3, P4, P6, P7, P8). */
final class BorrowedPhones {
  private static final long MINUTE = Almanac.MINUTE;

  private BorrowedPhones() {}

  /** P2: opened, and within days a burst that nobody answers by calling back. */
  static void newSimBurst(Scene scene) {
    Person person = scene.city.moveIn(scene.dice, scene.dice.chance(.5));
    Sim sim = opened(scene, person, scene.dice.pick(Institutions.CARRIERS));
    Trail trail = scene.mule("P2", sim);
    long at = scene.after(scene.start, 3 * Almanac.HOUR, 70 * Almanac.HOUR);
    burst(scene, trail, sim, at, scene.dice.between(14, 40), 4 * Almanac.HOUR);
  }

  /** P3: fifty and more calls in a day, and hardly anyone rings back. */
  static void noCallBack(Scene scene) {
    Person person = scene.somebody(p -> p.adult() && p.sims.size() > 1);
    Sim sim = person.sims.get(1);
    Trail trail = scene.mule("P3", sim);
    burst(scene, trail, sim, scene.start, scene.dice.between(60, 120), 9 * Almanac.HOUR);
  }

  /** P4: several SIMs in one box, which stays where it is. */
  static void simBox(Scene scene) {
    Carrier carrier = Institutions.CARRIERS.get(0);
    long box = scene.city.tokens.stranger();
    String imei = scene.city.tokens.imei(box);
    String cell = carrier.code() + "-370602-" + scene.dice.between(41, 60);
    Trail trail = null;
    for (int i = scene.dice.between(3, 5); i > 0; i--) {
      Person person = scene.city.moveIn(scene.dice, true);
      Sim plain = opened(scene, person, carrier);
      Sim inBox =
          new Sim(plain.number(), carrier, Origin.LOCAL, person, imei, cell, plain.region());
      if (trail == null) {
        trail = scene.mule("P4", inBox);
      }
      long at = scene.after(scene.start, 5 * Almanac.HOUR, 30 * Almanac.HOUR);
      burst(scene, trail, inBox, at, scene.dice.between(30, 60), 6 * Almanac.HOUR);
    }
  }

  /** P6: forwarding is switched on, and strangers' calls arrive by the dozen. */
  static void relay(Scene scene) {
    Person person = scene.somebody(p -> p.adult() && p.sims.size() > 1);
    Sim sim = person.sims.get(1);
    Trail trail = scene.mule("P6", sim);
    String to = scene.city.tokens.phone(scene.city.tokens.stranger());
    trail.of(scene.phones.forwarding(scene.start, sim, true, to));
    long at = scene.start;
    for (int i = scene.dice.between(24, 45); i > 0; i--) {
      at = scene.after(at, 3 * MINUTE, 25 * MINUTE);
      int seconds = scene.dice.between(20, 400);
      trail.of(scene.phones.connect(at, scene.stranger(Origin.DOMESTIC), sim, seconds));
    }
  }

  /** P7: the SIM is swapped, and within the hour the account is emptied. The owner is a victim. */
  static void simSwap(Scene scene) {
    Person person = scene.withMoney(Money.yuan(12_000));
    Trail trail = scene.victim("P7", person);
    Account own = Cast.richest(person);
    String imei = scene.city.tokens.imei(scene.city.tokens.stranger());
    trail.of(scene.phones.simChanged(scene.start, person.sim(), imei));
    long at = scene.start;
    for (int i = scene.dice.between(1, 3); i > 0; i--) {
      at = scene.after(at, 4 * MINUTE, 16 * MINUTE);
      long amount = Money.round(Money.share(own.available, .6), 100);
      at = scene.underworld.defraud(trail, at, own, amount).settledAt();
    }
  }

  /** P8: a SIM that lay in a drawer for months rings up strangers by the dozen. */
  static void dormantWakes(Scene scene) {
    Person owner = scene.somebody(scene.city.sleepers::hasSim);
    Sim sim = scene.city.sleepers.takeSim(owner);
    Trail trail = scene.mule("P8", sim);
    burst(scene, trail, sim, scene.start, scene.dice.between(35, 90), 7 * Almanac.HOUR);
  }

  private static Sim opened(Scene scene, Person person, Carrier carrier) {
    Sim sim = scene.city.newSim(person, carrier);
    long at = scene.after(scene.start, 0, 2 * Almanac.HOUR);
    scene.desk.counter.sim(at, Step.APPLIED, person, sim);
    scene.desk.counter.sim(at + 15 * MINUTE, Step.OPENED, person, sim);
    return sim;
  }

  private static void burst(Scene scene, Trail trail, Sim sim, long from, int calls, long within) {
    for (int i = 0; i < calls; i++) {
      long at = from + within * i / calls + scene.dice.between(0, 2 * MINUTE);
      Sim callee = scene.dice.pick(scene.city.persons).sim();
      boolean inCity = scene.dice.chance(.35) && callee.owner() != sim.owner();
      int seconds = scene.dice.chance(.5) ? (int) Math.min(1_500, scene.dice.lognormal(80, .7)) : 0;
      trail.of(
          scene.phones.connect(
              at, sim, inCity ? callee : scene.stranger(Origin.DOMESTIC), seconds));
    }
  }
}
