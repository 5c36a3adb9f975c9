package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B1TestBurst;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** B1 is a flow of money through one account, and a further income after it. */
final class B1Sequences {

  private B1Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    return AccountFlowSequences.of(new B1TestBurst(rules));
  }
}
