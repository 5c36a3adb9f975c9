package org.tocsin.local.city.world;

import java.util.function.Consumer;
import org.tocsin.core.event.Event;

/** Everything a habit or a story can make happen, with the dice of its own and one way out. */
public final class Desk {
  public final Dice dice;
  public final Tokens tokens;
  public final Bankbook bank;
  public final Switchboard phones;
  public final Counter counter;
  public final Centre centre;

  public Desk(Tokens tokens, Dice dice, Consumer<Event> out) {
    this.dice = dice;
    this.tokens = tokens;
    bank = new Bankbook(tokens, dice, out);
    phones = new Switchboard(tokens, dice, out);
    counter = new Counter(tokens, out);
    centre = new Centre(tokens, out);
  }
}
