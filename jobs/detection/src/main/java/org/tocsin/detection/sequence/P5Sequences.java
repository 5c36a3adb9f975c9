package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.P5Cohort;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** P5 is a single signal. */
final class P5Sequences {

  private P5Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    P5Cohort row = new P5Cohort(rules);
    return List.of(
        NamedSequence.of(
            P5Cohort.TOGETHER,
            row.id(),
            Steps.first(P5Cohort.COHORT, row.cohort()).within(row.settings().window())));
  }
}
