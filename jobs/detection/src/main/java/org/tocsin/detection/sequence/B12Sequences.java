package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.B12ContactChanged;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in B12. */
final class B12Sequences {

  private B12Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    B12ContactChanged row = new B12ContactChanged(rules);
    Steps ran =
        Steps.first(B12ContactChanged.CHANGE, row.change())
            .then(B12ContactChanged.OUT, row.fastOut());
    Steps more = ran.then(B12ContactChanged.INCOME, row.income());
    return List.of(
        NamedSequence.of(B12ContactChanged.RAN, row.id(), ran.within(row.window())),
        NamedSequence.of(B12ContactChanged.AND_MORE, row.id(), more.within(row.window())));
  }
}
