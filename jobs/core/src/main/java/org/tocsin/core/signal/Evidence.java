package org.tocsin.core.signal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;

/**
 * An input event that speaks for a signal or warning.
 *
 * @param eventTime epoch milliseconds
 * @param what what the event shows, in a few plain words; no tokens, they are in the event
 */
public record Evidence(Stream stream, String source, String eventId, long eventTime, String what) {

  /** By time; of one time always the same way, on every run. */
  public static final Comparator<Evidence> ORDER =
      Comparator.comparingLong(Evidence::eventTime)
          .thenComparing(Evidence::source)
          .thenComparing(Evidence::eventId);

  public static Evidence of(Event event, String what) {
    return new Evidence(event.stream(), event.source(), event.eventId(), event.eventTime(), what);
  }

  /** The same for all that is said of one event. */
  public String eventKey() {
    return stream + "/" + source + "/" + eventId;
  }

  /**
   * Each event once, in {@link #ORDER}: one event may have made several signals, each with its own
   * words. The words that come first stay.
   */
  public static List<Evidence> once(Collection<Evidence> evidence) {
    Map<String, Evidence> once = new LinkedHashMap<>();
    for (Evidence each : evidence) {
      once.putIfAbsent(each.eventKey(), each);
    }
    return once.values().stream().sorted(ORDER).toList();
  }
}
