package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.V9Handover;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in V9: the sign may come before, between or after. */
final class V9Sequences {

  private V9Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    V9Handover row = new V9Handover(rules);
    Duration window = row.settings().window();
    Condition handover = row.handover();
    Condition sign = row.sign();
    Steps signFirst =
        Steps.first(V9Handover.SIGN, sign)
            .then(V9Handover.FIRST, handover)
            .then(V9Handover.AGAIN, handover);
    Steps signBetween =
        Steps.first(V9Handover.FIRST, handover)
            .then(V9Handover.SIGN, sign)
            .then(V9Handover.AGAIN, handover);
    Steps signLast =
        Steps.first(V9Handover.FIRST, handover)
            .then(V9Handover.AGAIN, handover)
            .then(V9Handover.SIGN, sign);
    Steps signAndFirst = Steps.first(V9Handover.SIGN, sign).then(V9Handover.FIRST, handover);
    Steps firstAndSign = Steps.first(V9Handover.FIRST, handover).then(V9Handover.SIGN, sign);
    return List.of(
        NamedSequence.of(V9Handover.SIGN_AND_FIRST, row.id(), signAndFirst.within(window)),
        NamedSequence.of(V9Handover.FIRST_AND_SIGN, row.id(), firstAndSign.within(window)),
        NamedSequence.of(V9Handover.SIGN_FIRST, row.id(), signFirst.within(window)),
        NamedSequence.of(V9Handover.SIGN_BETWEEN, row.id(), signBetween.within(window)),
        NamedSequence.of(V9Handover.SIGN_LAST, row.id(), signLast.within(window)));
  }
}
