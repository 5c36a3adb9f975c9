package org.tocsin.local.city;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.tocsin.core.event.Event;
import org.tocsin.local.city.world.Almanac;

/**
 * The same city without an end, aligned with a clock: a centre that is switched on now.
 *
 * <p>First come the openings of the past years and {@link #HISTORY} of ordinary life, all before
 * {@code start}; a reader sends these at once. What follows lies after {@code start} and is sent
 * when its time has come. Some stories are under way at the start and come to their point within a
 * minute or two; from then on they begin at a steady rate.
 *
 * <p>Not safe for threads. {@link #next()} makes a whole day when midnight is passed, which takes
 * about a second for 5,000 persons.
 */
public final class CityStream implements Iterator<Event> {

  /** Days lived before the start, so that people have known payees and usual callers. */
  public static final Duration HISTORY = Duration.ofDays(3);

  private final City city;
  private final long startsAt;
  private Iterator<Event> today;

  /**
   * Stories begin so long before the start: those that take minutes come to their point as the
   * reader starts, and nobody is handed the unfinished cases of last week.
   */
  public static final Duration UNDER_WAY = Duration.ofMinutes(45);

  /**
   * @param start when the reader starts, usually now
   * @param seed two streams with the same arguments are the same
   * @param persons at least {@link CityPlan#FEWEST}
   * @param storiesPerHour how many stories of fraud begin in an hour; 30 lets something happen
   *     every few minutes, a real city of the size would see one in weeks. Where the city has
   *     nobody left who fits a part, fewer begin: some 60 an hour is what 5,000 persons can play
   */
  public CityStream(Instant start, long seed, int persons, double storiesPerHour) {
    startsAt = start.toEpochMilli();
    city = new City(plan(startsAt, seed, persons, storiesPerHour));
    today = city.before().iterator();
  }

  static CityPlan plan(long startsAt, long seed, int persons, double storiesPerHour) {
    double storiesPerThousand = storiesPerHour * 24 * 1_000 / persons;
    return new CityPlan(
        seed,
        persons,
        Almanac.date(startsAt - HISTORY.toMillis()),
        Integer.MAX_VALUE,
        storiesPerThousand,
        storiesPerThousand / 3,
        startsAt - UNDER_WAY.toMillis());
  }

  /** When the past ends: events before it are sent at once, later ones in their own time. */
  public long startsAt() {
    return startsAt;
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  /** In order of event time within the openings on file, and from then on. */
  @Override
  public Event next() {
    while (!today.hasNext()) {
      today = day().iterator();
    }
    return today.next();
  }

  private List<Event> day() {
    List<Event> events = city.nextDay();
    city.forgetLabels();
    return events;
  }
}
