package org.tocsin.core.profile;

import java.io.Serializable;
import org.tocsin.core.event.Call;
import org.tocsin.core.rulebook.Rulebook;

/** Notices one kind of thing on a phone. Registered in {@link PhoneFold}. */
public interface PhoneObserver extends Serializable {

  /**
   * @param profile before the call is counted among its contacts
   * @return the profile, with whatever the observer keeps in it
   */
  PhoneProfile observe(PhoneProfile profile, Call call, Rulebook rules, Told told);
}
