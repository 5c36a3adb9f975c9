package org.tocsin.core.profile;

import java.io.Serializable;
import org.tocsin.core.rulebook.Rulebook;

/**
 * Notices one kind of thing on an account. Registered in {@link AccountFold}; called with the
 * profile that already holds the movement.
 */
public interface AccountObserver extends Serializable {

  /**
   * @param moved what was added or has changed
   * @param before what was known of the same flow before; null when it is new
   * @return the profile, with whatever the observer keeps in it
   */
  AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told);
}
