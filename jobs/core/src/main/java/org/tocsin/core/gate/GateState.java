package org.tocsin.core.gate;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.cases.StopNames;
import org.tocsin.core.warning.Warning;

/**
 * What the gate knows. Under the key all warnings share: the counts and the queue. Under the key of
 * an account or phone: whose it turned out to be.
 *
 * @param since when counting began, epoch milliseconds; 0 before
 * @param held in the order in which they came
 * @param allowed patterns the operator has let through, until they warn as usual again
 * @param known hashes of the latest warnings counted, so that copies are not counted
 * @param dropped hashes of the latest warnings dropped, so that copies do not come back
 * @param owner the person whose account or phone this is; null under every other key
 * @param unowned the gravest warning about an account or phone before it was known whose it is;
 *     null when there is none, or its matter was concluded
 * @param stops of the case under this key
 */
@RecordBuilder
public record GateState(
    List<PatternCounts> counts,
    long since,
    List<HeldWarning> held,
    List<String> allowed,
    long[] known,
    long[] dropped,
    String owner,
    Warning unowned,
    List<StopNames.Named> stops) {

  public GateState {
    counts = List.copyOf(counts);
    held = List.copyOf(held);
    allowed = List.copyOf(allowed);
    stops = stops == null ? List.of() : List.copyOf(stops);
  }

  static final GateState NOTHING =
      new GateState(
          List.of(), 0, List.of(), List.of(), new long[0], new long[0], null, null, List.of());

  boolean isAllowed(String pattern) {
    return allowed.contains(pattern);
  }
}
