package org.tocsin.local.city.world;

import org.tocsin.local.city.world.Person.PhoneHabit;
import org.tocsin.local.city.world.Person.Role;

/**
 * How people telephone. Ordinary habits are drawn so that peers per day, outgoing share and call
 * length of the city lie where 4,144 normal numbers of the "Digital Sichuan" competition lie
 * (domain page of the two cards).
 */
final class PhoneHabits {
  /** Distinct peers a day from which somebody is busy on the phone. */
  private static final double BUSY = 5;

  private PhoneHabits() {}

  static PhoneHabit of(Role role, Dice dice) {
    return switch (role) {
      case COURIER -> new PhoneHabit(dice.between(40.0, 80.0), 3, 12, .93, 22);
      case RIDER -> new PhoneHabit(dice.between(25.0, 50.0), 2, 10, .95, 16);
      case CALL_AGENT -> new PhoneHabit(dice.between(50.0, 110.0), 2, 8, .97, 70);
      case STALL_HOLDER -> withPeers(dice, dice.lognormal(5, .6));
      case MINOR, RETIRED -> withPeers(dice, Math.min(5, dice.lognormal(1.1, .8)));
      default -> ordinary(dice);
    };
  }

  static PhoneHabit ordinary(Dice dice) {
    return withPeers(dice, Math.min(24, dice.lognormal(1.7, 1.25)));
  }

  /**
   * @param peers distinct numbers per day, over a long history
   */
  private static PhoneHabit withPeers(Dice dice, double peers) {
    double strangers = Math.max(.02, peers * .8 - .4);
    double regulars = .9 + peers * .42;
    int known = (int) Math.round(3 + 4 * StrictMath.pow(peers, .6));
    return new PhoneHabit(strangers, regulars, known, outgoing(dice, peers), seconds(dice));
  }

  /** Who speaks with many is called by many: of the busy numbers of the table 1 in 18 is not. */
  private static double outgoing(Dice dice, double peers) {
    if (peers > BUSY && !dice.chance(.055)) {
      return dice.between(.2, .76);
    }
    return dice.chance(.2) ? dice.between(.98, 1.0) : dice.between(.05, 1.0);
  }

  private static double seconds(Dice dice) {
    return dice.lognormal(75, .74);
  }
}
