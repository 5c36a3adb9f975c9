package org.tocsin.local.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;

/** Reads warnings. */
final class WarningFile {
  private WarningFile() {}

  /**
   * What was said.
   *
   * @param time detectedAt, or eventTime where that is missing; epoch milliseconds
   * @param watchOnly tier SMS with WATCH as its only advice: nobody is told anything
   * @param evidence as {@code stream/source/eventId}
   */
  record Warning(
      String warningId,
      Lane lane,
      String pattern,
      List<String> alsoPatterns,
      String subject,
      String person,
      Tier tier,
      boolean watchOnly,
      long time,
      List<String> evidence) {}

  static List<Warning> read(Path file) {
    List<Warning> warnings = new ArrayList<>();
    JsonLines.read(file, line -> warnings.add(warning(line)));
    return warnings;
  }

  private static Warning warning(JsonLine line) {
    Tier tier = line.constant(Tier.class, "tier");
    List<JsonLine> advice = line.items("advice");
    boolean watchOnly =
        tier == Tier.SMS && advice.size() == 1 && "WATCH".equals(advice.get(0).textOrNull("kind"));
    List<String> evidence = new ArrayList<>();
    for (JsonLine event : line.items("evidence")) {
      evidence.add(event.reference());
    }
    return new Warning(
        line.text("warningId"),
        line.constant(Lane.class, "lane"),
        line.text("pattern"),
        line.texts("alsoPatterns"),
        line.textOrNull("subject"),
        line.textOrNull("person"),
        tier,
        watchOnly,
        line.has("detectedAt") ? line.time("detectedAt") : line.time("eventTime"),
        evidence);
  }
}
