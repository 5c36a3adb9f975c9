package org.tocsin.core.cases;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What a team has to do by when; told again whenever it changes.
 *
 * @param taskId the same case and rules give the same id, on every run
 * @param person the person, or the subject while no person is known
 * @param unit code of the unit it belongs to; null while units are not configured
 * @param attempt 1, 2, … of this kind in this round
 * @param createdAt epoch milliseconds
 * @param dueAt epoch milliseconds
 */
@RecordBuilder
public record Task(
    String taskId,
    String caseId,
    String person,
    Kind kind,
    String unit,
    State state,
    int attempt,
    long createdAt,
    long dueAt,
    Overdue overdue)
    implements CaseOutput {

  public enum Kind {
    SMS,
    CALL,
    FAMILY,
    VISIT,
    STOP_PAYMENT,
    FOLLOW_UP
  }

  public enum State {
    OPEN,
    DONE,
    FAILED,
    CANCELLED,
    EXPIRED
  }

  /** How late: to the unit, the county, the city. */
  public enum Overdue {
    NONE,
    BLUE,
    YELLOW,
    RED
  }
}
