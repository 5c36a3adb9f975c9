package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.tocsin.core.warning.Grade;

/**
 * The settings of cases and tasks: attempts, deadlines, colours. Defaults and their source are in
 * rulebook.yaml; all come from the table "Grades and times" and the rules of the process.
 *
 * @param overdue when a task changes colour
 * @param callingHours when people below the urgent grades may be called
 * @param smsAttempts how often an SMS that failed is sent
 * @param visitAttempts visits in vain before the level above takes the case
 * @param followUpAttempts follow-ups in vain before the level above takes the case
 * @param followUpWindow how long before its time a follow-up may be made
 * @param followUpAgainAfter when a follow-up in vain is tried again
 * @param familyWithin the limit of a FAMILY task
 * @param stopRequestWithin the limit of a STOP_PAYMENT task
 * @param reachWithin everyone at MEDIUM or above is reached within it, or the case is supervised
 * @param taskLife how long after its deadline a task is still worth doing
 * @param watchLasts how long a person stays on watch
 * @param units who the tasks are given to; empty for none
 * @param handOverWithin how long an offered task waits for the other unit's receipt
 * @param breaker when a pattern that warns far more than usual is held back
 */
public record DissuasionRules(
    GradeRules urgent,
    GradeRules high,
    GradeRules medium,
    GradeRules low,
    OverdueRules overdue,
    CallingHours callingHours,
    SupervisionRules supervision,
    StopRules stops,
    int smsAttempts,
    int visitAttempts,
    int followUpAttempts,
    Duration followUpWindow,
    Duration followUpAgainAfter,
    Duration familyWithin,
    Duration stopRequestWithin,
    Duration reachWithin,
    Duration taskLife,
    Duration watchLasts,
    List<Unit> units,
    Duration handOverWithin,
    BreakerRules breaker)
    implements Serializable {

  public DissuasionRules {
    units = new UnitTable(units).units();
  }

  public GradeRules of(Grade grade) {
    return switch (grade) {
      case URGENT -> urgent;
      case HIGH -> high;
      case MEDIUM -> medium;
      case LOW -> low;
    };
  }

  /** When a step of the grade is taken. */
  public enum Dispatch {
    AT_ONCE,
    WHEN_UNREACHED,
    NEVER
  }

  /** When a stop of payments is asked for. */
  public enum StopRequest {
    AT_ONCE,
    IF_MONEY_MOVED,
    NEVER
  }

  /**
   * One column of the table.
   *
   * @param smsWithin the limit of an SMS task
   * @param calls null when the grade makes none
   * @param visitWithin the limit of a VISIT task
   * @param visitSameDay whether a visit after failed calls is also due by the day's end
   * @param concludeWithin after a conversation of which nobody said what came of it
   * @param unconvincedAfter when a person who does not believe it goes to the next tier
   * @param followUps times after the person was convinced
   * @param followUpSharePercent in how many cases of a hundred follow-ups are made
   */
  public record GradeRules(
      Duration smsWithin,
      CallRules calls,
      Dispatch family,
      Dispatch visit,
      Duration visitWithin,
      boolean visitSameDay,
      StopRequest stopPayment,
      Duration concludeWithin,
      Duration unconvincedAfter,
      List<Duration> followUps,
      int followUpSharePercent)
      implements Serializable {

    public GradeRules {
      followUps = followUps == null ? List.of() : List.copyOf(followUps);
    }
  }

  /**
   * Rounds of calls.
   *
   * @param firstWithin the limit of the first call
   * @param attempts calls in a round, 1 or more
   * @param allWithin when the last call of the round is due, not before the first
   * @param unreachedAfter when the person counts as unreached, whatever was tried
   * @param rounds at this grade, 1 or more
   * @param roundPause between two rounds
   */
  public record CallRules(
      Duration firstWithin,
      int attempts,
      Duration allWithin,
      Duration unreachedAfter,
      int rounds,
      Duration roundPause)
      implements Serializable {

    public CallRules {
      if (allWithin.compareTo(firstWithin) < 0) {
        throw new IllegalArgumentException("allWithin is shorter than firstWithin: " + allWithin);
      }
    }

    /** The limit of attempt 1, 2, …, counted from the start of the round. */
    public Duration within(int attempt) {
      if (attempts == 1) {
        return firstWithin;
      }
      Duration step = allWithin.minus(firstWithin).dividedBy(attempts - 1L);
      return firstWithin.plus(step.multipliedBy(attempt - 1L));
    }
  }

  /** Percent of the limit: nearly due, overdue, badly overdue. */
  public record OverdueRules(int bluePercent, int yellowPercent, int redPercent)
      implements Serializable {

    public OverdueRules {
      if (bluePercent >= yellowPercent || yellowPercent >= redPercent) {
        throw new IllegalArgumentException(
            "blue, yellow and red do not follow one another: %d, %d, %d"
                .formatted(bluePercent, yellowPercent, redPercent));
      }
    }
  }

  /**
   * Hours of the deployment's zone in which people may be called.
   *
   * @param fromHour 0–23
   * @param toHour 1–24, after fromHour
   * @param grades whose calls keep to them; follow-ups always do
   */
  public record CallingHours(int fromHour, int toHour, List<Grade> grades) implements Serializable {

    public CallingHours {
      grades = List.copyOf(grades);
    }
  }

  /**
   * What the level above does with a case the process could not finish.
   *
   * @param every how often it tries again
   * @param rounds how often in all; then the person is only watched
   */
  public record SupervisionRules(Duration every, int rounds) implements Serializable {}

  /**
   * Notice 86 of 2016.
   *
   * @param lasts of one stop, from its moment
   * @param reminderBefore its end
   * @param most stops of one account; then only a formal freeze
   * @param freezeLasts of a formal freeze that was recorded, from its moment
   * @param countedFor how long after its end the last stop of an account counts
   */
  public record StopRules(
      Duration lasts, Duration reminderBefore, int most, Duration freezeLasts, Duration countedFor)
      implements Serializable {

    public StopRules {
      if (reminderBefore.compareTo(lasts) >= 0) {
        throw new IllegalArgumentException("the reminder comes before the stop: " + reminderBefore);
      }
    }
  }
}
