package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B3ManyToFew;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** B3 is a flow of money through one account, and a further income after it. */
final class B3Sequences {

  private B3Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    return AccountFlowSequences.of(new B3ManyToFew(rules));
  }
}
