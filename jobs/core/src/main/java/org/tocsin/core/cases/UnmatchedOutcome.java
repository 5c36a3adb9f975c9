package org.tocsin.core.cases;

import org.tocsin.core.event.Outcome;

/** An outcome that changed no case, whole and with the reason: nothing is dropped silently. */
public record UnmatchedOutcome(Outcome outcome, Reason because) implements CaseOutput {

  /** Stable: metrics and pages name them. State never stores them. */
  public enum Reason {
    /** No case of this id, or of this person, is known here. */
    UNKNOWN_CASE,
    /** The case was closed and the outcome is none that reopens it. */
    CASE_CLOSED,
    /** The step cannot have this result, see the matrix of case-lifecycle.md. */
    DOES_NOT_FIT,
    /** The account has been stopped as often as the law allows; what is left is a formal freeze. */
    STOP_LIMIT,
    /** It is about a measure, and no such measure is advised or in force. */
    NO_SUCH_ADVICE,
    /** A task is handed over, or its receipt given, and there is none to hand over. */
    NO_SUCH_TASK,
    /** The unit is in no table, or it is not its task to hand over or to take. */
    WRONG_UNIT
  }
}
