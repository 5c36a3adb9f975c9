package org.tocsin.core.profile;

import java.io.Serializable;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.SignalKind;

/**
 * One way in which money runs through an account, told by a walk over the remembered movements from
 * an anchor on. Registered in {@link AccountFlows}, which asks it only of personal accounts.
 */
interface FlowRule extends Serializable {

  SignalKind kind();

  /** A few comparisons: whether a movement can complete or begin such a flow at all. */
  boolean concerns(AccountProfile profile, Movement moved, BankCardRules rules);

  /** Anchors at most so long before a movement may be concerned by it, milliseconds. */
  long reachMillis(BankCardRules rules);

  /** Anchors at most so long after a movement may be concerned by it, milliseconds. */
  default long reachBackMillis(BankCardRules rules) {
    return 0;
  }

  boolean isAnchor(Movement moved, BankCardRules rules);

  /**
   * @param at the anchor's place among the profile's movements
   * @return what it amounts to, the first moment at which it can be told; null when to nothing
   */
  Flow judge(AccountProfile profile, int at, BankCardRules rules);

  /**
   * Whether something else known of the account is part of it (its opening, its sleep), so that a
   * late record may complete it.
   */
  default boolean isToldAgain() {
    return false;
  }
}
