package org.tocsin.local.city.story;

import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/** Where the money goes: borrowed accounts of the city, and accounts of other cities. */
public final class Underworld {
  private static final double PAID_TO_CITY_MULE = .35;
  private static final long WORTH_A_MULE = Money.yuan(6_000);
  private static final long POCKET = Money.yuan(40);

  private final Scene scene;

  Underworld(Scene scene) {
    this.scene = scene;
  }

  /**
   * Somebody's account, handed over. Most are spare accounts that were there for years; the owner
   * takes out what is on it first.
   */
  public Account borrowedAccount() {
    Person owner = scene.somebody(p -> p.adult() && p.accounts.size() > 1);
    Account account = owner.accounts.get(owner.accounts.size() - 1);
    if (account == owner.main) {
      owner.main = owner.accounts.get(0);
    }
    if (account.available > POCKET) {
      scene.bank.transfer(scene.start, account, owner.main, account.available);
    }
    return account;
  }

  /** The victim pays somebody who was never paid before; the loss is on the victim's trail. */
  public Payment defraud(Trail victim, long at, Account from, long amount) {
    boolean inCity = amount >= WORTH_A_MULE && scene.dice.chance(PAID_TO_CITY_MULE);
    if (!inCity) {
      Account payee = scene.city.market.outsider(scene.dice);
      return victim.loss(scene.bank.transfer(at, from, payee, amount));
    }
    Account mule = borrowedAccount();
    Trail trail = scene.mule("B2", mule);
    long then = at;
    for (int i = scene.dice.between(0, 2); i > 0; i--) {
      then = Math.max(scene.start, then - scene.dice.between(15, 90) * Almanac.MINUTE);
    }
    int before = then < at - 15 * Almanac.MINUTE ? 1 : 0;
    if (before == 1) {
      cycle(trail, mule, then);
    }
    Payment paid = victim.loss(scene.bank.transfer(at, from, mule, amount));
    trail.of(paid);
    long last = passOn(trail, mule, paid);
    for (int i = scene.dice.between(1 - before, 2); i > 0; i--) {
      last = cycle(trail, mule, scene.after(last, 3 * Almanac.MINUTE, 150 * Almanac.MINUTE));
    }
    return paid;
  }

  /** Money from a victim elsewhere comes in and goes out; returns when the last of it went. */
  public long cycle(Trail trail, Account mule, long at) {
    long amount = Money.yuan(scene.dice.lognormal(14_000, .6)) + Money.yuan(5_000);
    Account payer = scene.city.market.outsider(scene.dice);
    Payment in = scene.bank.transfer(at, payer, mule, amount);
    trail.of(in);
    return passOn(trail, mule, in);
  }

  /** All but some pocket money goes on within minutes, in one to four parts. */
  public long passOn(Trail trail, Account mule, Payment in) {
    long left = mule.available - scene.dice.between(0, POCKET);
    left = Math.min(left, Money.share(in.amountMinor(), 1.04));
    int parts = scene.dice.between(1, 4);
    long at = scene.after(in.settledAt(), 15_000, 120_000);
    long settled = at;
    for (int part = parts; part > 0; part--) {
      long amount = part == 1 ? left : Money.share(left, scene.dice.between(.25, .6));
      left -= amount;
      settled = leave(trail, mule, at, amount).settledAt();
      at = scene.after(settled, 8_000, 50_000);
    }
    return settled;
  }

  private Payment leave(Trail trail, Account mule, long at, long amount) {
    double way = scene.dice.between(0.0, 1.0);
    if (way < .1 && amount <= Money.yuan(20_000)) {
      return trail.loss(scene.bank.cashOut(at, mule, amount, Channel.ATM));
    }
    Account to =
        way < .16
            ? scene.dice.pick(scene.city.market.exchanges)
            : scene.city.market.outsider(scene.dice);
    return trail.loss(scene.bank.transfer(at, mule, to, amount));
  }
}
