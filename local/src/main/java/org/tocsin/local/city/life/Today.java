package org.tocsin.local.city.life;

import java.time.LocalDate;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Desk;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Population;

/** A day, the city it happens in, and the desk everything goes over. */
public record Today(LocalDate date, Population city, Desk desk) {

  public Dice dice() {
    return desk.dice;
  }

  public boolean dayOff() {
    return Almanac.dayOff(date);
  }

  public long waking() {
    return Almanac.waking(date, desk.dice);
  }

  public long office() {
    return Almanac.office(date, desk.dice);
  }

  /** The first of wallet, main and other accounts that holds the amount; null when none does. */
  public static Account afford(Person person, long amount) {
    for (Account wallet : person.wallets) {
      if (wallet.available >= amount) {
        return wallet;
      }
    }
    return affordFromBank(person, amount);
  }

  /** The main account when it holds the amount, else another; null when none does. */
  public static Account affordFromBank(Person person, long amount) {
    if (person.main.available >= amount) {
      return person.main;
    }
    for (Account account : person.accounts) {
      if (account.available >= amount) {
        return account;
      }
    }
    return null;
  }
}
