package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B9CryptoOtc;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** B9 is a flow of money through one account, and a further income after it. */
final class B9Sequences {

  private B9Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    return AccountFlowSequences.of(new B9CryptoOtc(rules));
  }
}
