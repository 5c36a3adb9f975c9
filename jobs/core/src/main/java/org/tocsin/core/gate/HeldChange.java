package org.tocsin.core.gate;

import org.tocsin.core.cases.UnmatchedOutcome;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.Ids;
import org.tocsin.core.warning.Warning;

/**
 * A line of the operator's queue: what waits for a decision, and what became of it.
 *
 * @param heldId of a warning its id; of an outcome made from its source and id
 * @param caseId null when an outcome named none
 * @param person the person, or the subject while no person is known; null when an outcome named
 *     none
 * @param pattern of a warning; null for an outcome
 * @param grade of a warning; null for an outcome
 * @param source of an outcome; null for a warning
 * @param eventId of an outcome; null for a warning
 * @param reasonCode stable, why it waits or went on
 * @param reason a sentence
 * @param changedAt epoch milliseconds
 */
public record HeldChange(
    String heldId,
    Kind kind,
    State state,
    String caseId,
    String person,
    String pattern,
    String grade,
    String source,
    String eventId,
    String reasonCode,
    String reason,
    long changedAt)
    implements GateOutput {

  /** Of what. New kinds go at the end. */
  public enum Kind {
    WARNING,
    OUTCOME
  }

  /** New states go at the end. */
  public enum State {
    /** Waits for the operator. */
    HELD,
    /** Went on to the cases. */
    RELEASED,
    /** Goes no further, by the operator's word. */
    DROPPED,
    /** An outcome that no case can use; it waits for nobody's decision but somebody should look. */
    UNMATCHED
  }

  static HeldChange of(Warning warning, State state, String code, String reason, long at) {
    return new HeldChange(
        warning.warningId(),
        Kind.WARNING,
        state,
        warning.caseId(),
        warning.caseOwner(),
        warning.pattern(),
        warning.grade().name(),
        null,
        null,
        code,
        reason,
        at);
  }

  /** An outcome that changed no case. */
  public static HeldChange of(UnmatchedOutcome unmatched) {
    return of(unmatched.outcome(), unmatched.because().name());
  }

  static HeldChange of(Outcome outcome, String code) {
    return new HeldChange(
        Ids.of("unmatched", outcome.source(), outcome.eventId()),
        Kind.OUTCOME,
        State.UNMATCHED,
        outcome.caseId(),
        outcome.person(),
        null,
        null,
        outcome.source(),
        outcome.eventId(),
        code,
        outcome.step() + " " + outcome.result(),
        outcome.eventTime());
  }
}
