package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/** The settings of the phone-card rows. */
public record PhoneCardRules(P1 p1) implements Serializable {

  /**
   * Fan-out.
   *
   * @param window over which calls are counted
   * @param watchCalleesMin distinct numbers called, to be watched
   * @param leadCalleesMin distinct numbers called, to be a lead
   * @param outgoingShareMin share of outgoing calls among all
   * @param callsPerPeerMax calls for each distinct number
   * @param calledBackShareMax a lead is called back by at most this share of the numbers it called
   * @param youngSim a SIM opened within it is young
   * @param leadDaysMin or the lead's numbers held on so many days …
   * @param leadDaysOf … of these
   */
  public record P1(
      Duration window,
      int watchCalleesMin,
      int leadCalleesMin,
      double outgoingShareMin,
      double callsPerPeerMax,
      double calledBackShareMax,
      Duration youngSim,
      int leadDaysMin,
      Duration leadDaysOf)
      implements Serializable {}
}
