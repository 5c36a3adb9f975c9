package org.tocsin.local.city.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Population;

/** Finds people for the parts; nobody plays two within the rest, so that labels stay apart. */
public final class Cast {
  private static final int TRIES = 400;

  private final Population city;
  private final long rest;
  private final Map<Person, Long> restingUntil = new HashMap<>();

  /** The city has nobody left who fits. */
  public static final class NobodyFits extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NobodyFits() {
      super("nobody in the city fits the part", null, false, false);
    }
  }

  /**
   * @param rest how long nobody plays again, milliseconds
   */
  public Cast(Population city, long rest) {
    this.city = city;
    this.rest = rest;
  }

  Person choose(Dice dice, long at, Predicate<Person> fits) {
    List<Person> persons = city.persons;
    for (int i = 0; i < TRIES; i++) {
      Person person = dice.pick(persons);
      boolean free = restingUntil.getOrDefault(person, Long.MIN_VALUE) <= at;
      if (free && person.main != null && !person.sims.isEmpty() && fits.test(person)) {
        restingUntil.put(person, at + rest);
        return person;
      }
    }
    throw new NobodyFits();
  }

  /** The account that holds most. */
  public static Account richest(Person person) {
    Account richest = person.main;
    for (Account account : person.accounts) {
      if (account.available > richest.available) {
        richest = account;
      }
    }
    return richest;
  }
}
