package org.tocsin.local.city.world;

import java.util.function.UnaryOperator;
import org.tocsin.core.event.CardOpening.AccountClass;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.event.Clue.Kind;

/** What is on file before the first day: old openings, what sleeps, trusted lines. */
public final class Registry {
  private final Population population;
  private final Desk desk;
  private final long startsAt;

  public Registry(Population population, Desk desk, long startsAt) {
    this.population = population;
    this.desk = desk;
    this.startsAt = startsAt;
  }

  public void file() {
    for (Person person : population.persons) {
      if (person.documented || desk.dice.chance(.5)) {
        person.sims.forEach(sim -> fileSim(person, sim));
      }
      if (person.documented) {
        for (Account account : person.accounts) {
          desk.counter.bank(
              account.openedAt,
              Step.OPENED,
              person,
              account,
              account.bank,
              details(person, account));
        }
      }
    }
    population.sleepers.file(desk);
    for (Sim line : population.lines.trusted) {
      desk.centre.clue(startsAt, Kind.TRUSTED_PHONE, about -> about.phone(line.number()));
    }
  }

  private void fileSim(Person person, Sim sim) {
    long years = Math.max(1, Math.min(12, 2024 - person.birthYear - 9));
    long ago = desk.dice.between(70 * Almanac.DAY, Math.max(71, years * 365) * Almanac.DAY);
    boolean recent = desk.dice.chance(.03);
    long at = startsAt - (recent ? desk.dice.between(Almanac.DAY, 60 * Almanac.DAY) : ago);
    desk.counter.sim(at, Step.OPENED, person, sim);
  }

  /** Minors and the very old leave the number of whoever looks after them. */
  private UnaryOperator<CardOpeningBuilder> details(Person person, Account account) {
    boolean lookedAfter = !person.adult() || person.birthYear < 1950;
    boolean first = person.accounts.get(0) == account;
    return record -> {
      if (lookedAfter && !person.family.isEmpty()) {
        record.contactPhone(person.family.get(0).sim().number());
      }
      return record.accountClass(first ? AccountClass.I : AccountClass.II);
    };
  }
}
