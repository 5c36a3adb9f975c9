package org.tocsin.core.cases;

import org.tocsin.core.warning.Advice;

/**
 * The life of one advice.
 *
 * @param changedAt epoch milliseconds
 */
public record AdviceChange(Advice advice, String warningId, State state, long changedAt)
    implements CaseOutput {

  public enum State {
    ISSUED,
    ACCEPTED,
    REFUSED,
    EXPIRED,
    RELEASED,
    APPEALED
  }
}
