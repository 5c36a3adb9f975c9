package org.tocsin.core.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.tocsin.core.warning.Advice;

/**
 * An advice that is neither refused, released nor expired.
 *
 * @param before the state an appeal found; null when none is running
 * @param reminded whether the end of the stop was announced
 */
@RecordBuilder
public record LiveAdvice(
    Advice advice,
    String warningId,
    AdviceChange.State state,
    AdviceChange.State before,
    boolean reminded) {

  boolean isStop() {
    return advice.kind() == Advice.Kind.STOP_PAYMENT;
  }

  /** A stop that holds money now, also while an appeal against it runs. */
  boolean inForce() {
    return isStop()
        && (state == AdviceChange.State.ACCEPTED || before == AdviceChange.State.ACCEPTED);
  }

  /**
   * @param account null for any
   */
  boolean concerns(String account) {
    return account == null || account.equals(advice.account());
  }
}
