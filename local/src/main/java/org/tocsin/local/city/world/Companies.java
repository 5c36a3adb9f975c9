package org.tocsin.local.city.world;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.local.city.world.Person.Role;

/** Founds one company for some forty inhabitants, hires them and finds suppliers. */
final class Companies {
  private static final int[] PAY_DAYS = {5, 10, 10, 15, 15, 20, 25};

  private final Tokens tokens;
  private final Dice dice;
  private final Ledger ledger;
  private final long startsAt;

  Companies(Tokens tokens, Dice dice, Ledger ledger, long startsAt) {
    this.tokens = tokens;
    this.dice = dice;
    this.ledger = ledger;
    this.startsAt = startsAt;
  }

  List<Company> found(List<Person> persons) {
    List<Person> workers =
        persons.stream().filter(p -> p.adult() && p.role != Role.RETIRED).toList();
    List<Company> companies = new ArrayList<>();
    int count = Math.max(3, persons.size() / 40);
    for (int i = 0; i < count; i++) {
      Person treasurer = workers.get(i * 37 % workers.size());
      companies.add(new Company(account(i, treasurer), treasurer, dice.pick(PAY_DAYS)));
    }
    for (Person worker : workers) {
      if (worker.role != Role.STUDENT && worker.role != Role.STALL_HOLDER) {
        worker.employer = dice.pick(companies);
        worker.employer.staff.add(worker);
      }
    }
    for (Company company : companies) {
      for (int i = dice.between(2, 6); i > 0; i--) {
        Company supplier = dice.pick(companies);
        if (supplier != company) {
          company.suppliers.add(supplier.account);
        }
      }
    }
    return companies;
  }

  private Account account(int number, Person treasurer) {
    long opened = startsAt - dice.between(200 * Almanac.DAY, 4_000 * Almanac.DAY);
    Account account =
        new Account(
            tokens.account((1L << 36) + number),
            dice.pick(Institutions.BANKS),
            Holder.COMPANY,
            treasurer,
            null,
            opened);
    account.with(Money.yuan(dice.lognormal(900_000, .9)));
    ledger.open(account);
    return account;
  }
}
