package org.tocsin.core.detect;

import java.util.List;
import org.tocsin.core.signal.Signal;

/**
 * Whose an account or phone is, and its latest signals, to be told again when that changes.
 *
 * @param person null while unknown, or closed
 * @param since when it was last said, epoch milliseconds
 */
public record OwnerState(String person, long since, List<Signal> recent) {

  static final OwnerState NOTHING = new OwnerState(null, 0, List.of());
}
