package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** What the rows about phone cards have in common. */
final class PhoneSigns {

  static final int LEAD_SCORE = 55;
  static final int WATCH_SCORE = 20;

  private PhoneSigns() {}

  static boolean isLead(Signal signal) {
    return !signal.has(Trait.WATCH_ONLY);
  }

  /** A lead has the carrier verify the SIM; anything less is watched. */
  static Assessment assessment(String row, Signal signal, List<Signal> signals, Text reason) {
    boolean lead = isLead(signal);
    return new Assessment(
        Level.T1,
        lead ? LEAD_SCORE : WATCH_SCORE,
        null,
        reason,
        signals.get(0),
        signals,
        SubjectKind.PHONE,
        signal.subject(),
        signal.region(),
        List.of(proposal(row, signal.subject(), lead)));
  }

  static Proposal proposal(String row, String phone, boolean lead) {
    return new Proposal(
        lead ? Advice.Kind.REVERIFY_SIM : Advice.Kind.WATCH,
        EntityKey.phone(phone),
        null,
        row + (lead ? "_LEAD" : "_WATCH"));
  }
}
