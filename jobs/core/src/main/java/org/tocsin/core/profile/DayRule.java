package org.tocsin.core.profile;

import java.io.Serializable;
import org.tocsin.core.event.Call;
import org.tocsin.core.rulebook.Rulebook;

/** Judges the calls of a phone's last day. Registered in {@link CallDays}. */
interface DayRule extends Serializable {

  /**
   * @param counts of the day that ends with the phone's newest call
   */
  PhoneProfile judge(
      PhoneProfile profile, Call call, CallWindow.Counts counts, Rulebook rules, Told told);
}
