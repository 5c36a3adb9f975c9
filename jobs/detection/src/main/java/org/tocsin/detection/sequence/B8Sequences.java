package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B8GoldRun;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** B8 is a flow of money through one account, and a further income after it. */
final class B8Sequences {

  private B8Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    return AccountFlowSequences.of(new B8GoldRun(rules));
  }
}
