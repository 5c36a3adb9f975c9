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
 * @param recent warnings of the pattern in the window that ended with this one; null but for HELD
 * @param usual warnings of the pattern that such a window would bring; null but for HELD
 * @param goesOnAt epoch milliseconds, when it goes on if nobody decides; null but for HELD
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
    long changedAt,
    Long recent,
    Long usual,
    Long goesOnAt)
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

  /** A warning that is held back, with the figures by which somebody can judge that. */
  static HeldChange held(Warning warning, String reason, Surge surge, long at, long goesOnAt) {
    return of(
        warning,
        State.HELD,
        "FAR_MORE_THAN_USUAL",
        reason,
        at,
        Math.round(surge.recent(warning.pattern())),
        Math.round(surge.usual(warning.pattern())),
        goesOnAt);
  }

  /** A warning that waits no longer. */
  static HeldChange decided(Warning warning, State state, String code, long at) {
    return of(warning, state, code, "", at, null, null, null);
  }

  private static HeldChange of(
      Warning warning,
      State state,
      String code,
      String reason,
      long at,
      Long recent,
      Long usual,
      Long goesOnAt) {
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
        at,
        recent,
        usual,
        goesOnAt);
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
        outcome.eventTime(),
        null,
        null,
        null);
  }
}
