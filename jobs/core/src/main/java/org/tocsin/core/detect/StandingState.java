package org.tocsin.core.detect;

import java.util.List;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Standing;

/**
 * What is known of an account or phone as the other side of signals, and the latest of these, to be
 * told again when more becomes known. Of a handset or cell: which SIMs were seen there.
 *
 * @param sims the latest, one for each SIM; empty for accounts and phones
 */
public record StandingState(Standing standing, List<Signal> recent, List<PlaceSim> sims) {

  static final StandingState NOTHING = new StandingState(Standing.UNKNOWN, List.of(), List.of());

  public StandingState {
    standing = standing == null ? Standing.UNKNOWN : standing;
    sims = sims == null ? List.of() : sims;
  }
}
