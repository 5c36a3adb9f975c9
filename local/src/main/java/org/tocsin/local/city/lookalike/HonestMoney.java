package org.tocsin.local.city.lookalike;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.story.Cast;
import org.tocsin.local.city.story.Scene;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Company;
import org.tocsin.local.city.world.Market;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;

/** Money that moves like a victim's, for good reasons. */
final class HonestMoney {
  private static final long MINUTE = Almanac.MINUTE;
  private static final long HOUR = Almanac.HOUR;

  private HonestMoney() {}

  /** The lender's clerk calls, one loan comes, and a supplier is paid. */
  static void realBorrower(Scene scene) {
    Person person = scene.somebody(p -> p.adult() && p.documented && p.income > 0);
    Trail trail = scene.victim("V2", person);
    int seconds = scene.dice.between(320, 1_200);
    long ended =
        trail
            .of(
                scene.phones.connect(
                    scene.start, scene.stranger(Origin.DOMESTIC), person.sim(), seconds))
            .endedAt();
    long at = scene.after(ended, 30 * MINUTE, 3 * HOUR);
    long amount = Money.round(Money.yuan(scene.dice.lognormal(20_000, .5)), 1_000);
    Account lender = scene.dice.pick(scene.city.market.lenders);
    trail.of(scene.bank.loan(at, lender, person.main, amount));
    at = scene.after(at, 15 * MINUTE, 20 * HOUR);
    Account seller =
        scene.dice.chance(.5)
            ? scene.city.market.shop("5732", scene.dice)
            : scene.city.market.outsideCompany(scene.dice);
    trail.of(scene.bank.transfer(at, person.main, seller, Money.share(amount, .9)));
  }

  /** Two new loans repay two old lenders. */
  static void consolidation(Scene scene) {
    Person person = scene.somebody(p -> p.adult() && p.documented && p.income > 0);
    Trail trail = scene.victim("V2", person);
    long at = scene.start;
    long owed = 0;
    for (int i = 0; i < 2; i++) {
      long amount = Money.round(Money.yuan(scene.dice.lognormal(15_000, .5)), 1_000);
      trail.of(scene.bank.loan(at, scene.city.market.lenders.get(i), person.main, amount));
      owed += amount;
      at = scene.after(at, 20 * MINUTE, 2 * HOUR);
    }
    for (int i = 2; i < 4; i++) {
      Account old = scene.city.market.lenders.get(i);
      trail.of(scene.bank.transfer(at, person.main, old, Money.share(owed, .45)));
      at = scene.after(at, 5 * MINUTE, 30 * MINUTE);
    }
  }

  /** A little more comes back than was paid, once, and what follows is a shop. */
  static void groupBuying(Scene scene) {
    Person person = scene.withMoney(Money.yuan(6_000));
    Trail trail = scene.victim("V3", person);
    Account own = Cast.richest(person);
    long paid = Money.yuan(scene.dice.between(60, 400));
    Account organiser = scene.city.market.outsider(scene.dice);
    trail.of(scene.bank.transfer(scene.start, own, organiser, paid));
    long at = scene.after(scene.start, 2 * HOUR, 20 * HOUR);
    Account treasurer = scene.city.market.outsider(scene.dice);
    long back = Money.share(paid, scene.dice.between(1.02, 1.1));
    trail.of(scene.bank.transfer(at, treasurer, own, back));
    at = scene.after(at, HOUR, 20 * HOUR);
    Account platform = scene.dice.pick(scene.city.market.platforms);
    trail.of(scene.bank.shopOnline(at, own, platform, Money.yuan(scene.dice.between(900, 3_000))));
  }

  /** Laid out for the office and paid back to the fen; then rent and deposit to a landlord. */
  static void reimbursed(Scene scene) {
    Person person = scene.withMoney(Money.yuan(15_000));
    Trail trail = scene.victim("V3", person);
    Account own = Cast.richest(person);
    long paid = Money.yuan(scene.dice.between(80, 480));
    trail.of(scene.bank.transfer(scene.start, own, scene.city.market.outsider(scene.dice), paid));
    long at = scene.after(scene.start, 2 * HOUR, 20 * HOUR);
    trail.of(scene.bank.transfer(at, scene.city.market.outsideCompany(scene.dice), own, paid));
    at = scene.after(at, 2 * HOUR, 24 * HOUR);
    Account landlord = scene.city.market.outsider(scene.dice);
    long rent = Money.round(Money.yuan(scene.dice.between(1_500.0, 3_000.0)), 100);
    trail.of(scene.bank.transfer(at, own, landlord, rent));
    trail.of(scene.bank.transfer(scene.after(at, MINUTE, 9 * MINUTE), own, landlord, rent * 2));
  }

  /** Shares bought, sold with a gain, bought again for more, from a deposit that was due. */
  static void brokerage(Scene scene) {
    Person person = scene.withMoney(Money.yuan(12_000));
    Trail trail = scene.victim("V4", person);
    Account own = Cast.richest(person);
    Account broker = scene.city.market.shop(Market.SECURITIES, scene.dice);
    long first = Money.yuan(scene.dice.between(20, 50) * 100.0);
    trail.of(scene.bank.shopOnline(scene.start, own, broker, first));
    long at = scene.after(scene.start, 24 * HOUR, 60 * HOUR);
    long gain = Money.share(first, scene.dice.between(1.01, 1.2));
    trail.of(scene.bank.transfer(at, broker, own, gain));
    trail.of(scene.bank.redeem(at + 2 * HOUR, own, Money.yuan(30_000)));
    for (int i = 1; i <= 3; i++) {
      at = scene.after(at, 3 * HOUR, 30 * HOUR);
      trail.of(scene.bank.shopOnline(at, own, broker, Money.yuan(6_000) * i));
    }
  }

  /** A flat: deposit broken, a loan, and the developer's registered account is paid. */
  static void house(Scene scene) {
    Person person = scene.withMoney(Money.yuan(20_000));
    Trail trail = scene.victim("V4", person);
    Account own = Cast.richest(person);
    trail.of(scene.bank.redeem(scene.start, own, Money.yuan(200_000)));
    long at = scene.after(scene.start, HOUR, 5 * HOUR);
    Account lender = scene.dice.pick(scene.city.market.lenders);
    trail.of(scene.bank.loan(at, lender, own, Money.yuan(100_000)));
    Account developer = scene.city.market.shop(Market.REAL_ESTATE, scene.dice);
    at = scene.after(at, HOUR, 20 * HOUR);
    trail.of(scene.bank.transfer(at, own, developer, Money.yuan(50_000), Channel.COUNTER));
    at = scene.after(at, HOUR, 20 * HOUR);
    trail.of(scene.bank.transfer(at, own, developer, Money.yuan(240_000), Channel.COUNTER));
  }

  /** The landlord calls; a holding deposit first, the rest on the same account next morning. */
  static void rentAndDeposit(Scene scene) {
    Person person = scene.withMoney(Money.yuan(12_000));
    Trail trail = scene.victim("V5", person);
    Account own = Cast.richest(person);
    int seconds = scene.dice.between(70, 300);
    long ended =
        trail
            .of(
                scene.phones.connect(
                    scene.start, scene.stranger(Origin.LOCAL), person.sim(), seconds))
            .endedAt();
    Account landlord = scene.city.market.outsider(scene.dice);
    long at = scene.after(ended, HOUR, 5 * HOUR);
    trail.of(scene.bank.transfer(at, own, landlord, Money.yuan(500)));
    at = scene.after(at, 3 * HOUR, 16 * HOUR);
    long rent = Money.round(Money.yuan(scene.dice.between(1_200.0, 2_400.0)), 100);
    trail.of(scene.bank.transfer(at, own, landlord, rent * 3));
  }

  /** A company orders from somebody new, with a part of its money. */
  static void newSupplier(Scene scene) {
    Company company = scene.dice.pick(scene.city.companies);
    if (company.account.available < Money.yuan(500_000)) {
      return;
    }
    Trail trail =
        scene.trail(
            Lane.VICTIM, "V6", SubjectKind.ACCOUNT, company.account.token, company.treasurer.token);
    Account supplier = scene.city.market.outsideCompany(scene.dice);
    long amount = Money.share(company.account.available, scene.dice.between(.2, .4));
    trail.of(scene.bank.transfer(scene.start, company.account, supplier, amount, Channel.ONLINE));
  }

  /** Top-ups in a game, one after the other, all at the registered merchant. */
  static void gameTopUps(Scene scene) {
    Person person = scene.somebody(p -> p.adult() && p.main.available > Money.yuan(2_500));
    Trail trail = scene.victim("V7", person);
    Account game = scene.city.market.shop(Market.GAMES, scene.dice);
    long at = scene.start;
    long amount = Money.yuan(30);
    for (int i = scene.dice.between(4, 6); i > 0; i--) {
      trail.of(scene.bank.shopOnline(at, person.main, game, amount));
      amount = Money.share(amount, 1.6);
      at = scene.after(at, 4 * MINUTE, 20 * MINUTE);
    }
  }

  /** A wedding: rings and bracelets, and red envelopes in cash. */
  static void wedding(Scene scene) {
    Person person = scene.withMoney(Money.yuan(70_000));
    Trail trail = scene.victim("V9", person);
    Account own = Cast.richest(person);
    long at = scene.start;
    for (int i = 0; i < 2; i++) {
      Account jeweller = scene.city.market.shop(Market.JEWELLER, scene.dice);
      long price = Money.yuan(scene.dice.between(10_500.0, 20_000.0));
      trail.of(scene.bank.shop(at, own, jeweller, price));
      at = scene.after(at, 2 * HOUR, 40 * HOUR);
    }
    trail.of(scene.bank.cashOut(at, own, Money.yuan(20_000), Channel.COUNTER));
  }

  /** Wages come in and go to the one who keeps the house, within minutes. Once a month. */
  static void wagesToSpouse(Scene scene) {
    Person person =
        scene.somebody(p -> p.adult() && !p.family.isEmpty() && p.income > Money.yuan(5_200));
    Account own = person.accounts.get(person.accounts.size() - 1);
    Trail trail = scene.mule("B2", own);
    Account employer = scene.dice.pick(scene.city.companies).account;
    Payment wage = trail.of(scene.bank.transfer(scene.start, employer, own, person.income));
    long at = scene.after(wage.settledAt(), MINUTE, 8 * MINUTE);
    Account spouse = scene.dice.pick(person.family).main;
    trail.of(scene.bank.transfer(at, own, spouse, Money.share(person.income, .95)));
  }

  /** Takings of a market stall: thirty strangers pay, and in the evening all goes to the card. */
  static void sweep(Scene scene) {
    Person person = scene.somebody(p -> p.adult() && p.accounts.size() > 1);
    Account till = person.accounts.get(person.accounts.size() - 1);
    Trail trail = scene.mule("B3", till);
    long at = scene.start;
    long taken = 0;
    for (int i = scene.dice.between(20, 40); i > 0; i--) {
      long price = Money.yuan(scene.dice.lognormal(35, .6));
      taken += price;
      Account customer = scene.city.market.outsider(scene.dice);
      trail.of(scene.bank.transfer(at, customer, till, price));
      at = scene.after(at, 2 * MINUTE, 16 * MINUTE);
    }
    Account card = person.accounts.get(0);
    trail.of(scene.bank.transfer(scene.after(at, 5 * MINUTE, 40 * MINUTE), till, card, taken));
  }
}
