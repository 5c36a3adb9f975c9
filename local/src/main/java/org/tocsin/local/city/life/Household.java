package org.tocsin.local.city.life;

import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Bankbook;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Person.Role;

/** Bills, rent, pensions, pocket money, wallets filled up, cash. */
final class Household implements Habit {

  @Override
  public void live(Person person, Today today) {
    if (!person.adult()) {
      return;
    }
    int day = today.date().getDayOfMonth();
    rent(person, today, day);
    if (day == 1 + person.index % 28) {
      bills(person, today);
    }
    if (person.role == Role.RETIRED && day == 12 + person.index % 4) {
      pension(person, today);
    }
    if (person.role == Role.STUDENT && day == 1 + person.index % 5) {
      allowance(person, today);
    }
    ownMoney(person, today);
    family(person, today);
    cash(person, today);
  }

  private void rent(Person person, Today today, int day) {
    if (person.landlord != null && day == 1 + person.index % 10) {
      long rent = Money.round(Money.yuan(900 + person.index % 23 * 100.0), 50);
      Account from = Today.affordFromBank(person, rent);
      if (from != null && from != person.landlord) {
        today.desk().bank.transfer(today.waking(), from, person.landlord, rent);
      }
    }
  }

  private void bills(Person person, Today today) {
    for (String category : new String[] {"4900", "4814"}) {
      long amount = Money.yuan(today.dice().lognormal(90, .5));
      Account from = Today.afford(person, amount);
      if (from != null) {
        Account utility = today.city().market.shop(category, today.dice());
        today.desk().bank.shopOnline(today.waking(), from, utility, amount);
      }
    }
  }

  private void pension(Person person, Today today) {
    Account fund = today.city().companies.get(0).account;
    fund.available += person.income;
    today
        .desk()
        .bank
        .transfer(today.office(), fund, person.accounts.get(0), person.income, Channel.ONLINE);
  }

  private void allowance(Person person, Today today) {
    Account to = person.main;
    Person parent = person.family.isEmpty() ? null : person.family.get(0);
    Account from = parent == null ? null : Today.affordFromBank(parent, person.income);
    if (from == null) {
      from = today.city().market.outsider(today.dice());
    }
    today.desk().bank.transfer(today.waking(), from, to, person.income);
  }

  /** Between a person's own accounts and wallets. */
  private void ownMoney(Person person, Today today) {
    Dice dice = today.dice();
    Bankbook bank = today.desk().bank;
    for (Account wallet : person.wallets) {
      if (wallet.available < Money.yuan(150)) {
        long amount = Money.round(Money.yuan(dice.lognormal(600, .6)), 100);
        Account from = Today.affordFromBank(person, amount);
        if (from != null) {
          bank.transfer(
              Almanac.midnight(today.date()) + dice.between(0, 6 * Almanac.HOUR),
              from,
              wallet,
              amount);
        }
      }
    }
    if (person.accounts.size() > 1 && dice.chance(.015)) {
      Account from = dice.pick(person.accounts);
      Account to = dice.pick(person.accounts);
      long amount =
          Money.round(Money.share(Math.max(1, from.available), dice.between(.1, .7)), 100);
      if (from != to && from.available >= amount) {
        bank.transfer(today.waking(), from, to, amount);
      }
    }
  }

  private void family(Person person, Today today) {
    Dice dice = today.dice();
    if (person.family.isEmpty() || !dice.chance(.055)) {
      return;
    }
    Person relative = dice.pick(person.family);
    long amount = Money.round(Money.yuan(dice.lognormal(relative.adult() ? 400 : 60, .9)), 10);
    Account from = Today.afford(person, amount);
    if (from != null) {
      Account to = from.bank.code().startsWith("WALLET") ? relative.purse() : relative.main;
      today.desk().bank.transfer(today.waking(), from, to, amount);
    }
  }

  private void cash(Person person, Today today) {
    Dice dice = today.dice();
    boolean old = person.role == Role.RETIRED;
    if (dice.chance(old ? .05 : .02)) {
      long amount = Money.round(Money.yuan(dice.lognormal(900, .6)), 100);
      if (person.main.available >= amount) {
        Channel channel = old && dice.chance(.6) ? Channel.COUNTER : Channel.ATM;
        long at = channel == Channel.COUNTER ? today.office() : today.waking();
        today.desk().bank.cashOut(at, person.main, amount, channel);
      }
    }
    if (dice.chance(.006)) {
      long amount = Money.round(Money.yuan(dice.lognormal(2_500, .8)), 100);
      today.desk().bank.cashIn(today.office(), person.main, amount);
    }
  }
}
