package org.tocsin.console.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tocsin.core.cases.Task;
import org.tocsin.core.warning.Grade;

/**
 * The figures of a period.
 *
 * @param opened cases opened in it
 * @param reached cases whose person was spoken to in it: by call, in person or at the follow-up
 * @param dissuaded cases that came to be dissuaded in it
 * @param repeated persons warned in it who had a case before, or whose case was reopened
 * @param stopped stop-payments the authority accepted
 * @param frozen formal freezes recorded
 * @param saved cases concluded as a scam that was stopped, and the money that was at risk in them.
 *     The three are different counters: none is part of another
 * @param conclusions how cases closed in it ended
 * @param overdue tasks by the deepest colour they took in it: the supervision of cases
 * @param units figures of the units, with no colour: how a unit works is not how late a case is
 * @param sources by the institution whose event completed the warning
 * @param cleared of the cases opened in the day, month and quarter those that ended in it
 * @param sample closed cases to be looked at again
 * @param unitsBySource units and sources crossed
 */
public record Report(
    Period period,
    long opened,
    long reached,
    long dissuaded,
    long repeated,
    Money stopped,
    Money frozen,
    Money saved,
    List<PatternRow> warnings,
    Map<String, Long> conclusions,
    Map<Task.Overdue, Long> overdue,
    List<UnitRow> units,
    List<SourceRow> sources,
    List<ClearedRow> cleared,
    List<SampleRow> sample,
    List<UnitSourceRow> unitsBySource) {

  /**
   * @param number of measures or cases
   * @param amountMinor in fen; what names no amount adds nothing
   */
  public record Money(long number, long amountMinor) {

    public static final Money NONE = new Money(0, 0);
  }

  /** Warnings of a row of the catalogue by tier. */
  public record PatternRow(String lane, String pattern, long sms, long call, long inPerson) {

    public long all() {
      return sms + call + inPerson;
    }
  }

  /**
   * Tasks made in the period, where they stand now.
   *
   * @param unit empty where tasks carry none
   * @param inTime of those done, before the deadline
   * @param over past their deadline, done or not
   */
  public record UnitRow(
      String unit,
      long given,
      long done,
      long inTime,
      long failed,
      long expired,
      long open,
      long over) {

    /** Share of the done that were done in time, percent; null while none is done. */
    public Long inTimePercent() {
      return done == 0 ? null : Math.round(100.0 * inTime / done);
    }
  }

  /**
   * @param grave of grade HIGH or URGENT
   * @param noScam cases of its warnings that were closed as no scam
   */
  public record SourceRow(String source, long warnings, long persons, long grave, long noScam) {}

  public record ClearedRow(Period period, long opened, long cleared) {

    public long left() {
      return opened - cleared;
    }
  }

  /**
   * @param checkedBy who looked at it again; null while nobody has
   */
  public record SampleRow(
      String caseId, String conclusion, Instant closedAt, Grade grade, String checkedBy) {}

  public long warningsInAll() {
    return warnings.stream().mapToLong(PatternRow::all).sum();
  }

  public long overdue(Task.Overdue colour) {
    return overdue.getOrDefault(colour, 0L);
  }
}
