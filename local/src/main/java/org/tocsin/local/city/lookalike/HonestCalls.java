package org.tocsin.local.city.lookalike;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.story.Cast;
import org.tocsin.local.city.story.Scene;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Institutions;
import org.tocsin.local.city.world.Market;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Sim;

/** Long or many calls with nothing behind them. */
final class HonestCalls {
  private static final long MINUTE = Almanac.MINUTE;

  private HonestCalls() {}

  /** The bank's own line calls for a while, and later a craftsman is paid. */
  static void trustedLine(Scene scene) {
    Person person = scene.withMoney(Money.yuan(16_000));
    Trail trail = scene.victim("V1", person);
    Sim line = scene.dice.pick(scene.city.lines.trusted);
    int seconds = scene.dice.between(400, 2_000);
    long ended = trail.of(scene.phones.connect(scene.start, line, person.sim(), seconds)).endedAt();
    long at = scene.after(ended, 20 * MINUTE, 150 * MINUTE);
    Account payee = scene.city.market.outsider(scene.dice);
    long amount = Money.round(Money.yuan(scene.dice.between(5_200.0, 9_000.0)), 100);
    trail.of(scene.bank.transfer(at, Cast.richest(person), payee, amount));
  }

  /** A hospital nobody listed calls, and is paid. */
  static void hospital(Scene scene) {
    Person person = scene.withMoney(Money.yuan(16_000));
    Trail trail = scene.victim("V1", person);
    Sim line = scene.dice.pick(scene.city.lines.unlisted);
    int seconds = scene.dice.between(180, 1_500);
    long ended = trail.of(scene.phones.connect(scene.start, line, person.sim(), seconds)).endedAt();
    long at = scene.after(ended, 20 * MINUTE, 150 * MINUTE);
    Account hospital = scene.city.market.shop(Market.HOSPITAL, scene.dice);
    long amount = Money.yuan(scene.dice.between(5_200.0, 12_000.0));
    trail.of(scene.bank.shop(at, Cast.richest(person), hospital, amount));
  }

  /** A relative abroad with a new number talks for an hour; nothing is paid but a shop. */
  static void relativeAbroad(Scene scene) {
    Person person = scene.withMoney(Money.yuan(12_000));
    Trail trail = scene.victim("V1", person);
    Sim relative = scene.stranger(scene.dice.chance(.6) ? Origin.FOREIGN : Origin.VOIP);
    int seconds = scene.dice.between(1_400, 4_500);
    long ended =
        trail.of(scene.phones.connect(scene.start, relative, person.sim(), seconds)).endedAt();
    long at = scene.after(ended, 20 * MINUTE, 150 * MINUTE);
    Account platform = scene.dice.pick(scene.city.market.platforms);
    long amount = Money.yuan(scene.dice.between(200.0, 6_500.0));
    trail.of(scene.bank.shopOnline(at, Cast.richest(person), platform, amount));
  }

  /** A courier's minute on the phone after an order, and money for a friend. */
  static void courier(Scene scene) {
    Person person = scene.somebody(p -> p.adult() && p.documented && !p.family.isEmpty());
    Trail trail = scene.victim("V8", person);
    Account platform = scene.dice.pick(scene.city.market.platforms);
    Account own = Cast.richest(person);
    trail.of(scene.bank.shopOnline(scene.start, own, platform, Money.yuan(88)));
    long rings = scene.after(scene.start, 20 * Almanac.HOUR, 60 * Almanac.HOUR);
    int seconds = scene.dice.between(20, 90);
    Sim courier = scene.stranger(Origin.LOCAL);
    long ended = trail.of(scene.phones.connect(rings, courier, person.sim(), seconds)).endedAt();
    long at = scene.after(ended, 2 * MINUTE, 25 * MINUTE);
    long amount = Money.round(Money.yuan(scene.dice.between(300.0, 900.0)), 100);
    trail.of(scene.bank.transfer(at, own, scene.dice.pick(person.family).main, amount));
  }

  /** A courier's first weeks with a new SIM: a hundred strangers, a few of whom ring back. */
  static void newCourier(Scene scene) {
    Person person = scene.city.moveIn(scene.dice, true);
    Sim sim = scene.city.newSim(person, scene.dice.pick(Institutions.CARRIERS));
    Trail trail = scene.mule("P1", sim);
    scene.desk.counter.sim(scene.start, Step.OPENED, person, sim);
    for (int day = scene.dice.between(2, 5); day > 0; day--) {
      long at = scene.start + day * Almanac.DAY;
      for (int i = scene.dice.between(18, 45); i > 0; i--) {
        at = scene.after(at, 4 * MINUTE, 22 * MINUTE);
        Sim customer = scene.dice.pick(scene.city.persons).sim();
        int seconds = scene.dice.chance(.75) ? scene.dice.between(8, 60) : 0;
        trail.of(scene.phones.connect(at, sim, customer, seconds));
        if (scene.dice.chance(.22)) {
          long back = scene.after(at, MINUTE, 15 * MINUTE);
          trail.of(scene.phones.connect(back, customer, sim, scene.dice.between(10, 50)));
        }
      }
    }
  }
}
