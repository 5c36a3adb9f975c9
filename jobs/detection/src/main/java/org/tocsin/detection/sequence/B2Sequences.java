package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.B2FastInFastOut;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in B2. */
final class B2Sequences {

  private B2Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    B2FastInFastOut row = new B2FastInFastOut(rules);
    Duration window = row.settings().window();
    Steps first = Steps.first(B2FastInFastOut.FIRST, row.fastOut());
    return List.of(
        NamedSequence.of(
            B2FastInFastOut.TWICE,
            row.id(),
            first.then(B2FastInFastOut.SECOND, row.again()).within(window)),
        NamedSequence.of(
            B2FastInFastOut.AND_MORE,
            row.id(),
            first.then(B2FastInFastOut.INCOME, row.income()).within(window)));
  }
}
