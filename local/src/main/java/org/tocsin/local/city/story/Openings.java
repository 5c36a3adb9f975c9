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
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Regions;
import org.tocsin.local.city.world.Sim;

/** Cards opened for others (mules.md, O1, O2, O4, O6, O7, O8). */
final class Openings {
  static final String OUTLET_REGION = "370602";
  private static final long MINUTE = Almanac.MINUTE;

  private Openings() {}

  /** O1: from counter to counter within days. */
  static void burst(Scene scene) {
    Person person = scene.city.moveIn(scene.dice, scene.dice.chance(.4));
    Trail trail = scene.opening("O1", person);
    List<Bank> banks = new ArrayList<>(Institutions.BANKS);
    long at = scene.start;
    for (int i = scene.dice.between(3, 5); i > 0; i--) {
      Bank bank = banks.remove(scene.dice.between(0, banks.size() - 1));
      openBank(scene, trail, person, bank, at);
      at = scene.after(at, 50 * MINUTE, 26 * Almanac.HOUR);
    }
  }

  /** O2: more than five SIMs with one carrier. */
  static void overQuota(Scene scene) {
    Person person = scene.city.moveIn(scene.dice, scene.dice.chance(.4));
    Trail trail = scene.opening("O2", person);
    Carrier carrier = scene.dice.pick(Institutions.CARRIERS);
    long at = scene.start;
    for (int i = scene.dice.between(6, 8); i > 0; i--) {
      Sim sim = scene.city.newSim(person, carrier);
      trail.of(scene.desk.counter.sim(at, Step.APPLIED, person, sim));
      trail.of(scene.desk.counter.sim(at + 12 * MINUTE, Step.OPENED, person, sim));
      at = scene.after(at, 2 * Almanac.HOUR, 20 * Almanac.HOUR);
    }
  }

  /** O4: a group led to one outlet, all from one province or with one companion. */
  static void group(Scene scene) {
    Bank bank = scene.dice.pick(Institutions.BANKS);
    String home = scene.dice.pick(Regions.ELSEWHERE);
    String leader = scene.city.tokens.person(scene.city.tokens.stranger());
    boolean companion = scene.dice.chance(.5);
    int members = scene.dice.between(3, 6);
    String outlet = Counter.outlet(bank.code(), OUTLET_REGION, scene.dice.between(1, 9));
    List<Person> group = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      group.add(scene.city.moveIn(scene.dice, true));
    }
    Trail trail = scene.opening("O4", group.get(2));
    long at = scene.start;
    for (Person person : group) {
      applies(scene, trail, at, person, bank, outlet, home, companion ? leader : null);
      at = scene.after(at, MINUTE, 25 * MINUTE / members);
    }
  }

  /**
   * One of a group at a bank's outlet.
   *
   * @param companion id; null for none
   */
  static void applies(
      Scene scene,
      Trail trail,
      long at,
      Person person,
      Bank bank,
      String outlet,
      String home,
      String companion) {
    trail.of(
        scene.desk.counter.bank(
            at,
            Step.APPLIED,
            person,
            null,
            bank,
            r -> r.outlet(outlet).region(OUTLET_REGION).homeRegion(home).companion(companion)));
  }

  /** O6: on the list of those who lent cards before. */
  static void punished(Scene scene) {
    Person person = scene.somebody(p -> p.adult() && p.documented);
    Trail trail = scene.opening("O6", person);
    trail.of(
        scene.desk.centre.clue(
            scene.start, Clue.Kind.PUNISHED_PERSON, about -> about.person(person.token)));
    long at = scene.after(scene.start, 2 * Almanac.HOUR, 80 * Almanac.HOUR);
    openBank(scene, trail, person, scene.dice.pick(Institutions.BANKS), at);
  }

  /** O7: refused twice, and at the next counter the same day. */
  static void triesAgain(Scene scene) {
    Person person = scene.city.moveIn(scene.dice, scene.dice.chance(.5));
    Trail trail = scene.opening("O7", person);
    long at = scene.start;
    for (int i = scene.dice.between(2, 3); i > 0; i--) {
      Bank bank = scene.dice.pick(Institutions.BANKS);
      trail.of(scene.desk.counter.bank(at, Step.APPLIED, person, null, bank, r -> r));
      at = scene.after(at, 10 * MINUTE, 30 * MINUTE);
      trail.of(scene.desk.counter.bank(at, Step.REFUSED, person, null, bank, r -> r));
      at = scene.after(at, 20 * MINUTE, 4 * Almanac.HOUR);
    }
    Bank last = scene.dice.pick(Institutions.BANKS);
    trail.of(scene.desk.counter.bank(at, Step.APPLIED, person, null, last, r -> r));
  }

  /** O8: a listed number is on the line while the card is applied for. */
  static void victimMadeMule(Scene scene) {
    Person person = scene.somebody(p -> p.adult() && p.documented);
    Trail trail = scene.opening("O8", person);
    Sim listed = scene.stranger(scene.dice.chance(.5) ? Origin.DOMESTIC : Origin.VOIP);
    trail.of(
        scene.desk.centre.clue(
            scene.start, Clue.Kind.LISTED_PHONE, about -> about.phone(listed.number())));
    long rings = scene.after(scene.start, 10 * MINUTE, 90 * MINUTE);
    int seconds = scene.dice.between(300, 3_000);
    long ended = trail.of(scene.phones.connect(rings, listed, person.sim(), seconds)).endedAt();
    long at = scene.after(ended, 5 * MINUTE, 50 * MINUTE);
    openBank(scene, trail, person, scene.dice.pick(Institutions.BANKS), at);
  }

  private static void openBank(Scene scene, Trail trail, Person person, Bank bank, long at) {
    trail.of(scene.desk.counter.bank(at, Step.APPLIED, person, null, bank, r -> r));
    long opened = scene.after(at, 10 * MINUTE, 35 * MINUTE);
    Account account = scene.city.newAccount(person, bank, opened, 0);
    trail.of(scene.desk.counter.bank(opened, Step.OPENED, person, account));
  }
}
