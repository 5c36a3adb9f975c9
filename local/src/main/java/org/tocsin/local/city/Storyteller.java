package org.tocsin.local.city;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.core.event.Event;
import org.tocsin.local.city.label.Label;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.story.Cast;
import org.tocsin.local.city.story.Scene;
import org.tocsin.local.city.story.StoryKind;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Population;

/** Tells the day's stories; a story that finds no cast or would outlast the period is not told. */
final class Storyteller {
  static final char FRAUD = 'L';
  static final char HONEST = 'H';

  private final Population city;
  private final Cast cast;
  private final CityPlan plan;
  private final long salt;
  private final char labelPrefix;
  private final Programme programme;
  private final List<Label> labels = new ArrayList<>();
  private long told;

  Storyteller(
      Population city,
      Cast cast,
      CityPlan plan,
      List<StoryKind> kinds,
      double perThousand,
      char labelPrefix) {
    this.city = city;
    this.cast = cast;
    this.plan = plan;
    this.salt = labelPrefix;
    this.labelPrefix = labelPrefix;
    this.programme = new Programme(plan, kinds, perThousand, new Dice(plan.seed(), salt, 0));
  }

  void tell(long midnight, Consumer<Event> journal) {
    for (Programme.Entry entry : programme.of(midnight)) {
      Scene scene =
          new Scene(city, cast, new Dice(plan.seed(), salt, 1 + entry.number()), entry.start());
      try {
        entry.kind().story().tell(scene);
      } catch (Cast.NobodyFits nobody) {
        continue;
      }
      boolean whole = scene.events().stream().allMatch(e -> e.eventTime() < plan.endsAt());
      if (whole) {
        scene.events().forEach(journal);
        for (Trail trail : scene.trails()) {
          labels.add(trail.label(labelPrefix + Long.toString(++told)));
          if (labelPrefix == FRAUD) {
            Aftermath.of(trail, scene.dice, city.tokens, journal);
          }
        }
      }
    }
  }

  /** The labels told since the last call. */
  List<Label> takeLabels() {
    List<Label> taken = List.copyOf(labels);
    labels.clear();
    return taken;
  }
}
