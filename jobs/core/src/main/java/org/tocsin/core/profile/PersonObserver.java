package org.tocsin.core.profile;

import java.io.Serializable;
import org.tocsin.core.rulebook.Rulebook;

/** Notices one kind of thing about a person's cards. Registered in {@link PersonFold}. */
interface PersonObserver extends Serializable {

  /**
   * Judges every application that the record bears upon, those after it too: a late record counts
   * where it belongs. What was told before is told again under its id.
   *
   * @param profile the record is among its cards already
   */
  void observe(PersonProfile profile, CardRecord added, Rulebook rules, Told told);
}
