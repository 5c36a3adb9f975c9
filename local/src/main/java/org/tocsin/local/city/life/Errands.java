package org.tocsin.local.city.life;

import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Bank;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Institutions;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Person.Role;
import org.tocsin.local.city.world.Sim;

/** Cards and SIMs opened, refused, closed and changed in the ordinary way. */
final class Errands implements Habit {

  @Override
  public void live(Person person, Today today) {
    Dice dice = today.dice();
    if (!person.adult() || !dice.chance(.0012)) {
      return;
    }
    switch (dice.between(0, 9)) {
      case 0, 1, 2, 3 -> openAccount(person, today);
      case 4, 5 -> openSim(person, today);
      case 6 -> refused(person, today);
      case 7, 8 -> contactChanged(person, today);
      default -> closeSpare(person, today);
    }
  }

  private void openAccount(Person person, Today today) {
    Dice dice = today.dice();
    Bank bank = dice.pick(Institutions.BANKS);
    if (person.accounts.stream().anyMatch(account -> account.bank.equals(bank))) {
      return;
    }
    long at = today.office();
    boolean old = person.role == Role.RETIRED && !person.family.isEmpty() && dice.chance(.5);
    String companion = old ? person.family.get(0).token : null;
    today.desk().counter.bank(at, Step.APPLIED, person, null, bank, r -> r.companion(companion));
    long opened = at + dice.between(8 * Almanac.MINUTE, 40 * Almanac.MINUTE);
    Account account = today.city().newAccount(person, bank, opened, 0);
    today
        .desk()
        .counter
        .bank(
            opened,
            Step.OPENED,
            person,
            account,
            bank,
            r -> r.companion(companion).educationDone(true));
  }

  private void openSim(Person person, Today today) {
    if (person.sims.size() > 2) {
      return;
    }
    Sim sim = today.city().newSim(person, today.dice().pick(Institutions.CARRIERS));
    long at = today.office();
    today.desk().counter.sim(at, Step.APPLIED, person, sim);
    today.desk().counter.sim(at + 10 * Almanac.MINUTE, Step.OPENED, person, sim);
  }

  private void refused(Person person, Today today) {
    Bank bank = today.dice().pick(Institutions.BANKS);
    long at = today.office();
    today.desk().counter.bank(at, Step.APPLIED, person, null, bank, r -> r);
    today.desk().counter.bank(at + 15 * Almanac.MINUTE, Step.REFUSED, person, null, bank, r -> r);
  }

  private void contactChanged(Person person, Today today) {
    if (person.documented) {
      today.desk().counter.bank(today.office(), Step.CONTACT_CHANGED, person, person.main);
    }
  }

  private void closeSpare(Person person, Today today) {
    int last = person.accounts.size() - 1;
    Account spare = person.accounts.get(last);
    if (last > 0 && spare != person.main && person.documented) {
      person.accounts.remove(last);
      today.desk().counter.bank(today.office(), Step.CLOSED, person, spare);
    }
  }
}
