package org.tocsin.core.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tocsin.core.event.Stream;
import org.tocsin.core.pattern.Row;
import org.tocsin.core.pattern.Rows;
import org.tocsin.core.stage.Labelled;
import org.tocsin.core.warning.Tier;

/** The names of what the detection stages count. Sets of labels are small and fixed. */
public final class Counts {

  public static final String FOREIGN_CURRENCY = "foreign_currency";
  public static final String HISTORY_DROPPED = "history_dropped";
  public static final String ENRICHED = "matches_enriched";

  private static final List<String> USED = perStream("used");
  private static final List<String> DUPLICATES = perStream("duplicates");
  private static final List<String> CONFLICTS = perStream("conflicting_duplicates");
  private static final List<String> HELD =
      Arrays.stream(Finding.Reason.values())
          .map(each -> Labelled.of("held", "reason", each.name()))
          .toList();

  private Counts() {}

  /** Records not seen before. */
  public static String used(Stream stream) {
    return USED.get(stream.ordinal());
  }

  /** Records seen before, conflicts among them: accepted = used + duplicates. */
  public static String duplicates(Stream stream) {
    return DUPLICATES.get(stream.ordinal());
  }

  /** Those among the duplicates that say something else than the first, which counts. */
  public static String conflicts(Stream stream) {
    return CONFLICTS.get(stream.ordinal());
  }

  /** Sequences that were complete and made no warning. */
  public static String held(Finding.Reason reason) {
    return HELD.get(reason.ordinal());
  }

  /**
   * @param pattern the id of a row
   */
  public static String warnings(Tier tier, String pattern) {
    return Labelled.of("warnings", "tier", tier.name(), "pattern", pattern);
  }

  /** What the profile stage counts. */
  static List<String> ofProfiles() {
    List<String> counts = new ArrayList<>(USED);
    counts.addAll(DUPLICATES);
    counts.addAll(CONFLICTS);
    counts.add(FOREIGN_CURRENCY);
    return counts;
  }

  /** What the sequence stage counts. */
  static List<String> ofSequences(Rows rows) {
    List<String> counts = new ArrayList<>(HELD);
    counts.addAll(List.of(HISTORY_DROPPED, ENRICHED));
    for (Row row : rows.all()) {
      for (Tier tier : Tier.values()) {
        counts.add(warnings(tier, row.id()));
      }
    }
    return counts;
  }

  private static List<String> perStream(String name) {
    return Arrays.stream(Stream.values())
        .map(stream -> Labelled.of(name, "stream", stream.topic()))
        .toList();
  }
}
