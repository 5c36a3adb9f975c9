package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B7CashOut;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** B7 is a flow of money through one account, and a further income after it. */
final class B7Sequences {

  private B7Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    return AccountFlowSequences.of(new B7CashOut(rules));
  }
}
