package org.tocsin.local.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.warning.Lane;

/** Reads labels and look-alikes. */
final class LabelFile {
  private LabelFile() {}

  /**
   * What really happened.
   *
   * @param person null when unknown
   * @param events as {@code stream/source/eventId}
   * @param losses in time order
   */
  record Label(
      String labelId,
      Lane lane,
      String pattern,
      String subject,
      String person,
      long startTime,
      List<Loss> losses,
      List<String> events) {
    long lost() {
      return losses.stream().mapToLong(Loss::amountMinor).sum();
    }
  }

  record Loss(long eventTime, long amountMinor) {}

  static List<Label> read(Path file) {
    List<Label> labels = new ArrayList<>();
    JsonLines.read(file, line -> labels.add(label(line)));
    return labels;
  }

  private static Label label(JsonLine line) {
    List<Loss> losses = new ArrayList<>();
    for (JsonLine loss : line.items("lossTimes")) {
      losses.add(new Loss(loss.time("eventTime"), loss.positive("amountMinor")));
    }
    losses.sort((a, b) -> Long.compare(a.eventTime(), b.eventTime()));
    List<String> events = new ArrayList<>();
    for (JsonLine event : line.items("events")) {
      events.add(event.reference());
    }
    return new Label(
        line.text("labelId"),
        line.constant(Lane.class, "lane"),
        line.text("pattern"),
        line.textOrNull("subject"),
        line.textOrNull("person"),
        line.time("startTime"),
        losses,
        events);
  }
}
