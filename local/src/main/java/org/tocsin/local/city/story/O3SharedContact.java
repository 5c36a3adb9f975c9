package org.tocsin.local.city.story;

import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Bank;
import org.tocsin.local.city.world.Institutions;
import org.tocsin.local.city.world.Person;

/** One contact phone, or one device, behind the cards of several strangers (mules.md, O3). */
final class O3SharedContact implements Story {

  @Override
  public void tell(Scene scene) {
    boolean byPhone = scene.dice.chance(.7);
    long shared = scene.city.tokens.stranger();
    String contact = byPhone ? scene.city.tokens.phone(shared) : null;
    String device = byPhone ? null : scene.city.tokens.device(shared);
    Person[] persons = new Person[scene.dice.between(3, 6)];
    for (int i = 0; i < persons.length; i++) {
      persons[i] = scene.city.moveIn(scene.dice, scene.dice.chance(.6));
    }
    String third = persons[2].token;
    Trail trail =
        byPhone
            ? scene.trail(Lane.OPENING, "O3", SubjectKind.PHONE, contact, third)
            : scene.trail(Lane.OPENING, "O3", SubjectKind.PERSON, third, third);
    long at = scene.after(scene.start, 0, 2 * Almanac.HOUR);
    long gap = scene.dice.chance(.5) ? 90 * Almanac.MINUTE : 40 * Almanac.HOUR;
    for (Person person : persons) {
      open(scene, trail, person, contact, device, at);
      at = scene.after(at, 35 * Almanac.MINUTE, gap);
    }
  }

  private static void open(
      Scene scene, Trail trail, Person person, String contact, String device, long at) {
    Bank bank = scene.dice.pick(Institutions.BANKS);
    long opened = scene.after(at, 8 * Almanac.MINUTE, 30 * Almanac.MINUTE);
    var counter = scene.desk.counter;
    trail.of(counter.bank(at, Step.APPLIED, person, null, bank, r -> mark(r, contact, device)));
    if (scene.dice.chance(.85)) {
      var account = scene.city.newAccount(person, bank, opened, 0);
      trail.of(
          counter.bank(opened, Step.OPENED, person, account, bank, r -> mark(r, contact, device)));
    } else {
      trail.of(
          counter.bank(opened, Step.REFUSED, person, null, bank, r -> mark(r, contact, device)));
    }
  }

  private static CardOpeningBuilder mark(CardOpeningBuilder record, String contact, String device) {
    return record.contactPhone(contact).device(device);
  }
}
