package org.tocsin.local.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.event.Event;
import org.tocsin.local.city.label.Label;
import org.tocsin.local.city.life.OrdinaryLife;
import org.tocsin.local.city.lookalike.LookAlikes;
import org.tocsin.local.city.story.Cast;
import org.tocsin.local.city.story.Stories;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Desk;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Population;
import org.tocsin.local.city.world.Registry;
import org.tocsin.local.city.world.Tokens;

/** A city that lives day by day; a day is made when it is asked for. */
public final class City {
  /** Else a small city would run out of people within days. */
  private static final long REST_IN_ENDLESS_CITY = 20 * Almanac.HOUR;

  private final CityPlan plan;
  private final Population population;
  private final OrdinaryLife life;
  private final Journal journal;
  private final Storyteller fraud;
  private final Storyteller lookAlikes;
  private LocalDate next;

  public City(CityPlan plan) {
    this.plan = plan;
    String run = Long.toString(plan.endless() ? plan.startsAt() / 1_000 : plan.seed(), 36);
    Tokens tokens = new Tokens(plan.seed(), run + "-");
    population = new Population(plan.seed(), tokens, plan.persons(), plan.startsAt());
    journal = new Journal(plan.endsAt());
    life = new OrdinaryLife(population, plan.seed(), journal);
    Cast cast = new Cast(population, plan.endless() ? REST_IN_ENDLESS_CITY : Almanac.DAY * 3_650);
    fraud =
        new Storyteller(
            population, cast, plan, Stories.ALL, plan.storiesPerThousand(), Storyteller.FRAUD);
    lookAlikes =
        new Storyteller(
            population,
            cast,
            plan,
            LookAlikes.ALL,
            plan.lookAlikesPerThousand(),
            Storyteller.HONEST);
    next = plan.firstDay();
  }

  /** What was on file before the first day: openings of years, trusted numbers. In time order. */
  public List<Event> before() {
    List<Event> events = new ArrayList<>();
    Desk desk = new Desk(population.tokens, new Dice(plan.seed(), 6), events::add);
    new Registry(population, desk, plan.startsAt()).file();
    events.sort(Comparator.comparingLong(Event::eventTime));
    return events;
  }

  public boolean over() {
    return !plan.endless() && !next.isBefore(plan.firstDay().plusDays(plan.days()));
  }

  /** The next day's events in time order, with the balances that banks report. */
  public List<Event> nextDay() {
    long midnight = Almanac.midnight(next);
    fraud.tell(midnight, journal);
    lookAlikes.tell(midnight, journal);
    life.live(next);
    List<Event> events = new ArrayList<>(journal.take(midnight));
    events.replaceAll(population.ledger::book);
    population.ledger.endOfDay();
    next = next.plusDays(1);
    return events;
  }

  /** Stories that began since the last call. */
  public List<Label> takeLabels() {
    return fraud.takeLabels();
  }

  /** Honest stories that began since the last call; a warning on one of them is false. */
  public List<Label> takeLookAlikes() {
    return lookAlikes.takeLabels();
  }

  /** For a city that nobody evaluates: labels of endless days would fill the memory. */
  void forgetLabels() {
    takeLabels();
    takeLookAlikes();
  }
}
