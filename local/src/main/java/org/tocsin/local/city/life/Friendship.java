package org.tocsin.local.city.life;

import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/**
 * Small money between people: red packets, dinners split, money lent and given back, group buying
 * where a little more comes back, things sold second-hand.
 */
final class Friendship implements Habit {
  private static final long[] RED_PACKETS = {
    520, 666, 888, 1_000, 1_000, 1_314, 2_000, 2_000, 5_000, 5_000, 6_600, 8_888, 10_000, 20_000
  };

  @Override
  public void live(Person person, Today today) {
    Dice dice = today.dice();
    if (person.friends.isEmpty()) {
      return;
    }
    if (dice.chance(today.dayOff() ? .16 : .08)) {
      give(person, dice.pick(person.friends), redPacket(dice), today);
    }
    if (dice.chance(.05)) {
      splitDinner(person, today);
    }
    if (dice.chance(.008)) {
      advanceAndReturn(person, today);
    }
    if (dice.chance(.004)) {
      groupBuying(person, today);
    }
    if (dice.chance(.02)) {
      secondHand(person, today);
    }
    if (person.adult() && dice.chance(.012)) {
      give(
          person,
          dice.pick(person.friends),
          Money.round(Money.yuan(dice.lognormal(900, .9)), 100),
          today);
    }
  }

  /** Lucky and round amounts. */
  private static long redPacket(Dice dice) {
    return RED_PACKETS[dice.between(0, RED_PACKETS.length - 1)];
  }

  private static Payment give(Person person, Person friend, long amount, Today today) {
    return give(person, friend, amount, today.waking(), today);
  }

  private static Payment give(Person person, Person friend, long amount, long at, Today today) {
    Account from = Today.afford(person, amount);
    return from == null || person == friend
        ? null
        : today.desk().bank.transfer(at, from, friend.purse(), amount);
  }

  private void splitDinner(Person host, Today today) {
    Dice dice = today.dice();
    long share = Money.yuan(dice.lognormal(65, .4));
    int guests = dice.between(1, Math.min(5, host.friends.size()));
    Account purse = Today.afford(host, share * (guests + 1));
    if (purse == null) {
      return;
    }
    long at = Almanac.midnight(today.date()) + dice.between(18 * Almanac.HOUR, 22 * Almanac.HOUR);
    Account restaurant = today.city().market.shop("5812", dice);
    today.desk().bank.shop(at, purse, restaurant, share * (guests + 1));
    for (int i = 0; i < guests; i++) {
      long paysAt = at + dice.between(Almanac.MINUTE, 90 * Almanac.MINUTE);
      give(host.friends.get(i), host, share, paysAt, today);
    }
  }

  /** Laid out for an office or an insurance, which pays back to the fen. */
  private void advanceAndReturn(Person person, Today today) {
    Dice dice = today.dice();
    long amount = Money.yuan(dice.lognormal(180, .7));
    Payment paid = give(person, dice.pick(person.friends), amount, today);
    if (paid != null) {
      Account payer = today.city().market.outsideCompany(dice);
      long at = paid.settledAt() + dice.between(Almanac.HOUR, 20 * Almanac.HOUR);
      today.desk().bank.transfer(at, payer, person.purse(), amount);
    }
  }

  /**
   * The organiser gives back what was left over, or for a third a cashback on top; mostly from the
   * account that was paid.
   */
  private void groupBuying(Person person, Today today) {
    Dice dice = today.dice();
    long amount = Money.yuan(dice.between(20, 300));
    Account from = Today.afford(person, amount);
    if (from == null) {
      return;
    }
    Account organiser = today.city().market.outsider(dice);
    Payment paid = today.desk().bank.transfer(today.waking(), from, organiser, amount);
    double share = dice.chance(.35) ? dice.between(1.01, 1.08) : dice.between(.1, .9);
    Account treasurer = dice.chance(.75) ? organiser : today.city().market.outsider(dice);
    long at = paid.settledAt() + dice.between(Almanac.HOUR, 40 * Almanac.HOUR);
    today.desk().bank.transfer(at, treasurer, from, Money.share(amount, share));
  }

  private void secondHand(Person person, Today today) {
    Dice dice = today.dice();
    Person other = dice.pick(today.city().persons);
    long price = Money.round(Money.yuan(dice.lognormal(110, .8)), 5);
    Payment sold = give(other, person, price, today);
    if (sold != null && dice.chance(.07)) {
      long at = sold.settledAt() + dice.between(5 * Almanac.HOUR, 3 * Almanac.DAY);
      give(person, other, price, at, today);
    }
  }
}
