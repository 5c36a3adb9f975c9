package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B5DormantWakes;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** B5 is a flow of money through one account, and a further income after it. */
final class B5Sequences {

  private B5Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    return AccountFlowSequences.of(new B5DormantWakes(rules));
  }
}
