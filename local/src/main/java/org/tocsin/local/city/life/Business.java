package org.tocsin.local.city.life;

import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Bankbook;
import org.tocsin.local.city.world.Company;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Person;

/** Wages on pay day, suppliers in between, now and then a new one; customers pay. */
final class Business {

  void live(Today today) {
    for (Company company : today.city().companies) {
      if (today.date().getDayOfMonth() == company.payDay) {
        wages(company, today);
      }
      if (!today.dayOff()) {
        trade(company, today);
      }
    }
  }

  private void wages(Company company, Today today) {
    Dice dice = today.dice();
    long at = Almanac.midnight(today.date()) + dice.between(9 * Almanac.HOUR, 16 * Almanac.HOUR);
    for (Person worker : company.staff) {
      at += dice.between(300L, 3_000L);
      today.desk().bank.transfer(at, company.account, worker.main, worker.income, Channel.ONLINE);
    }
  }

  private void trade(Company company, Today today) {
    Dice dice = today.dice();
    Bankbook bank = today.desk().bank;
    if (dice.chance(.5)) {
      Account customer = today.city().market.outsideCompany(dice);
      long amount = Money.yuan(dice.lognormal(45_000, 1));
      bank.transfer(today.office(), customer, company.account, amount, Channel.ONLINE);
    }
    if (dice.chance(.3) && !company.suppliers.isEmpty()) {
      long amount = Money.yuan(dice.lognormal(22_000, .9));
      if (company.account.available > amount) {
        Account supplier = dice.pick(company.suppliers);
        bank.transfer(today.office(), company.account, supplier, amount, Channel.ONLINE);
      }
    }
    if (dice.chance(.01)) {
      newSupplier(company, today);
    }
  }

  private void newSupplier(Company company, Today today) {
    Dice dice = today.dice();
    Account supplier = today.city().market.outsideCompany(dice);
    company.suppliers.add(supplier);
    long amount = Money.share(company.account.available, dice.between(.02, .25));
    if (amount > Money.yuan(1_000)) {
      today.desk().bank.transfer(today.office(), company.account, supplier, amount, Channel.ONLINE);
    }
  }
}
