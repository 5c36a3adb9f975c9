package org.tocsin.local.city.world;

import java.util.ArrayList;
import java.util.List;

/** An employer: pays wages on its pay day and suppliers in between. */
public final class Company {
  public final Account account;
  public final Person treasurer;
  public final int payDay;
  public final List<Person> staff = new ArrayList<>();
  public final List<Account> suppliers = new ArrayList<>();

  public Company(Account account, Person treasurer, int payDay) {
    this.account = account;
    this.treasurer = treasurer;
    this.payDay = payDay;
  }
}
