package org.tocsin.local.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.local.evaluate.LabelFile.Label;
import org.tocsin.local.evaluate.WarningFile.Warning;

/** Compares what was said with what happened. */
final class Evaluator {
  private static final String ALL = "*";

  private final Scope scope;

  /**
   * What the rates are measured against.
   *
   * @param persons null when unknown
   * @param days null when unknown
   * @param largeLossMinor from which amount a loss is large
   */
  record Scope(Long persons, Double days, long largeLossMinor) {}

  Evaluator(Scope scope) {
    this.scope = scope;
  }

  Evaluation evaluate(List<Label> labels, List<Warning> said, List<Label> lookAlikes) {
    List<Warning> warnings = once(said);
    Matches matches = new Matches(labels, warnings);
    List<Evaluation.Row> rows = rows(labels, matches);
    List<Evaluation.FalseWarnings> falseWarnings = falseWarnings(warnings, matches);
    List<Evaluation.LookAlikes> resembling = resembling(lookAlikes, warnings);
    return new Evaluation(
        labels.size(),
        warnings.size(),
        scope.persons(),
        scope.days(),
        scope.largeLossMinor(),
        rows,
        falseWarnings,
        falsePatterns(warnings, matches),
        resembling,
        Goals.of(rows, falseWarnings, resembling));
  }

  /** The same warning may have been delivered twice. */
  private static List<Warning> once(List<Warning> said) {
    Map<String, Warning> byId = new LinkedHashMap<>();
    said.forEach(warning -> byId.putIfAbsent(warning.warningId(), warning));
    return List.copyOf(byId.values());
  }

  private List<Evaluation.Row> rows(List<Label> labels, Matches matches) {
    Map<Lane, Map<String, Tally>> tallies = new EnumMap<>(Lane.class);
    for (Label label : labels) {
      Map<String, Tally> ofLane =
          tallies.computeIfAbsent(label.lane(), l -> new TreeMap<>(Patterns.ORDER));
      List<Warning> warnings = matches.of(label);
      for (String pattern : List.of(label.pattern(), ALL)) {
        ofLane
            .computeIfAbsent(pattern, p -> new Tally(scope.largeLossMinor()))
            .add(label, warnings);
      }
    }
    List<Evaluation.Row> rows = new ArrayList<>();
    tallies.forEach(
        (lane, ofLane) ->
            ofLane.forEach((pattern, tally) -> rows.add(tally.row(lane.name(), pattern))));
    return rows;
  }

  private List<Evaluation.FalseWarnings> falseWarnings(List<Warning> warnings, Matches matches) {
    List<Evaluation.FalseWarnings> figures = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      Map<String, long[]> byTier = new LinkedHashMap<>();
      for (String tier : List.of("WATCH", "SMS", "CALL", "IN_PERSON", "CALL_OR_ABOVE", "ALL")) {
        byTier.put(tier, new long[2]);
      }
      for (Warning warning : warnings) {
        if (warning.lane() == lane && !matches.matched(warning)) {
          for (String tier : tiers(warning)) {
            byTier.get(tier)[0]++;
            byTier.get(tier)[1] += matches.onLabelled(warning) ? 1 : 0;
          }
        }
      }
      byTier.forEach(
          (tier, count) ->
              figures.add(
                  new Evaluation.FalseWarnings(
                      lane.name(), tier, count[0], count[1], rate(count[0]))));
    }
    return figures;
  }

  private List<Evaluation.FalsePattern> falsePatterns(List<Warning> warnings, Matches matches) {
    Map<Lane, Map<String, long[]>> counts = new EnumMap<>(Lane.class);
    for (Warning warning : warnings) {
      if (!warning.watchOnly() && !matches.matched(warning)) {
        long[] count =
            counts
                .computeIfAbsent(warning.lane(), l -> new TreeMap<>(Patterns.ORDER))
                .computeIfAbsent(warning.pattern(), p -> new long[3]);
        count[0]++;
        count[1] += warning.tier() == Tier.SMS ? 0 : 1;
        count[2] += warning.tier() == Tier.IN_PERSON ? 1 : 0;
      }
    }
    List<Evaluation.FalsePattern> figures = new ArrayList<>();
    counts.forEach(
        (lane, ofLane) ->
            ofLane.forEach(
                (pattern, c) ->
                    figures.add(
                        new Evaluation.FalsePattern(
                            lane.name(), pattern, c[0], c[1], rate(c[0]), c[0] - c[1], c[2]))));
    return figures;
  }

  private static List<String> tiers(Warning warning) {
    if (warning.watchOnly()) {
      return List.of("WATCH");
    }
    return warning.tier() == Tier.SMS
        ? List.of("SMS", "ALL")
        : List.of(warning.tier().name(), "CALL_OR_ABOVE", "ALL");
  }

  private Double rate(long count) {
    if (scope.persons() == null || scope.days() == null) {
      return null;
    }
    return count * 1e6 / (scope.persons() * scope.days());
  }

  private static List<Evaluation.LookAlikes> resembling(
      List<Label> lookAlikes, List<Warning> warnings) {
    Map<String, Tier> highest = new LinkedHashMap<>();
    for (Warning warning : warnings) {
      for (String event : warning.evidence()) {
        highest.merge(event, warning.tier(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
      }
    }
    Map<String, long[]> counts = new TreeMap<>(Patterns.ORDER);
    for (Label honest : lookAlikes) {
      Set<Tier> tiers = new HashSet<>();
      honest.events().forEach(event -> tiers.add(highest.get(event)));
      tiers.remove(null);
      long[] count = counts.computeIfAbsent(honest.pattern(), p -> new long[3]);
      count[0]++;
      count[1] += tiers.isEmpty() ? 0 : 1;
      count[2] += tiers.contains(Tier.CALL) || tiers.contains(Tier.IN_PERSON) ? 1 : 0;
    }
    List<Evaluation.LookAlikes> figures = new ArrayList<>();
    counts.forEach(
        (pattern, c) -> figures.add(new Evaluation.LookAlikes(pattern, c[0], c[1], c[2])));
    return figures;
  }
}
