package org.tocsin.console.delivery;

import java.time.Instant;

/**
 * One thing to send: a task's attempt and how far it got.
 *
 * @param attempt of the task, 1, 2, …; another attempt is another message
 * @param person token of the person, or of the subject while no person is known
 * @param tries how often it has been handed to a channel so far
 */
public record Delivery(
    String taskId,
    int attempt,
    String caseId,
    String person,
    Kind kind,
    int tries,
    Instant createdAt,
    Instant dueAt) {

  /** Kinds of tasks that a machine can take to a channel. */
  public enum Kind {
    SMS,
    CALL
  }

  /** Where it stands; see V3__delivery.sql. */
  public enum State {
    WAITING,
    ACCEPTED,
    DONE,
    DEAD,
    CANCELLED
  }

  /** The idempotency key: however often it is tried, the channel sees one message. */
  public String key() {
    return taskId + "-" + attempt;
  }
}
