package org.tocsin.local.city.world;

import java.util.List;

/** The banks, wallets, lenders and carriers of the city. */
public final class Institutions {
  public static final List<Bank> BANKS =
      List.of(
          new Bank("BANK-01", true, false, true, true),
          new Bank("BANK-02", true, true, false, false),
          new Bank("BANK-03", false, false, true, false),
          new Bank("BANK-04", true, false, false, true),
          new Bank("BANK-05", false, false, false, false),
          new Bank("BANK-06", true, true, true, false));
  public static final List<Bank> WALLETS =
      List.of(
          new Bank("WALLET-01", false, false, true, false),
          new Bank("WALLET-02", true, false, true, false));
  public static final List<Bank> LENDERS =
      List.of(
          new Bank("LENDER-01", false, false, true, false),
          new Bank("LENDER-02", false, false, false, false),
          new Bank("LENDER-03", false, false, false, false),
          new Bank("LENDER-04", false, false, true, false),
          new Bank("LENDER-05", false, false, false, false));
  public static final List<Carrier> CARRIERS =
      List.of(
          new Carrier("CARRIER-01", true, true, true),
          new Carrier("CARRIER-02", false, false, false),
          new Carrier("CARRIER-03", false, true, true));

  /** The dissuasion centre and the police list: source of clues and of early outcomes. */
  public static final String CENTRE = "CENTRE-01";

  private Institutions() {}
}
