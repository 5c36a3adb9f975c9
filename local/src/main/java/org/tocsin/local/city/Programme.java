package org.tocsin.local.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.local.city.story.StoryKind;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Dice;

/** Which story begins when. */
final class Programme {
  private static final long QUICK = 24 * Almanac.HOUR;

  private final CityPlan plan;
  private final List<StoryKind> kinds;
  private final double perThousand;
  private final Dice dice;
  private final Map<Long, List<Entry>> byDay = new HashMap<>();
  private long numbered;

  record Entry(long number, StoryKind kind, long start) {}

  Programme(CityPlan plan, List<StoryKind> kinds, double perThousand, Dice dice) {
    this.plan = plan;
    this.kinds = kinds;
    this.perThousand = perThousand;
    this.dice = dice;
    if (!plan.endless()) {
      wholePeriod();
    }
  }

  List<Entry> of(long midnight) {
    List<Entry> entries =
        plan.endless() ? endlessDay(midnight) : byDay.getOrDefault(midnight, List.of());
    return entries.stream().sorted(Comparator.comparingLong(Entry::start)).toList();
  }

  /** Core stories once each, the rest by weight; each early enough to be told to its end. */
  private void wholePeriod() {
    long period = plan.endsAt() - plan.startsAt();
    List<StoryKind> fitting = kinds.stream().filter(kind -> kind.length() < period).toList();
    long wanted = Math.round(plan.persons() * perThousand / 1_000);
    List<StoryKind> chosen = new ArrayList<>(wanted > 0 ? core(fitting) : List.of());
    double[] weights = fitting.stream().mapToDouble(StoryKind::weight).toArray();
    while (chosen.size() < wanted && !fitting.isEmpty()) {
      chosen.add(fitting.get(dice.weighted(weights)));
    }
    for (StoryKind kind : chosen) {
      long latest = plan.endsAt() - kind.length();
      long day = dice.between(plan.startsAt(), latest);
      long start = Math.min(latest, Almanac.waking(Almanac.date(day), dice));
      add(byDay.computeIfAbsent(midnight(start), d -> new ArrayList<>()), kind, start);
    }
  }

  private static List<StoryKind> core(List<StoryKind> kinds) {
    return kinds.stream().filter(StoryKind::core).toList();
  }

  /** Without an end stories begin at any hour, so that a city shown at night is not silent. */
  private List<Entry> endlessDay(long midnight) {
    List<Entry> entries = new ArrayList<>();
    double[] weights = kinds.stream().mapToDouble(StoryKind::weight).toArray();
    for (int i = dice.poisson(plan.persons() * perThousand / 1_000); i > 0; i--) {
      StoryKind kind = kinds.get(dice.weighted(weights));
      long start = midnight + dice.between(0, Almanac.DAY - 1);
      if (start >= plan.storiesFrom()) {
        add(entries, kind, start);
      }
    }
    if (midnight(plan.storiesFrom()) == midnight && perThousand > 0) {
      curtain(entries, midnight + Almanac.DAY - 1);
    }
    return entries;
  }

  /** Stories that come to their point within the hour, so that the first spectator sees some. */
  private void curtain(List<Entry> entries, long latest) {
    for (StoryKind kind : kinds) {
      for (int i = 0; kind.core() && kind.length() <= QUICK && i < 3; i++) {
        long start = plan.storiesFrom() + dice.between(0, 40 * Almanac.MINUTE);
        add(entries, kind, Math.min(start, latest));
      }
    }
  }

  private void add(List<Entry> entries, StoryKind kind, long start) {
    entries.add(new Entry(numbered++, kind, start));
  }

  private static long midnight(long time) {
    return Almanac.midnight(Almanac.date(time));
  }
}
