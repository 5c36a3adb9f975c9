package org.tocsin.local.city.world;

import java.util.ArrayList;
import java.util.List;

/** Everybody and everything that lives in the city; grows as people move in. */
public final class Population {
  private static final int FIRST_NEWCOMER = 1 << 24;

  public final List<Person> persons = new ArrayList<>();
  public final List<Company> companies = new ArrayList<>();
  public final Market market;
  public final Lines lines;
  public final Ledger ledger = new Ledger();
  public final Sleepers sleepers;
  public final Tokens tokens;
  private final People people;
  private int newcomers;

  /**
   * @param startsAt of the simulated period, epoch milliseconds; what is old is older than this
   */
  public Population(long seed, Tokens tokens, int size, long startsAt) {
    this.tokens = tokens;
    Dice dice = new Dice(seed, 1);
    market = new Market(tokens, dice, size, startsAt);
    lines = new Lines(tokens, dice, size);
    people = new People(tokens, new Dice(seed, 2), ledger, startsAt);
    people.settle(persons, size);
    companies.addAll(new Companies(tokens, new Dice(seed, 3), ledger, startsAt).found(persons));
    new Acquaintance(tokens, new Dice(seed, 4)).introduce(persons);
    landlords(new Dice(seed, 5));
    sleepers = new Sleepers(persons, people, lines, new Dice(seed, 7), startsAt);
  }

  /** Somebody with neither card nor SIM, who takes no part in daily life. */
  public Person moveIn(Dice dice, boolean fromElsewhere) {
    return people.newcomer(FIRST_NEWCOMER + newcomers++, dice, fromElsewhere);
  }

  /** An account of the city, opened now and empty but for a few yuan. */
  public Account newAccount(Person owner, Bank bank, long openedAt, long balance) {
    return people.account(owner, bank, openedAt, balance);
  }

  public Sim newSim(Person owner, Carrier carrier) {
    return people.sim(owner, carrier, tokens.stranger());
  }

  private void landlords(Dice dice) {
    for (Person person : persons) {
      if (person.adult() && dice.chance(.3)) {
        Person landlord = dice.pick(persons);
        person.landlord =
            landlord.adult() && landlord != person && dice.chance(.6)
                ? landlord.main
                : market.outsider(dice);
      }
    }
  }
}
