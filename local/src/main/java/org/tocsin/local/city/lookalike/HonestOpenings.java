package org.tocsin.local.city.lookalike;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tocsin.core.event.CardOpening.Segment;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.story.Scene;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Bank;
import org.tocsin.local.city.world.Counter;
import org.tocsin.local.city.world.Institutions;
import org.tocsin.local.city.world.Person;

/** Openings that look organised and are not, or are with good reason. */
final class HonestOpenings {
  private static final long MINUTE = Almanac.MINUTE;

  private HonestOpenings() {}

  /** A mother's number on the cards of two children and a grandmother. */
  static void familyContact(Scene scene) {
    Person mother = scene.somebody(p -> p.adult() && p.documented && p.birthYear > 1975);
    String contact = mother.sim().number();
    int year = Almanac.date(scene.start).getYear();
    int[] births = {year - scene.dice.between(7, 16), year - scene.dice.between(6, 16), year - 74};
    Trail trail = scene.trail(Lane.OPENING, "O3", SubjectKind.PHONE, contact, mother.token);
    long at = scene.start;
    for (int born : births) {
      Person relative = scene.city.moveIn(scene.dice, false);
      boolean old = born < year - 60;
      open(
          scene,
          trail,
          relative,
          scene.dice.pick(Institutions.BANKS),
          at,
          r ->
              r.contactPhone(contact)
                  .birthYear(born)
                  .segment(old ? Segment.ELDERLY : Segment.STUDENT)
                  .companion(mother.token));
      at = scene.after(at, 20 * MINUTE, 60 * Almanac.HOUR);
    }
  }

  /** A school's first-years, one outlet, one morning, and an organiser on every form. */
  static void schoolBatch(Scene scene) {
    Bank bank = scene.dice.pick(Institutions.BANKS);
    String outlet = Counter.outlet(bank.code(), "370613", 1);
    String school = "SCHOOL-" + scene.dice.between(10, 99);
    int pupils = scene.dice.between(8, 25);
    int born = Almanac.date(scene.start).getYear() - 18;
    List<Person> batch = new ArrayList<>();
    for (int i = 0; i < pupils; i++) {
      batch.add(scene.city.moveIn(scene.dice, true));
    }
    String first = batch.get(0).token;
    Trail trail = scene.trail(Lane.OPENING, "O4", SubjectKind.PERSON, first, first);
    long at = scene.start;
    for (Person pupil : batch) {
      open(
          scene,
          trail,
          pupil,
          bank,
          at,
          r -> r.outlet(outlet).organiser(school).segment(Segment.STUDENT).birthYear(born));
      at = scene.after(at, MINUTE / 2, 3 * MINUTE);
    }
  }

  /** Somebody from far away starts work here: a card and a SIM on the same day. */
  static void migrant(Scene scene) {
    Person person = scene.city.moveIn(scene.dice, true);
    Trail trail = scene.opening("O5", person);
    open(scene, trail, person, scene.dice.pick(Institutions.BANKS), scene.start, r -> r);
    var sim = scene.city.newSim(person, scene.dice.pick(Institutions.CARRIERS));
    long at = scene.after(scene.start, Almanac.HOUR, 5 * Almanac.HOUR);
    trail.of(scene.desk.counter.sim(at, Step.APPLIED, person, sim));
    trail.of(scene.desk.counter.sim(at + 10 * MINUTE, Step.OPENED, person, sim));
  }

  private static void open(
      Scene scene,
      Trail trail,
      Person person,
      Bank bank,
      long at,
      UnaryOperator<CardOpeningBuilder> more) {
    trail.of(scene.desk.counter.bank(at, Step.APPLIED, person, null, bank, more));
    long opened = scene.after(at, 8 * MINUTE, 30 * MINUTE);
    Account account = scene.city.newAccount(person, bank, opened, 0);
    trail.of(scene.desk.counter.bank(opened, Step.OPENED, person, account, bank, more));
  }
}
