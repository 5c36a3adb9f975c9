package org.tocsin.local.city.world;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Call.Origin;

/** Numbers of institutions: banks, hospitals, courts, customer service, conference bridges. */
public final class Lines {
  /** On the list of trusted numbers. */
  public final List<Sim> trusted = new ArrayList<>();

  /** Honest as well, but nobody thought of listing them. */
  public final List<Sim> unlisted = new ArrayList<>();

  /** Internet telephone bridges on which people confer for an hour. */
  public final List<Sim> conferences = new ArrayList<>();

  private final Tokens tokens;

  Lines(Tokens tokens, Dice dice, int size) {
    this.tokens = tokens;
    int count = Math.max(6, size / 1_000);
    for (int i = 0; i < count; i++) {
      trusted.add(line(dice));
      unlisted.add(line(dice));
    }
    for (int i = 0; i < 4; i++) {
      conferences.add(Sim.outside(tokens.phone(tokens.stranger()), Origin.VOIP));
    }
  }

  /** A number that nobody in the city has seen before. */
  public Sim stranger(Origin origin) {
    return Sim.outside(tokens.phone(tokens.stranger()), origin);
  }

  private Sim line(Dice dice) {
    Carrier carrier = dice.pick(Institutions.CARRIERS);
    return new Sim(
        tokens.phone(tokens.stranger()), carrier, Origin.LOCAL, null, null, null, "370602");
  }
}
