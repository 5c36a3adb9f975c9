package org.tocsin.local.city.life;

import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Market;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/** Groceries, meals, rides, and what is ordered online and now and then sent back. */
final class Shopping implements Habit {
  private static final double REFUNDED = .05;

  @Override
  public void live(Person person, Today today) {
    Dice dice = today.dice();
    double often = often(person) * (today.dayOff() ? 1.25 : .92);
    for (int i = dice.poisson(often); i > 0; i--) {
      atTheTill(person, today);
    }
    if (person.adult() && dice.chance(.22)) {
      online(person, today);
    }
  }

  private static double often(Person person) {
    return switch (person.role) {
      case MINOR -> .7;
      case RETIRED -> 1.6;
      case STUDENT -> 2.7;
      default -> 2.5;
    };
  }

  private void atTheTill(Person person, Today today) {
    Dice dice = today.dice();
    Account shop = today.city().market.shop(dice);
    if (Market.SECURITIES.equals(shop.category) || Market.REAL_ESTATE.equals(shop.category)) {
      return;
    }
    boolean dear = Market.JEWELLER.equals(shop.category);
    long amount = Money.yuan(dear ? dice.lognormal(1_800, .8) : dice.lognormal(21, .9));
    Account purse = Today.afford(person, amount);
    if (purse != null) {
      today.desk().bank.shop(today.waking(), purse, shop, amount);
    }
  }

  private void online(Person person, Today today) {
    Dice dice = today.dice();
    Account platform = dice.pick(today.city().market.platforms);
    long amount = Money.yuan(dice.lognormal(75, 1));
    Account purse = Today.afford(person, amount);
    if (purse == null) {
      return;
    }
    Payment order = today.desk().bank.shopOnline(today.waking(), purse, platform, amount);
    if (dice.chance(REFUNDED)) {
      long later = dice.between(6 * Almanac.HOUR, 6 * Almanac.DAY);
      long back = dice.chance(.8) ? amount : Money.share(amount, dice.between(.3, .9));
      today.desk().bank.refund(order.settledAt() + later, platform, purse, back);
    }
  }
}
