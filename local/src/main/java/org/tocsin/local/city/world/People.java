package org.tocsin.local.city.world;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening.Segment;
import org.tocsin.core.event.Holder;
import org.tocsin.local.city.world.Person.Role;

/** Makes persons with their accounts, wallets, SIMs and households. */
final class People {
  private static final double[] BANK_CUSTOMERS = {28, 22, 17, 14, 11, 8};
  private static final double[] CARRIER_CUSTOMERS = {45, 30, 25};
  private static final double[] ACCOUNTS = {30, 40, 20, 10};
  private static final double[] HOUSEHOLDS = {22, 28, 30, 14, 6};

  private final Tokens tokens;
  private final Dice dice;
  private final Ledger ledger;
  private final long startsAt;
  private final int year;
  private long accounts;

  People(Tokens tokens, Dice dice, Ledger ledger, long startsAt) {
    this.tokens = tokens;
    this.dice = dice;
    this.ledger = ledger;
    this.startsAt = startsAt;
    this.year = Almanac.date(startsAt).getYear();
  }

  void settle(List<Person> persons, int size) {
    while (persons.size() < size) {
      int members = Math.min(size - persons.size(), 1 + dice.weighted(HOUSEHOLDS));
      String region = dice.pick(Regions.DISTRICTS);
      List<Person> household = new ArrayList<>(members);
      for (int i = 0; i < members; i++) {
        Person person = somebody(persons.size(), region, i);
        equip(person);
        household.add(person);
        persons.add(person);
      }
      for (Person person : household) {
        household.stream().filter(other -> other != person).forEach(person.family::add);
      }
    }
  }

  Person newcomer(int index, Dice own, boolean fromElsewhere) {
    String region = own.pick(Regions.DISTRICTS);
    String home = fromElsewhere ? own.pick(Regions.ELSEWHERE) : region;
    int born = year - own.between(19, 55);
    Person person =
        new Person(index, tokens.person(index), Role.EMPLOYEE, born, Segment.OTHER, region, home);
    person.phone = PhoneHabits.ordinary(own);
    person.documented = true;
    person.income = Money.yuan(own.lognormal(5_500, .4));
    return person;
  }

  private Person somebody(int index, String region, int place) {
    Role role = role(place);
    int age =
        switch (role) {
          case MINOR -> dice.between(8, 17);
          case STUDENT -> dice.between(18, 23);
          case RETIRED -> dice.between(60, 88);
          default -> dice.between(22, 59);
        };
    Segment segment =
        switch (role) {
          case STUDENT, MINOR -> Segment.STUDENT;
          case RETIRED -> Segment.ELDERLY;
          case STALL_HOLDER -> dice.chance(.1) ? Segment.COMPANY_OWNER : Segment.OTHER;
          case EMPLOYEE -> dice.chance(.03) ? Segment.FINANCE_STAFF : Segment.OTHER;
          default -> Segment.OTHER;
        };
    String home = dice.chance(.18) ? dice.pick(Regions.ELSEWHERE) : region;
    return new Person(index, tokens.person(index), role, year - age, segment, region, home);
  }

  private Role role(int place) {
    if (place >= 2 && dice.chance(.55)) {
      return Role.MINOR;
    }
    double at = dice.between(0.0, 1.0);
    if (at < .0025) {
      return Role.COURIER;
    } else if (at < .005) {
      return Role.RIDER;
    } else if (at < .006) {
      return Role.CALL_AGENT;
    } else if (at < .03) {
      return Role.STALL_HOLDER;
    } else if (at < .11) {
      return Role.STUDENT;
    }
    return at < .29 ? Role.RETIRED : Role.EMPLOYEE;
  }

  private void equip(Person person) {
    person.documented = dice.chance(.88);
    person.income = income(person.role);
    person.phone = PhoneHabits.of(person.role, dice);
    int sims = person.adult() && dice.chance(.22) ? 2 : 1;
    for (int i = 0; i < sims; i++) {
      Carrier carrier = Institutions.CARRIERS.get(dice.weighted(CARRIER_CUSTOMERS));
      sim(person, carrier, person.index * 4L + i);
    }
    int banks = person.adult() ? 1 + dice.weighted(ACCOUNTS) : 1;
    int first = dice.weighted(BANK_CUSTOMERS);
    for (int i = 0; i < banks; i++) {
      Bank bank = Institutions.BANKS.get((first + i) % Institutions.BANKS.size());
      account(person, bank, openedLongAgo(person), balance(person, i));
    }
    if (dice.chance(person.adult() ? .9 : .5)) {
      wallet(person, Institutions.WALLETS.get(dice.chance(.6) ? 0 : 1));
    }
  }

  private long income(Role role) {
    return switch (role) {
      case MINOR -> 0;
      case STUDENT -> Money.yuan(dice.lognormal(1_800, .3));
      case RETIRED -> Money.yuan(dice.lognormal(3_400, .35));
      default -> Money.yuan(dice.lognormal(6_200, .5));
    };
  }

  private long balance(Person person, int place) {
    double median =
        switch (person.role) {
          case MINOR -> 400;
          case STUDENT -> 2_500;
          case RETIRED -> 30_000;
          default -> 14_000;
        };
    return Money.yuan(dice.lognormal(place == 0 ? median : median / 3, 1.1));
  }

  /** Mostly years ago; one in twenty in the last two months. */
  private long openedLongAgo(Person person) {
    if (dice.chance(.05)) {
      return startsAt - dice.between(2 * Almanac.DAY, 60 * Almanac.DAY);
    }
    int adultYears = Math.max(1, Math.min(14, year - person.birthYear - 15));
    long oldest = Math.round(adultYears * 365.0) * Almanac.DAY;
    return startsAt - dice.between(61 * Almanac.DAY, Math.max(62 * Almanac.DAY, oldest));
  }

  Account account(Person owner, Bank bank, long openedAt, long balance) {
    Account account = spareAccount(owner, bank, openedAt, balance);
    owner.accounts.add(account);
    if (owner.main == null) {
      owner.main = account;
    }
    return account;
  }

  /** One that daily life knows nothing of. */
  Account spareAccount(Person owner, Bank bank, long openedAt, long balance) {
    String token = tokens.account(accounts++);
    Account account = new Account(token, bank, Holder.PERSON, owner, null, openedAt).with(balance);
    ledger.open(account);
    return account;
  }

  private void wallet(Person owner, Bank bank) {
    String token = tokens.account(accounts++);
    Account wallet = new Account(token, bank, Holder.PERSON, owner, null, 0);
    wallet.with(Money.yuan(dice.lognormal(900, 1)));
    owner.wallets.add(wallet);
    ledger.open(wallet);
  }

  Sim sim(Person owner, Carrier carrier, long number) {
    Sim sim = unused(owner, carrier, number);
    owner.sims.add(sim);
    return sim;
  }

  /** One that daily life knows nothing of. */
  Sim spareSim(Person owner, Carrier carrier) {
    return unused(owner, carrier, tokens.stranger());
  }

  private Sim unused(Person owner, Carrier carrier, long number) {
    return new Sim(
        tokens.phone(number),
        carrier,
        Origin.LOCAL,
        owner,
        tokens.imei(number),
        carrier.code() + "-" + owner.region + "-" + (1 + owner.index % 40),
        owner.region);
  }
}
