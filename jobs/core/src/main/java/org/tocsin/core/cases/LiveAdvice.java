package org.tocsin.core.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.tocsin.core.warning.Advice;

/**
 * An advice that is neither refused, released nor expired.
 *
 * @param before the state an appeal found; null when none is running
 * @param reminded whether the end of the stop was announced
 * @param frozen whether a formal freeze took the place of the stop
 * @param caseId the case it was issued in; null for what version 1.0 issued
 */
@RecordBuilder
public record LiveAdvice(
    Advice advice,
    String warningId,
    AdviceChange.State state,
    AdviceChange.State before,
    boolean reminded,
    boolean frozen,
    String caseId) {

  boolean isStop() {
    return advice.kind() == Advice.Kind.STOP_PAYMENT;
  }

  /** A stop that holds money now, also while an appeal against it runs. */
  boolean inForce() {
    return isStop()
        && (state == AdviceChange.State.ACCEPTED || before == AdviceChange.State.ACCEPTED);
  }

  /** A stop whose end somebody here has to think of; a formal freeze is the authority's. */
  boolean watched() {
    return inForce() && !frozen;
  }

  boolean isDelay() {
    return advice.kind() == Advice.Kind.DELAY_PAYMENT;
  }

  /** Whether it was issued in one of the cases the outcome may mean. */
  boolean ofCase(String id) {
    return id == null || caseId == null || caseId.equals(id);
  }

  /**
   * @param account null for any
   */
  boolean concerns(String account) {
    return account == null || account.equals(advice.account());
  }
}
