package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B10Evasion;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** B10 is a flow of money through one account, and a further income after it. */
final class B10Sequences {

  private B10Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    return AccountFlowSequences.of(new B10Evasion(rules));
  }
}
