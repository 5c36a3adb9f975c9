package org.tocsin.local.evaluate;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.tocsin.core.warning.Lane;
import org.tocsin.local.evaluate.Evaluation.FalseWarnings;
import org.tocsin.local.evaluate.Evaluation.Goal;
import org.tocsin.local.evaluate.Evaluation.LookAlikes;
import org.tocsin.local.evaluate.Evaluation.Row;

/** What the victim lane is to reach, and what it reached. */
final class Goals {

  /** Of these something comes before the loss; others are one shot. */
  private static final Set<String> FORESEEABLE = Set.of("V1", "V2", "V3", "V4", "V5", "V9");

  private static final Set<String> ONE_SHOT = Set.of("V6");
  private static final Set<String> ALL = Set.of("*");

  private Goals() {}

  static List<Goal> of(
      List<Row> rows, List<FalseWarnings> falseWarnings, List<LookAlikes> lookAlikes) {
    List<Row> victims = rows.stream().filter(row -> row.lane().equals(Lane.VICTIM.name())).toList();
    return List.of(
        Goal.atLeast(
            "warned before the last loss",
            share(victims, ALL, Row::beforeLastLoss, Row::withLoss),
            .95),
        Goal.atLeast(
            "warned before the last loss, V1-V5 and V9",
            share(victims, FORESEEABLE, Row::beforeLastLoss, Row::withLoss),
            .95),
        Goal.atLeast(
            "warned before the first large loss, V1-V5 and V9",
            share(victims, FORESEEABLE, Row::beforeFirstLargeLoss, Row::withLargeLoss),
            .80),
        Goal.atLeast(
            "warned within 5 s of the first loss, V6",
            share(victims, ONE_SHOT, Row::atOnce, Row::withLoss),
            1),
        Goal.atLeast(
            "money savable when warned",
            share(victims, ALL, Row::savableMinor, Row::lostMinor),
            .70),
        Goal.atMost("false warnings, SMS", rate(falseWarnings, "SMS"), 300),
        Goal.atMost("false warnings, CALL or above", rate(falseWarnings, "CALL_OR_ABOVE"), 115),
        Goal.atMost("false warnings, IN_PERSON", rate(falseWarnings, "IN_PERSON"), 30),
        Goal.atMost(
            "look-alikes of victims above SMS",
            lookAlikes.isEmpty() ? null : (double) aboveSms(lookAlikes),
            0));
  }

  private static Double share(
      List<Row> rows, Set<String> patterns, ToLongFunction<Row> part, ToLongFunction<Row> whole) {
    List<Row> chosen = rows.stream().filter(row -> patterns.contains(row.pattern())).toList();
    return Tally.share(
        chosen.stream().mapToLong(part).sum(), chosen.stream().mapToLong(whole).sum());
  }

  private static Double rate(List<FalseWarnings> falseWarnings, String tier) {
    return falseWarnings.stream()
        .filter(row -> row.lane().equals(Lane.VICTIM.name()) && row.tier().equals(tier))
        .findFirst()
        .map(FalseWarnings::perMillionPersonDays)
        .orElse(null);
  }

  private static long aboveSms(List<LookAlikes> lookAlikes) {
    return lookAlikes.stream()
        .filter(row -> row.resembles().startsWith("V"))
        .mapToLong(LookAlikes::aboveSms)
        .sum();
  }
}
