package org.tocsin.local.city.world;

import java.util.List;
import org.tocsin.core.event.Call.Origin;

/** Who knows whom: friends in the city, friends elsewhere, relatives abroad. */
final class Acquaintance {
  private final Tokens tokens;
  private final Dice dice;

  Acquaintance(Tokens tokens, Dice dice) {
    this.tokens = tokens;
    this.dice = dice;
  }

  void introduce(List<Person> persons) {
    for (Person person : persons) {
      int known = person.phone.regulars();
      for (int i = known / 2; i > 0; i--) {
        befriend(person, somebodyNear(person, persons));
      }
      for (int i = known / 2; i > 0; i--) {
        person.distantFriends.add(Sim.outside(tokens.phone(tokens.stranger()), Origin.DOMESTIC));
      }
      if (dice.chance(.03)) {
        person.distantFriends.add(Sim.outside(tokens.phone(tokens.stranger()), Origin.FOREIGN));
      }
    }
  }

  private void befriend(Person person, Person other) {
    boolean sameAge = person.adult() == other.adult();
    if (person != other && sameAge && !person.friends.contains(other)) {
      person.friends.add(other);
      if (dice.chance(.5)) {
        other.friends.add(person);
      }
    }
  }

  /** Half of the friends live round the corner, the other half anywhere. */
  private Person somebodyNear(Person person, List<Person> persons) {
    if (dice.chance(.5)) {
      int near = person.index + dice.between(-60, 60);
      return persons.get(Math.floorMod(near, persons.size()));
    }
    return dice.pick(persons);
  }
}
