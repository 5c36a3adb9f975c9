package org.tocsin.local.city.life;

import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Person.Role;

/** A stall: many small payments to a private code, and the takings swept to one's card at night. */
final class Stall implements Habit {

  @Override
  public void live(Person person, Today today) {
    Dice dice = today.dice();
    if (person.role != Role.STALL_HOLDER || dice.chance(.1)) {
      return;
    }
    Account till = person.purse();
    long taken = 0;
    for (int i = dice.poisson(14); i > 0; i--) {
      Person customer = dice.pick(today.city().persons);
      long price = Money.yuan(dice.lognormal(16, .7));
      Account purse = Today.afford(customer, price);
      if (purse != null && customer != person) {
        today.desk().bank.transfer(today.waking(), purse, till, price);
        taken += price;
      }
    }
    if (till != person.main && taken > 0) {
      long at =
          Almanac.midnight(today.date()) + dice.between(23 * Almanac.HOUR, 24 * Almanac.HOUR - 1);
      long swept = Math.min(till.available, Money.share(taken, dice.between(.95, 1.0)));
      if (swept > 0) {
        today.desk().bank.transfer(at, till, person.main, swept);
      }
    }
  }
}
