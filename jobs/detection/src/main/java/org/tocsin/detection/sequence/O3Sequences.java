package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.O3SharedContact;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** O3 is a single signal. */
final class O3Sequences {

  private O3Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    O3SharedContact row = new O3SharedContact(rules);
    return List.of(
        NamedSequence.of(
            O3SharedContact.SHARED,
            row.id(),
            Steps.first(O3SharedContact.CONTACT, row.contact()).within(row.settings().window())));
  }
}
