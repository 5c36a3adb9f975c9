package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.V3TaskRebate;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in V3. */
final class V3Sequences {

  private V3Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    V3TaskRebate row = new V3TaskRebate(rules);
    Duration window = row.settings().window();
    Steps rebate =
        Steps.first(V3TaskRebate.TEST, row.test()).then(V3TaskRebate.REBATE, row.rebate());
    Steps jump = rebate.then(V3TaskRebate.JUMP, row.jump());
    Steps jumps = jump.then(V3TaskRebate.NEXT, row.next());
    return List.of(
        NamedSequence.of(V3TaskRebate.REBATE_SEEN, row.id(), rebate.within(window)),
        NamedSequence.of(V3TaskRebate.JUMP_SEEN, row.id(), jump.within(window)),
        NamedSequence.of(V3TaskRebate.JUMPS_SEEN, row.id(), jumps.within(window)));
  }
}
