package org.tocsin.local.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tocsin.core.event.Event;
import org.tocsin.local.city.world.Almanac;

/** Keeps what was planned until its day comes; only the days still to come are in memory. */
final class Journal implements Consumer<Event> {
  private final Map<Long, List<Event>> byDay = new HashMap<>();
  private final long endsAt;
  private long taken = Long.MIN_VALUE;

  /**
   * @param endsAt what happens from here on happens after the end and is not told
   */
  Journal(long endsAt) {
    this.endsAt = endsAt;
  }

  @Override
  public void accept(Event event) {
    long day = day(event.eventTime());
    if (day <= taken) {
      throw new IllegalStateException("planned for a day that is over: " + event);
    }
    if (event.eventTime() < endsAt) {
      byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(event);
    }
  }

  /**
   * The day's events in time order; those of one moment in the order in which they were planned.
   */
  List<Event> take(long midnight) {
    taken = day(midnight);
    List<Event> events = byDay.remove(taken);
    if (events == null) {
      return List.of();
    }
    events.sort(Comparator.comparingLong(Event::eventTime));
    return events;
  }

  private static long day(long time) {
    return Math.floorDiv(time + Almanac.OFFSET.getTotalSeconds() * 1_000L, Almanac.DAY);
  }
}
