package org.tocsin.local.evaluate;

import java.io.PrintWriter;
import java.util.Locale;

/** The figures as tables for people. */
final class EvaluationTable {
  private final PrintWriter out;

  EvaluationTable(PrintWriter out) {
    this.out = out;
  }

  void print(Evaluation evaluation) {
    out.printf("%,d labels, %,d warnings%n%n", evaluation.labels(), evaluation.warnings());
    rows(evaluation);
    falseWarnings(evaluation);
    lookAlikes(evaluation);
    goals(evaluation);
    out.flush();
  }

  private void rows(Evaluation evaluation) {
    out.println("Found, and how early (lead: first warning to last loss)");
    out.printf(
        "%-8s %-5s %6s %7s %8s %6s %9s %9s %9s %7s %10s %10s %8s%n",
        "lane",
        "row",
        "labels",
        "found",
        "as row",
        "CALL+",
        "<1st loss",
        "<1st big",
        "<last",
        "in 5 s",
        "lead p50",
        "lead p10",
        "savable");
    for (Evaluation.Row row : evaluation.rows()) {
      out.printf(
          "%-8s %-5s %6d %7s %8s %6s %9s %9s %9s %7s %10s %10s %8s%n",
          row.lane(),
          row.pattern().equals("*") ? "all" : row.pattern(),
          row.labels(),
          percent(row.recall()),
          percent(Tally.share(row.samePattern(), row.labels())),
          percent(Tally.share(row.atCallOrAbove(), row.labels())),
          percent(Tally.share(row.beforeFirstLoss(), row.withLoss())),
          percent(Tally.share(row.beforeFirstLargeLoss(), row.withLargeLoss())),
          percent(Tally.share(row.beforeLastLoss(), row.withLoss())),
          percent(Tally.share(row.atOnce(), row.withLoss())),
          duration(row.leadSecondsMedian()),
          duration(row.leadSecondsP10()),
          percent(row.savableShare()));
    }
    out.println();
  }

  private void falseWarnings(Evaluation evaluation) {
    out.println("False warnings, per million persons per day");
    if (evaluation.persons() == null || evaluation.days() == null) {
      out.println("  persons and days are unknown: give --persons and --days for rates");
    }
    out.printf("%-8s %-14s %8s %8s %20s%n", "lane", "tier", "count", "rate", "labelled elsewhere");
    for (Evaluation.FalseWarnings row : evaluation.falseWarnings()) {
      out.printf(
          "%-8s %-14s %8d %8s %20d%n",
          row.lane(), row.tier(), row.count(), rate(row.perMillionPersonDays()), row.onLabelled());
    }
    out.println();
    if (!evaluation.falsePatterns().isEmpty()) {
      out.printf(
          "%-8s %-14s %8s %8s %8s %14s %10s%n",
          "lane", "row", "count", "rate", "SMS", "CALL or above", "IN_PERSON");
    }
    for (Evaluation.FalsePattern row : evaluation.falsePatterns()) {
      out.printf(
          "%-8s %-14s %8d %8s %8d %14d %10d%n",
          row.lane(),
          row.pattern(),
          row.count(),
          rate(row.perMillionPersonDays()),
          row.sms(),
          row.atCallOrAbove(),
          row.inPerson());
    }
    out.println();
  }

  private void lookAlikes(Evaluation evaluation) {
    if (evaluation.lookAlikes().isEmpty()) {
      return;
    }
    out.println("Honest look-alikes");
    out.printf("%-10s %6s %8s %10s%n", "resembles", "told", "warned", "above SMS");
    for (Evaluation.LookAlikes row : evaluation.lookAlikes()) {
      out.printf("%-10s %6d %8d %10d%n", row.resembles(), row.told(), row.warned(), row.aboveSms());
    }
  }

  private void goals(Evaluation evaluation) {
    out.println();
    out.println("Goals of the victim lane");
    out.printf("%-50s %10s %12s %8s%n", "", "reached", "goal", "met");
    for (Evaluation.Goal goal : evaluation.goals()) {
      out.printf(
          "%-50s %10s %12s %8s%n",
          goal.name(),
          goal.atMost() ? number(goal.figure()) : percent(goal.figure()),
          goal.atMost() ? "at most " + number(goal.goal()) : "from " + percent(goal.goal()),
          goal.met() == null ? "unknown" : goal.met() ? "yes" : "no");
    }
  }

  private static String number(Double figure) {
    return figure == null ? "-" : String.format(Locale.ROOT, "%.0f", figure);
  }

  private static String rate(Double perMillionPersonDays) {
    return perMillionPersonDays == null
        ? "unknown"
        : String.format(Locale.ROOT, "%.1f", perMillionPersonDays);
  }

  private static String percent(Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  private static String duration(Double seconds) {
    if (seconds == null) {
      return "-";
    }
    double size = Math.abs(seconds);
    if (size < 120) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return size < 7_200
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3_600);
  }
}
