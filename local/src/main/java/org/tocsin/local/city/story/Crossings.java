package org.tocsin.local.city.story;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Clue;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Institutions;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Sim;

/** Where calls, payments and openings meet (mules.md, X1, X2, X4). */
final class Crossings {
  private static final long MINUTE = Almanac.MINUTE;

  private Crossings() {}

  /** X1: one person's new SIM fans out and the new bank card is tried and used. */
  static void bothCards(Scene scene) {
    Person person = scene.city.moveIn(scene.dice, scene.dice.chance(.5));
    Sim sim = scene.city.newSim(person, scene.dice.pick(Institutions.CARRIERS));
    Trail trail = scene.trail(Lane.MULE, "X1", SubjectKind.PERSON, person.token, person.token);
    trail.of(scene.desk.counter.sim(scene.start, Step.OPENED, person, sim));
    long opened = scene.after(scene.start, Almanac.HOUR, 20 * Almanac.HOUR);
    Account account = scene.city.newAccount(person, scene.dice.pick(Institutions.BANKS), opened, 0);
    trail.of(scene.desk.counter.bank(opened, Step.OPENED, person, account));
    long at = scene.after(opened, 2 * Almanac.HOUR, 24 * Almanac.HOUR);
    for (int i = scene.dice.between(30, 60); i > 0; i--) {
      int seconds = scene.dice.chance(.5) ? scene.dice.between(20, 300) : 0;
      trail.of(scene.phones.connect(at, sim, scene.stranger(Origin.DOMESTIC), seconds));
      at = scene.after(at, 2 * MINUTE, 9 * MINUTE);
    }
    at = scene.after(at, Almanac.HOUR, 10 * Almanac.HOUR);
    long small = Money.yuan(scene.dice.between(1, 60));
    trail.of(scene.bank.transfer(at, scene.city.market.outsider(scene.dice), account, small));
    at = scene.after(at, 3 * MINUTE, 30 * MINUTE);
    trail.of(scene.bank.transfer(at, account, scene.city.market.outsider(scene.dice), small));
    at = scene.after(at, Almanac.HOUR, 20 * Almanac.HOUR);
    scene.underworld.cycle(trail, account, at);
  }

  /** X2: a listed number rings, and within the day a stranger is paid: that one is a mule. */
  static void listedCallerThenPayee(Scene scene) {
    Person person = scene.withMoney(Money.yuan(9_000));
    Account own = Cast.richest(person);
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("X2", mule);
    Sim listed = scene.stranger(scene.dice.chance(.5) ? Origin.DOMESTIC : Origin.VOIP);
    long rings = scene.after(scene.start, 20 * MINUTE, 60 * MINUTE);
    boolean before = scene.dice.chance(.7);
    long told = before ? scene.start : rings + 3 * Almanac.HOUR;
    trail.of(
        scene.desk.centre.clue(
            told, Clue.Kind.LISTED_PHONE, about -> about.phone(listed.number())));
    int seconds = scene.dice.between(120, 1_100);
    long ended = trail.of(scene.phones.connect(rings, listed, person.sim(), seconds)).endedAt();
    long at = scene.after(ended, 15 * MINUTE, 12 * Almanac.HOUR);
    long amount = Money.round(Money.share(own.available, scene.dice.between(.6, .9)), 100);
    var paid = trail.of(scene.bank.transfer(at, own, mule, amount));
    scene.underworld.passOn(trail, mule, paid);
  }

  /** X4: deceived first, and then lends the account on which the money is to come back. */
  static void victimTurnedMule(Scene scene) {
    Person person =
        scene.somebody(
            p ->
                p.adult()
                    && p.documented
                    && p.accounts.size() > 1
                    && Cast.richest(p).available > Money.yuan(25_000)
                    && Cast.richest(p) != p.accounts.get(p.accounts.size() - 1));
    Trail deceived = scene.victim("V3", person);
    Account own = Cast.richest(person);
    Rebates.Baited baited = new Rebates(scene, deceived).bait(own, scene.start);
    long at = scene.after(baited.until(), 10 * MINUTE, 3 * Almanac.HOUR);
    long amount = Math.min(baited.lastTest() * 4, own.available / 8);
    at = scene.underworld.defraud(deceived, at, own, amount).settledAt();
    at = scene.after(at, 10 * MINUTE, 3 * Almanac.HOUR);
    long second = Math.max(Money.share(amount, 3.3), baited.tests() * 10 - amount);
    at = scene.underworld.defraud(deceived, at, own, second).settledAt();
    Account lent = person.accounts.get(person.accounts.size() - 1);
    if (lent.available > 0) {
      scene.bank.transfer(at + MINUTE, lent, own, lent.available);
    }
    Trail turned = scene.victim("X4", person);
    at = scene.after(at, 5 * Almanac.HOUR, 40 * Almanac.HOUR);
    for (int i = scene.dice.between(2, 3); i > 0; i--) {
      at = scene.after(scene.underworld.cycle(turned, lent, at), 15 * MINUTE, 2 * Almanac.HOUR);
    }
  }
}
