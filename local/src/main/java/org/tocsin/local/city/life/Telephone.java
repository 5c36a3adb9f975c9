package org.tocsin.local.city.life;

import org.tocsin.core.event.Call.Origin;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Person.PhoneHabit;
import org.tocsin.local.city.world.Person.Role;
import org.tocsin.local.city.world.Sim;

/** A day on the phone: family and friends, and numbers spoken to once. */
final class Telephone implements Habit {

  /** Of all regular calls, what this side of the conversation accounts for. */
  private static final double OWN_PART = .72;

  private static final double UNANSWERED = .22;

  @Override
  public void live(Person person, Today today) {
    Dice dice = today.dice();
    PhoneHabit habit = person.phone;
    double weekday = today.dayOff() ? .85 : 1.05;
    for (int i = dice.poisson(habit.regularsPerDay() * OWN_PART * weekday); i > 0; i--) {
      Sim known = known(person, dice);
      if (known != null) {
        call(person, known, today);
      }
    }
    double strangers = habit.strangersPerDay() * (working(person) && today.dayOff() ? .5 : weekday);
    for (int i = dice.poisson(strangers); i > 0; i--) {
      call(person, stranger(person, today), today);
    }
  }

  private static boolean working(Person person) {
    return switch (person.role) {
      case COURIER, RIDER, CALL_AGENT -> true;
      default -> false;
    };
  }

  private static Sim known(Person person, Dice dice) {
    double at = dice.between(0.0, 1.0);
    if (at < .3 && !person.family.isEmpty()) {
      return dice.pick(person.family).sim();
    }
    if (at < .62 && !person.friends.isEmpty()) {
      return dice.pick(person.friends).sim();
    }
    return person.distantFriends.isEmpty() ? null : dice.pick(person.distantFriends);
  }

  /** Those who deliver and sell speak to people of the city; others to anybody. */
  private static Sim stranger(Person person, Today today) {
    if (today.dice().chance(working(person) ? .85 : .12)) {
      Sim other = today.dice().pick(today.city().persons).sim();
      if (other.owner() != person) {
        return other;
      }
    }
    return today.city().lines.stranger(today.dice().chance(.5) ? Origin.LOCAL : Origin.DOMESTIC);
  }

  private static void call(Person person, Sim other, Today today) {
    Dice dice = today.dice();
    Sim own = person.sims.size() > 1 && dice.chance(.15) ? person.sims.get(1) : person.sim();
    boolean outgoing = dice.chance(person.phone.outgoingShare());
    boolean unanswered = dice.chance(UNANSWERED);
    long at = working(person) ? workTime(person, today) : today.waking();
    int seconds = unanswered ? 0 : seconds(person, other, dice);
    if (outgoing) {
      today.desk().phones.connect(at, own, other, seconds);
    } else {
      today.desk().phones.connect(at, other, own, seconds);
    }
    if (unanswered && dice.chance(working(person) ? .3 : .2)) {
      long later = at + dice.between(Almanac.MINUTE, 40 * Almanac.MINUTE);
      int then = seconds(person, other, dice);
      today.desk().phones.connect(later, outgoing ? other : own, outgoing ? own : other, then);
    }
  }

  private static long workTime(Person person, Today today) {
    return person.role == Role.CALL_AGENT ? today.office() : today.waking();
  }

  /** Abroad one talks long, as one does not talk often. */
  private static int seconds(Person person, Sim other, Dice dice) {
    double median = person.phone.meanSeconds() * .68;
    if (other.origin() == Origin.FOREIGN) {
      median = 700;
    } else if (person.adult() && other.owner() != null && person.family.contains(other.owner())) {
      median *= 1.2;
    }
    return (int) Math.max(3, Math.min(9_000, dice.lognormal(median, .88)));
  }
}
