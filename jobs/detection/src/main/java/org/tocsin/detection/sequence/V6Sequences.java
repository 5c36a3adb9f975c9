package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.V6BossOrFriend;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in V6. */
final class V6Sequences {

  private V6Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    V6BossOrFriend row = new V6BossOrFriend(rules);
    Duration window = row.settings().window();
    return List.of(
        NamedSequence.of(
            V6BossOrFriend.PAID,
            row.id(),
            Steps.first(V6BossOrFriend.PAYMENT, row.payment()).within(window)),
        NamedSequence.of(
            V6BossOrFriend.CALLED_AND_PAID,
            row.id(),
            Steps.first(V6BossOrFriend.CALL, row.call())
                .then(V6BossOrFriend.PAYMENT, row.payment())
                .within(window)));
  }
}
