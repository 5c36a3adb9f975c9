package org.tocsin.local.evaluate;

import java.util.List;

/**
 * The figures of one evaluation, as {@code --json} prints them. Each is defined in
 * docs/reference/evaluate.md; null means that it cannot be said.
 */
record Evaluation(
    long labels,
    long warnings,
    Long persons,
    Double days,
    long largeLossMinor,
    List<Row> rows,
    List<FalseWarnings> falseWarnings,
    List<FalsePattern> falsePatterns,
    List<LookAlikes> lookAlikes,
    List<Goal> goals) {

  /**
   * Labels of one lane and pattern; the pattern is {@code *} for all of a lane.
   *
   * @param atOnce warned no later than five seconds after the first loss
   */
  record Row(
      String lane,
      String pattern,
      long labels,
      long found,
      long samePattern,
      long atCallOrAbove,
      long withLoss,
      long beforeFirstLoss,
      long beforeLastLoss,
      long withLargeLoss,
      long beforeFirstLargeLoss,
      Double recall,
      Double leadSecondsMedian,
      Double leadSecondsP10,
      long lostMinor,
      long savableMinor,
      Double savableShare,
      long atOnce) {}

  /**
   * Warnings that belong to no label of their lane.
   *
   * @param tier WATCH, SMS, CALL, IN_PERSON, and sums: CALL_OR_ABOVE, ALL (without WATCH)
   * @param onLabelled of these, how many name somebody or something labelled in another lane
   */
  record FalseWarnings(
      String lane, String tier, long count, long onLabelled, Double perMillionPersonDays) {}

  /** Honest look-alikes of one pattern, and those whose events stand in a warning's evidence. */
  record LookAlikes(String resembles, long told, long warned, long aboveSms) {}

  /**
   * The same by the pattern that was named, without WATCH.
   *
   * @param atCallOrAbove of these, how many have tier CALL or IN_PERSON
   * @param sms of these, how many have tier SMS
   * @param inPerson of these, how many have tier IN_PERSON
   */
  record FalsePattern(
      String lane,
      String pattern,
      long count,
      long atCallOrAbove,
      Double perMillionPersonDays,
      long sms,
      long inPerson) {}

  /**
   * One of the goals set for the victim lane.
   *
   * @param figure a share for what is to be found, else a rate per million persons and day or a
   *     count; null when it cannot be said
   * @param atMost whether the figure must not be above the goal; else not below it
   * @param met null when the figure is
   */
  record Goal(String name, Double figure, double goal, boolean atMost, Boolean met) {
    static Goal atLeast(String name, Double figure, double goal) {
      return new Goal(name, figure, goal, false, figure == null ? null : figure >= goal);
    }

    static Goal atMost(String name, Double figure, double goal) {
      return new Goal(name, figure, goal, true, figure == null ? null : figure <= goal);
    }
  }
}
