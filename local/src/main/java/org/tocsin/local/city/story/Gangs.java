package org.tocsin.local.city.story;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Clue;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Bank;
import org.tocsin.local.city.world.Carrier;
import org.tocsin.local.city.world.Counter;
import org.tocsin.local.city.world.Institutions;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Regions;
import org.tocsin.local.city.world.Sim;
import org.tocsin.local.city.world.Switchboard.Connection;

/** What several people of one gang leave behind (mules.md, B11, P5, X3, X5, X6). */
final class Gangs {
  private static final long MINUTE = Almanac.MINUTE;

  private Gangs() {}

  /** B11: from account to account within minutes, and reported within hours. */
  static void layering(Scene scene) {
    Person person = scene.withMoney(Money.yuan(20_000));
    Account own = Cast.richest(person);
    List<Account> layers = new ArrayList<>();
    for (int i = scene.dice.between(4, 6); i > 0; i--) {
      layers.add(scene.underworld.borrowedAccount());
    }
    Account first = layers.get(0);
    Trail trail = scene.mule("B11", first);
    long amount = Money.round(Money.share(own.available, scene.dice.between(.4, .8)), 100);
    long at = scene.after(scene.start, 20 * MINUTE, 60 * MINUTE);
    Payment paid = trail.of(scene.bank.transfer(at, own, first, amount));
    long lost = paid.settledAt();
    for (int i = 0; i + 1 < layers.size(); i++) {
      amount = Money.share(amount, scene.dice.between(.97, 1.0));
      at = scene.after(paid.settledAt(), 20_000, 7 * MINUTE);
      paid = trail.of(scene.bank.transfer(at, layers.get(i), layers.get(i + 1), amount));
    }
    Account last = layers.get(layers.size() - 1);
    at = scene.after(paid.settledAt(), 10 * MINUTE, 6 * Almanac.HOUR);
    trail.loss(scene.bank.transfer(at, last, scene.city.market.outsider(scene.dice), amount));
    long told = scene.after(lost, 10 * MINUTE, 5 * Almanac.HOUR);
    trail.of(
        scene.desk.centre.clue(
            told,
            Clue.Kind.SCAM_REPORT,
            about -> about.person(person.token).payeeAccount(first.token)));
  }

  /** P5: opened within days of each other, at one place, and calling in turn. */
  static void cohort(Scene scene) {
    Carrier carrier = Institutions.CARRIERS.get(0);
    String cell = carrier.code() + "-370602-" + scene.dice.between(61, 80);
    List<Sim> sims = new ArrayList<>();
    for (int i = scene.dice.between(5, 8); i > 0; i--) {
      Person person = scene.city.moveIn(scene.dice, true);
      Sim sim = scene.city.newSim(person, carrier);
      long opened = scene.after(scene.start, 0, 60 * Almanac.HOUR);
      scene.desk.counter.sim(opened, Step.OPENED, person, sim);
      String imei = scene.city.tokens.imei(scene.city.tokens.stranger());
      sims.add(new Sim(sim.number(), carrier, Origin.LOCAL, person, imei, cell, sim.region()));
    }
    Trail trail = scene.mule("P5", sims.get(0));
    long at = scene.start + 62 * Almanac.HOUR;
    for (int turn = scene.dice.between(60, 140); turn > 0; turn--) {
      Sim sim = sims.get(turn % sims.size());
      int seconds = scene.dice.chance(.5) ? scene.dice.between(15, 300) : 0;
      Connection call = scene.phones.connect(at, sim, scene.stranger(Origin.DOMESTIC), seconds);
      trail.of(call);
      at = scene.after(call.endedAt(), 20_000, 5 * MINUTE);
    }
  }

  /** X3: several who were baited with rebates pay the same account. */
  static void sharedPayee(Scene scene) {
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("X3", mule);
    long at = scene.start;
    for (int i = scene.dice.between(2, 4); i > 0; i--) {
      Person person = scene.withMoney(Money.yuan(25_000));
      Trail deceived = scene.victim("V3", person);
      Account own = Cast.richest(person);
      Rebates.Baited baited = new Rebates(scene, deceived).bait(own, at);
      long jump =
          Math.min(Money.share(baited.lastTest(), scene.dice.between(3.5, 8)), own.available);
      long then = scene.after(baited.until(), 10 * MINUTE, 4 * Almanac.HOUR);
      then = scene.underworld.defraud(deceived, then, own, jump).settledAt();
      long all = Math.max(Money.yuan(3_000), Money.share(jump, scene.dice.between(3.2, 5)));
      then = scene.after(then, 10 * MINUTE, 3 * Almanac.HOUR);
      Payment paid = deceived.loss(scene.bank.transfer(then, own, mule, all));
      trail.of(paid);
      scene.underworld.passOn(trail, mule, paid);
      at = scene.after(scene.start, 0, 30 * Almanac.HOUR);
    }
  }

  /** X5: opened together for others, and days later one after the other runs. */
  static void cohortOfCards(Scene scene) {
    Bank bank = scene.dice.pick(Institutions.BANKS);
    String home = scene.dice.pick(Regions.ELSEWHERE);
    String outlet = Counter.outlet(bank.code(), Openings.OUTLET_REGION, scene.dice.between(1, 9));
    List<Person> group = new ArrayList<>();
    for (int i = scene.dice.between(3, 5); i > 0; i--) {
      group.add(scene.city.moveIn(scene.dice, true));
    }
    Trail together = scene.opening("O4", group.get(2));
    List<Account> accounts = new ArrayList<>();
    long at = scene.start;
    for (Person person : group) {
      Openings.applies(scene, together, at, person, bank, outlet, home, null);
      long opened = scene.after(at, 20 * MINUTE, 40 * MINUTE);
      Account account = scene.city.newAccount(person, bank, opened, 0);
      scene.desk.counter.bank(opened, Step.OPENED, person, account);
      accounts.add(account);
      at = scene.after(at, MINUTE, 5 * MINUTE);
    }
    for (Account account : accounts.subList(0, 2)) {
      Trail trail = scene.mule("X5", account);
      at = scene.after(at, 20 * Almanac.HOUR, 60 * Almanac.HOUR);
      for (int i = scene.dice.between(2, 3); i > 0; i--) {
        at = scene.underworld.cycle(trail, account, at) + scene.dice.between(10, 90) * MINUTE;
      }
    }
  }

  /** X6: one number deceives several, who pay different accounts. */
  static void oneCaller(Scene scene) {
    Sim caller = scene.stranger(Origin.VOIP);
    Trail trail = scene.mule("X6", caller);
    long at = scene.after(scene.start, 10 * MINUTE, 60 * MINUTE);
    for (int i = scene.dice.between(3, 5); i > 0; i--) {
      Person person = scene.withMoney(Money.yuan(15_000));
      Trail deceived = scene.victim("V1", person);
      Account own = Cast.richest(person);
      int seconds = scene.dice.between(1_300, 4_000);
      Connection call = scene.phones.connect(at, caller, person.sim(), seconds);
      deceived.of(call);
      trail.of(call);
      long then = scene.after(call.endedAt(), 5 * MINUTE, 100 * MINUTE);
      for (int part = scene.dice.between(1, 3); part > 0; part--) {
        long amount = Money.round(Money.share(own.available, .55), 100);
        then = scene.underworld.defraud(deceived, then, own, amount).settledAt();
        then = scene.after(then, 2 * MINUTE, 15 * MINUTE);
      }
      at = scene.after(then, Almanac.HOUR, 20 * Almanac.HOUR);
    }
  }
}
