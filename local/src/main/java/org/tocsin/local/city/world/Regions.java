package org.tocsin.local.city.world;

import java.util.List;

/** GB/T 2260 codes: the city's districts (Yantai's), and homes of those who moved here. */
public final class Regions {
  public static final List<String> DISTRICTS =
      List.of("370602", "370611", "370612", "370613", "370614", "370681", "370682", "370687");
  public static final List<String> ELSEWHERE =
      List.of("410100", "341200", "230100", "220100", "510700", "522300", "350200", "440300");

  private Regions() {}
}
