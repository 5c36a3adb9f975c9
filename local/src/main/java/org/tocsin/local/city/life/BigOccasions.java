package org.tocsin.local.city.life;

import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Bankbook;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Market;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Person;

/** What happens once in months or years and moves more money than usual. */
final class BigOccasions implements Habit {

  @Override
  public void live(Person person, Today today) {
    if (!person.adult() || !today.dice().chance(.0035)) {
      return;
    }
    switch (today.dice().between(0, 9)) {
      case 0, 1 -> newLandlord(person, today);
      case 2 -> hospital(person, today);
      case 3, 4 -> invest(person, today);
      case 5, 6 -> borrowForTheShop(person, today);
      case 7 -> decorator(person, today);
      case 8 -> depositBroken(person, today);
      default -> gold(person, today);
    }
  }

  /** A month's rent, the deposit, perhaps the agent: two or three first-time payees in a day. */
  private void newLandlord(Person person, Today today) {
    Dice dice = today.dice();
    long rent = Money.round(Money.yuan(dice.between(900.0, 3_500.0)), 100);
    Account from = Today.affordFromBank(person, rent * 3);
    if (from == null) {
      return;
    }
    Bankbook bank = today.desk().bank;
    person.landlord = today.city().market.outsider(dice);
    long at = today.waking();
    bank.transfer(at, from, person.landlord, rent);
    bank.transfer(
        at + dice.between(Almanac.MINUTE, 30 * Almanac.MINUTE), from, person.landlord, rent);
    if (dice.chance(.4)) {
      Account agent = today.city().market.outsider(dice);
      bank.transfer(at + dice.between(Almanac.HOUR, 3 * Almanac.HOUR), from, agent, rent / 2);
    }
  }

  private void hospital(Person person, Today today) {
    Dice dice = today.dice();
    Account hospital = today.city().market.shop(Market.HOSPITAL, dice);
    long at = today.waking();
    for (int i = dice.between(1, 3); i > 0; i--) {
      long amount = Money.yuan(dice.lognormal(3_500, .8));
      Account from = Today.affordFromBank(person, amount);
      if (from != null) {
        today.desk().bank.shop(at, from, hospital, amount);
      }
      at += dice.between(Almanac.HOUR, 26 * Almanac.HOUR);
    }
  }

  /** Money to the broker, and a week later some of it back with a gain. */
  private void invest(Person person, Today today) {
    Dice dice = today.dice();
    Account broker = today.city().market.shop(Market.SECURITIES, dice);
    long amount = Money.round(Money.yuan(dice.lognormal(9_000, .8)), 1_000);
    Account from = Today.affordFromBank(person, amount);
    if (from == null) {
      return;
    }
    long at = today.office();
    today.desk().bank.shopOnline(at, from, broker, amount);
    long later = at + dice.between(2 * Almanac.DAY, 9 * Almanac.DAY);
    today.desk().bank.transfer(later, broker, from, Money.share(amount, dice.between(.5, 1.1)));
  }

  /** One lender, and the money goes to a shop or a supplier. */
  private void borrowForTheShop(Person person, Today today) {
    Dice dice = today.dice();
    Account lender = dice.pick(today.city().market.lenders);
    long amount = Money.round(Money.yuan(dice.lognormal(12_000, .6)), 1_000);
    long at = today.office();
    today.desk().bank.loan(at, lender, person.main, amount);
    long later = at + dice.between(20 * Almanac.MINUTE, 30 * Almanac.HOUR);
    Account seller =
        dice.chance(.6)
            ? today.city().market.shop("5732", dice)
            : today.city().market.outsideCompany(dice);
    today
        .desk()
        .bank
        .transfer(later, person.main, seller, Money.share(amount, dice.between(.4, .98)));
  }

  private void decorator(Person person, Today today) {
    Dice dice = today.dice();
    long amount = Money.round(Money.yuan(dice.lognormal(18_000, .5)), 1_000);
    Account from = Today.affordFromBank(person, amount);
    if (from != null) {
      Account craftsman = today.city().market.outsider(dice);
      today.desk().bank.transfer(today.waking(), from, craftsman, amount);
    }
  }

  private void depositBroken(Person person, Today today) {
    long amount = Money.round(Money.yuan(today.dice().lognormal(30_000, .6)), 10_000);
    today.desk().bank.redeem(today.office(), person.main, amount);
  }

  private void gold(Person person, Today today) {
    Dice dice = today.dice();
    long amount = Money.yuan(dice.lognormal(9_000, .6));
    Account from = Today.affordFromBank(person, amount);
    if (from != null) {
      Account jeweller = today.city().market.shop(Market.JEWELLER, dice);
      today.desk().bank.shop(today.waking(), from, jeweller, amount);
    } else if (person.main.available > Money.yuan(25_000)) {
      today.desk().bank.cashOut(today.office(), person.main, Money.yuan(20_000), Channel.COUNTER);
    }
  }
}
