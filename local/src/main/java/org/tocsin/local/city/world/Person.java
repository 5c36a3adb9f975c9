package org.tocsin.local.city.world;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.CardOpening.Segment;

/** Somebody of the city, with what the streams can see of a life. */
public final class Person {
  /** What somebody does all day, as far as calls and payments show it. */
  public enum Role {
    EMPLOYEE,
    STUDENT,
    RETIRED,
    STALL_HOLDER,
    COURIER,
    RIDER,
    CALL_AGENT,
    MINOR
  }

  public final int index;
  public final String token;
  public final Role role;
  public final int birthYear;
  public final Segment segment;
  public final String region;
  public final String homeRegion;
  public final List<Sim> sims = new ArrayList<>(2);
  public final List<Account> accounts = new ArrayList<>(3);
  public final List<Account> wallets = new ArrayList<>(2);
  public final List<Person> family = new ArrayList<>(4);

  /** Persons of the city that are called and paid now and then. */
  public final List<Person> friends = new ArrayList<>(12);

  /** Numbers elsewhere that are called again and again. */
  public final List<Sim> distantFriends = new ArrayList<>(8);

  public Company employer;
  public Account landlord;
  public PhoneHabit phone;

  /** A month's income in fen; 0 for those who have none of their own. */
  public long income;

  /** How many opening records say whose the accounts and SIMs are. */
  public boolean documented;

  /** The account that daily life runs on; a mule who hands it over moves to another. */
  public Account main;

  public Person(
      int index,
      String token,
      Role role,
      int birthYear,
      Segment segment,
      String region,
      String homeRegion) {
    this.index = index;
    this.token = token;
    this.role = role;
    this.birthYear = birthYear;
    this.segment = segment;
    this.region = region;
    this.homeRegion = homeRegion;
  }

  public Sim sim() {
    return sims.get(0);
  }

  public boolean adult() {
    return role != Role.MINOR;
  }

  /** Wallet first, as most people pay; the main account where there is none. */
  public Account purse() {
    return wallets.isEmpty() ? main : wallets.get(0);
  }

  /**
   * How somebody telephones.
   *
   * @param strangersPerDay calls with numbers never spoken to again, both ways
   * @param regularsPerDay calls with numbers known
   * @param regulars how many numbers are known well
   * @param outgoingShare of all calls
   * @param meanSeconds of an answered call
   */
  public record PhoneHabit(
      double strangersPerDay,
      double regularsPerDay,
      int regulars,
      double outgoingShare,
      double meanSeconds) {}
}
