package org.tocsin.local.city.life;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.core.event.Event;
import org.tocsin.local.city.world.Desk;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Population;

/** Everything that happens on a day when nobody means harm. */
public final class OrdinaryLife {
  private final Population city;
  private final long seed;
  private final Consumer<Event> out;
  private final Business business = new Business();
  private final Callers callers = new Callers();
  private final List<Habit> habits =
      List.of(
          new Household(),
          new Shopping(),
          new Friendship(),
          new Stall(),
          new Telephone(),
          new BigOccasions(),
          new Errands());

  public OrdinaryLife(Population city, long seed, Consumer<Event> out) {
    this.city = city;
    this.seed = seed;
    this.out = out;
  }

  /** Each person's day has dice of its own: one life does not stir another's. */
  public void live(LocalDate date) {
    Today civic = today(date, -1);
    business.live(civic);
    callers.live(civic);
    for (int i = 0; i < city.persons.size(); i++) {
      Person person = city.persons.get(i);
      if (person.main != null && !person.sims.isEmpty()) {
        Today today = today(date, i);
        habits.forEach(habit -> habit.live(person, today));
      }
    }
  }

  private Today today(LocalDate date, int person) {
    Dice dice = new Dice(seed, 10, date.toEpochDay(), person);
    return new Today(date, city, new Desk(city.tokens, dice, out));
  }
}
