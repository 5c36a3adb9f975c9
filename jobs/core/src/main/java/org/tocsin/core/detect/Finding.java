package org.tocsin.core.detect;

import org.tocsin.core.event.Outcome;
import org.tocsin.core.links.Mail;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Lane;

/**
 * What comes out of detection, in the order in which it was found. New members go at the end of the
 * clause.
 */
public sealed interface Finding
    permits Finding.Raised, Finding.Held, Finding.OutcomePassed, Finding.Posted {

  /** A warning. */
  record Raised(org.tocsin.core.warning.Warning warning) implements Finding {}

  /**
   * A sequence was complete and no warning was given: the answer to "why not?".
   *
   * @param heldId the same events and rules give the same id, on every run
   * @param caseOwner the person, or the subject while no person is known
   * @param signalId of the signal that the reason is about
   * @param eventTime of that signal's last event, epoch milliseconds
   * @param subject token of what the signal is about
   * @param other token of the other side, such as the payee; null if there is none
   * @param evidence the signal's last event
   */
  record Held(
      String heldId,
      Reason reason,
      Lane lane,
      String pattern,
      String rulesVersion,
      String caseOwner,
      String signalId,
      long eventTime,
      String subject,
      String other,
      Evidence evidence)
      implements Finding {}

  /** An outcome, on its way to the case behind the warnings that came before it. */
  record OutcomePassed(Outcome outcome) implements Finding {}

  /** A letter to a room of the linking job. */
  record Posted(Mail mail) implements Finding {}

  /** Why a warning was held back. State stores the ordinal: new reasons go at the end. */
  enum Reason {
    KNOWN_PAYEE,
    OWN_ACCOUNT,
    REGISTERED_MERCHANT,
    TRUSTED_PHONE,
    TRUSTED_ACCOUNT,
    CONFIRMED_LEGITIMATE,
    HABIT,
    QUIET_TIME
  }
}
