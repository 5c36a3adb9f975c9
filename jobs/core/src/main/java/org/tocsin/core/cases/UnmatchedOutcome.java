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
    STOP_LIMIT
  }
}
