package org.tocsin.core.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.tocsin.core.cases.Task.Overdue;

/**
 * A task not yet finished, and when its colour changes. Times are epoch milliseconds; they are kept
 * and not worked out again, because calling hours may change with the rulebook.
 *
 * @param blueAt nearly due
 * @param yellowAt overdue
 * @param redAt badly overdue
 * @param expiresAt when nobody is expected to do it any more
 * @param account whose stop the task is about; null for every other
 * @param offer to another unit that has not answered yet; null when there is none
 */
@RecordBuilder
public record OpenTask(
    Task task,
    long blueAt,
    long yellowAt,
    long redAt,
    long expiresAt,
    String account,
    HandOver offer) {

  /** When it next changes by itself. */
  long nextAt() {
    return lapsesNext() ? offer.until() : nextColourAt();
  }

  /** Whether the offer ends before the colour changes. */
  boolean lapsesNext() {
    return offer != null && offer.until() <= nextColourAt();
  }

  private long nextColourAt() {
    return switch (task.overdue()) {
      case NONE -> blueAt;
      case BLUE -> yellowAt;
      case YELLOW -> redAt;
      case RED -> expiresAt;
    };
  }

  /** The colour after this one. */
  Overdue nextColour() {
    return Overdue.values()[task.overdue().ordinal() + 1];
  }

  boolean is(Task.Kind kind) {
    return task.kind() == kind;
  }

  OpenTask withTask(Task changed) {
    return OpenTaskBuilder.builder(this).task(changed).build();
  }

  OpenTask withOffer(HandOver changed) {
    return OpenTaskBuilder.builder(this).offer(changed).build();
  }
}
