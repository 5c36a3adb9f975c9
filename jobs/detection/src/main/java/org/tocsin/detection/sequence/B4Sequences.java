package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B4OneToMany;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** B4 is a flow of money through one account, and a further income after it. */
final class B4Sequences {

  private B4Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    return AccountFlowSequences.of(new B4OneToMany(rules));
  }
}
