package org.tocsin.local.city.story;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Institutions;
import org.tocsin.local.city.world.Market;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/** The other ways in which a borrowed account passes money on (mules.md, B1, B3–B14). */
final class BorrowedAccounts {
  private static final long MINUTE = Almanac.MINUTE;

  private BorrowedAccounts() {}

  /** B1: opened, tried with small change, then used. */
  static void openTestBurst(Scene scene) {
    Account mule = newAccount(scene);
    Trail trail = scene.mule("B1", mule);
    long at = scene.after(mule.openedAt, 3 * Almanac.HOUR, 48 * Almanac.HOUR);
    for (int i = scene.dice.between(1, 3); i > 0; i--) {
      long small = Money.yuan(scene.dice.between(1, 90));
      trail.of(scene.bank.transfer(at, outsider(scene), mule, small));
      at = scene.after(at, 2 * MINUTE, 40 * MINUTE);
      trail.of(scene.bank.transfer(at, mule, outsider(scene), Math.min(small, mule.available)));
      at = scene.after(at, 10 * MINUTE, 5 * Almanac.HOUR);
    }
    at = scene.after(at, Almanac.HOUR, 30 * Almanac.HOUR);
    for (int i = scene.dice.between(1, 3); i > 0; i--) {
      at = scene.after(scene.underworld.cycle(trail, mule, at), 15 * MINUTE, 2 * Almanac.HOUR);
    }
  }

  /** B3: many pay in, one or two are paid. */
  static void manyInOneOut(Scene scene) {
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("B3", mule);
    int payers = scene.dice.between(5, 10);
    long at = scene.after(scene.start, 5 * MINUTE, 20 * MINUTE);
    for (int i = 0; i < payers; i++) {
      long amount = Money.yuan(scene.dice.lognormal(2_600, .5));
      at = trail.of(scene.bank.transfer(at, outsider(scene), mule, amount)).settledAt();
      at = scene.after(at, MINUTE, 10 * MINUTE);
    }
    int payees = scene.dice.between(1, 2);
    for (int i = payees; i > 0; i--) {
      long amount = Money.share(mule.available / i, .985);
      at = trail.loss(scene.bank.transfer(at, mule, outsider(scene), amount)).settledAt();
      at = scene.after(at, 20_000, 6 * MINUTE);
    }
  }

  /** B4: one pays in, five and more are paid. */
  static void oneInManyOut(Scene scene) {
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("B4", mule);
    long in = Money.yuan(50_000) + Money.yuan(scene.dice.lognormal(40_000, .7));
    long at = scene.after(scene.start, 5 * MINUTE, 30 * MINUTE);
    at = trail.of(scene.bank.transfer(at, outsider(scene), mule, in)).settledAt();
    int payees = (int) Math.max(scene.dice.between(5, 9), in / Money.yuan(45_000) + 2);
    long each = Money.share(mule.available, .985) / payees;
    for (int i = 0; i < payees; i++) {
      at = scene.after(at, 20_000, 22 * MINUTE / payees);
      at = trail.loss(scene.bank.transfer(at, mule, outsider(scene), each)).settledAt();
    }
  }

  /** B5: a card nobody used for half a year is given away, tried perhaps, and used. */
  static void dormantWakes(Scene scene) {
    Person owner = scene.somebody(scene.city.sleepers::hasCard);
    Account mule = scene.city.sleepers.takeCard(owner);
    Trail trail = scene.mule("B5", mule);
    long at = scene.after(scene.start, 5 * MINUTE, 30 * MINUTE);
    if (scene.dice.chance(.4)) {
      trail.of(scene.bank.transfer(at, outsider(scene), mule, Money.yuan(1)));
      at = scene.after(at, 3 * MINUTE, 2 * Almanac.HOUR);
    }
    for (int i = scene.dice.between(1, 3); i > 0; i--) {
      at = scene.after(scene.underworld.cycle(trail, mule, at), 10 * MINUTE, 90 * MINUTE);
    }
  }

  /** B7: drawn as cash at one machine after the other. */
  static void cashOut(Scene scene) {
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("B7", mule);
    long in = Money.yuan(scene.dice.between(8_000.0, 20_000.0));
    long at = scene.after(scene.start, 5 * MINUTE, 30 * MINUTE);
    at = trail.of(scene.bank.transfer(at, outsider(scene), mule, in)).settledAt();
    int draws = scene.dice.between(2, 4);
    long each = Money.round(mule.available / draws, 100);
    for (int i = 0; i < draws; i++) {
      at = scene.after(at, 90_000, 7 * MINUTE);
      trail.loss(scene.bank.cashOut(at, mule, each, Channel.ATM));
    }
  }

  /** B8: turned into gold, shop after shop. */
  static void goldRun(Scene scene) {
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("B8", mule);
    long in = Money.yuan(scene.dice.between(45_000.0, 150_000.0));
    long at = scene.after(scene.start, 5 * MINUTE, 30 * MINUTE);
    at = trail.of(scene.bank.transfer(at, outsider(scene), mule, in)).settledAt();
    int shops = scene.dice.between(2, 4);
    long each = Money.share(mule.available, .97) / shops;
    Account last = null;
    for (int i = 0; i < shops; i++) {
      Account jeweller = scene.city.market.shop(Market.JEWELLER, scene.dice);
      while (jeweller == last) {
        jeweller = scene.city.market.shop(Market.JEWELLER, scene.dice);
      }
      last = jeweller;
      at = scene.after(at, 25 * MINUTE, 80 * MINUTE);
      trail.loss(scene.bank.shop(at, mule, jeweller, each));
    }
  }

  /** B9: collected from strangers and turned into coins, twice and more a day. */
  static void overTheCounter(Scene scene) {
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("B9", mule);
    Account exchange = scene.dice.pick(scene.city.market.exchanges);
    long at = scene.after(scene.start, 5 * MINUTE, 30 * MINUTE);
    for (int cycle = scene.dice.between(2, 3); cycle > 0; cycle--) {
      for (int i = scene.dice.between(3, 5); i > 0; i--) {
        long amount = Money.round(Money.yuan(scene.dice.lognormal(5_000, .5)), 100);
        at = trail.of(scene.bank.transfer(at, outsider(scene), mule, amount)).settledAt();
        at = scene.after(at, MINUTE, 8 * MINUTE);
      }
      long round = Money.round(mule.available, 1_000);
      at = scene.after(at, MINUTE, 15 * MINUTE);
      at = trail.loss(scene.bank.transfer(at, mule, exchange, round)).settledAt();
      at = scene.after(at, Almanac.HOUR, 4 * Almanac.HOUR);
    }
  }

  /** B10: a small gift or a bill first, so that it looks like a living account. */
  static void evasion(Scene scene) {
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("B10", mule);
    long at = scene.after(scene.start, 5 * MINUTE, 30 * MINUTE);
    long in = Money.yuan(5_000) + Money.yuan(scene.dice.lognormal(12_000, .6));
    at = trail.of(scene.bank.transfer(at, outsider(scene), mule, in)).settledAt();
    for (int i = scene.dice.between(1, 3); i > 0; i--) {
      at = scene.after(at, MINUTE, 8 * MINUTE);
      String kind = scene.dice.chance(.6) ? Market.CHARITY : Market.SECURITIES;
      Account shop = scene.city.market.shop(kind, scene.dice);
      trail.of(scene.bank.shopOnline(at, mule, shop, Money.yuan(scene.dice.between(1, 99))));
    }
    int parts = scene.dice.between(1, 2);
    long each = Money.share(mule.available, .985) / parts;
    for (int i = 0; i < parts; i++) {
      at = scene.after(at, 2 * MINUTE, 10 * MINUTE);
      at = trail.loss(scene.bank.transfer(at, mule, outsider(scene), each)).settledAt();
    }
  }

  /** B12: the contact of an old account is changed, and then it runs. */
  static void contactChanged(Scene scene) {
    Account mule = scene.underworld.borrowedAccount();
    Trail trail = scene.mule("B12", mule);
    String phone = scene.city.tokens.phone(scene.city.tokens.stranger());
    long at = scene.after(scene.start, 10 * MINUTE, 60 * MINUTE);
    trail.of(
        scene.desk.counter.bank(
            at, Step.CONTACT_CHANGED, mule.owner, mule, mule.bank, r -> r.contactPhone(phone)));
    at = scene.after(at, Almanac.HOUR, 50 * Almanac.HOUR);
    for (int i = scene.dice.between(2, 4); i > 0; i--) {
      at = scene.after(scene.underworld.cycle(trail, mule, at), 5 * MINUTE, 90 * MINUTE);
    }
  }

  /** B13: young accounts try each other out with small change. */
  static void coupling(Scene scene) {
    Account one = newAccount(scene);
    Account two = newAccount(scene);
    Trail trail = scene.mule("B13", one);
    long at = scene.after(Math.max(one.openedAt, two.openedAt), Almanac.HOUR, 20 * Almanac.HOUR);
    scene.bank.cashIn(at, one, Money.yuan(100));
    for (int i = scene.dice.between(4, 7); i > 0; i--) {
      at = scene.after(at, 5 * MINUTE, 90 * MINUTE);
      boolean back = i % 2 == 0 && two.available >= 1_000;
      long small = back ? two.available / 2 : Money.yuan(scene.dice.between(2, 10));
      trail.of(scene.bank.transfer(at, back ? two : one, back ? one : two, Math.min(small, 1_000)));
    }
  }

  /** B14: round through three accounts and back to where it started. */
  static void cycle(Scene scene) {
    List<Account> ring = new ArrayList<>();
    for (int i = scene.dice.between(4, 5); i > 0; i--) {
      ring.add(scene.underworld.borrowedAccount());
    }
    Account first = ring.get(0);
    Trail trail = scene.mule("B14", first);
    long amount = Money.yuan(scene.dice.between(8_000.0, 30_000.0));
    long at = scene.after(scene.start, 5 * MINUTE, 30 * MINUTE);
    trail.of(scene.bank.transfer(at, outsider(scene), first, amount));
    ring.add(first);
    for (int i = 0; i + 1 < ring.size(); i++) {
      at = scene.after(at, 20 * MINUTE, 3 * Almanac.HOUR);
      Account from = ring.get(i);
      Payment hop =
          scene.bank.transfer(at, from, ring.get(i + 1), Math.min(amount, from.available));
      trail.loss(hop);
      at = hop.settledAt();
      amount = Money.share(amount, scene.dice.between(.96, 1.0));
    }
  }

  private static Account newAccount(Scene scene) {
    Person person = scene.somebody(Person::adult);
    long applied = scene.after(scene.start, 0, 90 * MINUTE);
    long opened = scene.after(applied, 10 * MINUTE, 30 * MINUTE);
    Account account = scene.city.newAccount(person, scene.dice.pick(Institutions.BANKS), opened, 0);
    scene.desk.counter.bank(applied, Step.APPLIED, person, null, account.bank, r -> r);
    scene.desk.counter.bank(opened, Step.OPENED, person, account);
    return account;
  }

  private static Account outsider(Scene scene) {
    return scene.city.market.outsider(scene.dice);
  }
}
