package org.tocsin.local.city.world;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Holder;

/** Where money goes that no person of the city receives: shops, platforms, utilities, outsiders. */
public final class Market {
  public static final String JEWELLER = "5944";
  public static final String GAMES = "5816";
  public static final String CHARITY = "8398";
  public static final String SECURITIES = "6211";
  public static final String REAL_ESTATE = "6513";
  public static final String HOSPITAL = "8062";

  /** ISO 18245 category and how often somebody of the city pays there. */
  private static final String[] CATEGORIES = {
    "5411",
    "5812",
    "5814",
    "5499",
    "4111",
    "5912",
    "5541",
    "5311",
    "5651",
    "5732",
    "7832",
    HOSPITAL,
    "4814",
    "4900",
    JEWELLER,
    GAMES,
    CHARITY,
    SECURITIES,
    REAL_ESTATE
  };

  private static final double[] FREQUENCY = {
    28, 20, 17, 9, 8, 3, 3, 3, 2.5, 1, 1, .5, 1.2, 1.2, .12, .8, .1, .2, .04
  };

  private final Tokens tokens;
  private final List<List<Account>> shops = new ArrayList<>();
  public final List<Account> platforms = new ArrayList<>();
  public final List<Account> lenders = new ArrayList<>();
  public final List<Account> exchanges = new ArrayList<>();

  Market(Tokens tokens, Dice dice, int size, long startsAt) {
    this.tokens = tokens;
    int number = 0;
    for (int category = 0; category < CATEGORIES.length; category++) {
      int count = Math.max(6, (int) (size * FREQUENCY[category] / 2_500));
      List<Account> ofCategory = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        ofCategory.add(merchant(number++, CATEGORIES[category], dice, startsAt));
      }
      shops.add(ofCategory);
    }
    for (int i = 0; i < 6; i++) {
      platforms.add(merchant(number++, "5399", dice, startsAt));
    }
    for (Bank lender : Institutions.LENDERS) {
      String token = tokens.account((1L << 37) + number++);
      lenders.add(new Account(token, lender, Holder.COMPANY, null, null, startsAt));
    }
    for (int i = 0; i < 3; i++) {
      String token = tokens.account((1L << 37) + number++);
      exchanges.add(
          new Account(token, dice.pick(Institutions.BANKS), Holder.EXCHANGE, null, null, startsAt));
    }
  }

  /** A shop of daily life; its category as often as people go there. */
  public Account shop(Dice dice) {
    return dice.pick(shops.get(dice.weighted(FREQUENCY)));
  }

  public Account shop(String category, Dice dice) {
    return dice.pick(shops.get(List.of(CATEGORIES).indexOf(category)));
  }

  /** A private person's account of another city; each call is somebody else. */
  public Account outsider(Dice dice) {
    return new Account(
        tokens.account(tokens.stranger()),
        dice.pick(Institutions.BANKS),
        Holder.PERSON,
        null,
        null,
        0);
  }

  /** A company of another city. */
  public Account outsideCompany(Dice dice) {
    return new Account(
        tokens.account(tokens.stranger()),
        dice.pick(Institutions.BANKS),
        Holder.COMPANY,
        null,
        null,
        0);
  }

  private Account merchant(int number, String category, Dice dice, long startsAt) {
    return new Account(
        tokens.account((1L << 37) + number),
        dice.pick(Institutions.BANKS),
        Holder.MERCHANT,
        null,
        category,
        startsAt);
  }
}
