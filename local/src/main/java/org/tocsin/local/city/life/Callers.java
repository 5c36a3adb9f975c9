package org.tocsin.local.city.life;

import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Lines;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Sim;

/** Banks, hospitals, courts and services that ring people up; conferences over the internet. */
final class Callers {
  private static final double CALLS_PER_PERSON = .05;
  private static final double CONFERENCES_PER_PERSON = .004;

  void live(Today today) {
    Dice dice = today.dice();
    Lines lines = today.city().lines;
    int people = today.city().persons.size();
    double busy = today.dayOff() ? .35 : 1;
    for (int i = dice.poisson(people * CALLS_PER_PERSON * busy); i > 0; i--) {
      Sim line = dice.pick(dice.chance(.55) ? lines.trusted : lines.unlisted);
      Person person = dice.pick(today.city().persons);
      long at = today.office();
      int seconds = dice.chance(.3) ? 0 : (int) Math.min(2_400, dice.lognormal(75, .9));
      today.desk().phones.connect(at, line, person.sim(), seconds);
      if (seconds == 0 && dice.chance(.25)) {
        long back = at + dice.between(2 * Almanac.MINUTE, 90 * Almanac.MINUTE);
        today.desk().phones.connect(back, person.sim(), line, dice.between(40, 400));
      }
    }
    for (int i = dice.poisson(people * CONFERENCES_PER_PERSON * busy); i > 0; i--) {
      Person person = dice.pick(today.city().persons);
      if (person.employer != null) {
        Sim bridge = dice.pick(lines.conferences);
        int seconds = dice.between(900, 4_500);
        today.desk().phones.connect(today.office(), bridge, person.sim(), seconds);
      }
    }
  }
}
