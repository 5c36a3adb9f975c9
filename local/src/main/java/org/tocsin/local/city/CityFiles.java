package org.tocsin.local.city;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.local.city.label.Label;
import org.tocsin.local.city.world.Dice;

/** Writes a city into a folder: input files, labels, look-alikes, and the facts of the city. */
public final class CityFiles implements Closeable {
  public static final String LABELS = "labels.ndjson";
  public static final String LOOK_ALIKES = "lookalikes.ndjson";

  /** One record in ten comes up to four seconds late, as in any feed. */
  private static final double DELAYED = .1;

  private static final long DELAY_MAX = 4_000;

  private final Path folder;
  private final CityPlan plan;
  private final Map<Stream, NdjsonFile> streams = new EnumMap<>(Stream.class);
  private final NdjsonFile labels;
  private final NdjsonFile lookAlikes;

  private CityFiles(Path folder, CityPlan plan) throws IOException {
    this.folder = folder;
    this.plan = plan;
    Files.createDirectories(folder);
    for (Stream stream : Stream.values()) {
      streams.put(stream, new NdjsonFile(folder.resolve(stream.file())));
    }
    labels = new NdjsonFile(folder.resolve(LABELS));
    lookAlikes = new NdjsonFile(folder.resolve(LOOK_ALIKES));
  }

  /**
   * @throws IOException when the folder cannot be written
   */
  public static CityFacts write(CityPlan plan, Path folder) throws IOException {
    try (CityFiles files = new CityFiles(folder, plan)) {
      City city = new City(plan);
      files.events(city.before());
      for (int day = 0; !city.over(); day++) {
        files.events(asTheyArrive(city.nextDay(), new Dice(plan.seed(), 7, day)));
        files.labels(files.labels, city.takeLabels());
        files.labels(files.lookAlikes, city.takeLookAlikes());
      }
      return files.facts();
    }
  }

  private static List<Event> asTheyArrive(List<Event> events, Dice dice) {
    record Arrival(long at, Event event) {}
    List<Arrival> arrivals = new ArrayList<>(events.size());
    for (Event event : events) {
      long delay = dice.chance(DELAYED) ? dice.between(0, DELAY_MAX) : 0;
      arrivals.add(new Arrival(event.eventTime() + delay, event));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::at));
    return arrivals.stream().map(Arrival::event).toList();
  }

  private void events(List<Event> events) throws IOException {
    for (Event event : events) {
      streams.get(event.stream()).event(event);
    }
  }

  private void labels(NdjsonFile file, List<Label> told) throws IOException {
    for (Label label : told) {
      file.write(label);
    }
  }

  private CityFacts facts() throws IOException {
    CityFacts facts =
        new CityFacts(
            plan.seed(),
            plan.persons(),
            plan.days(),
            plan.firstDay().toString(),
            plan.storiesPerThousand(),
            plan.lookAlikesPerThousand(),
            streams.get(Stream.TRANSACTION).lines(),
            streams.get(Stream.CALL).lines(),
            streams.get(Stream.CARD_OPENING).lines(),
            streams.get(Stream.CLUE).lines(),
            streams.get(Stream.OUTCOME).lines(),
            labels.lines(),
            lookAlikes.lines());
    try (NdjsonFile file = new NdjsonFile(folder.resolve(CityFacts.FILE))) {
      file.write(facts);
    }
    return facts;
  }

  @Override
  public void close() throws IOException {
    for (NdjsonFile file : streams.values()) {
      file.close();
    }
    labels.close();
    lookAlikes.close();
  }
}
