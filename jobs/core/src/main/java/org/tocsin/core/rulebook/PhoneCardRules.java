package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/** The settings of the phone-card rows. */
public record PhoneCardRules(P1 p1, P2 p2, P3 p3, P6 p6, P8 p8, P4 p4, P5 p5, P7 p7)
    implements Serializable {

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
   * @param pastDaysMin the same rule may be asked of all calls so far after so many days with calls
   * @param steadyOutgoingMin what has done so as long as it is known is a lead only when this share
   *     of all its calls is outgoing
   * @param talkMin an answered call of this length is a talk
   * @param talkShareMin an older SIM of whose answered calls a smaller share are talks is no lead …
   * @param talksOfMin … once so many were answered
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
      Duration leadDaysOf,
      int pastDaysMin,
      double steadyOutgoingMin,
      Duration talkMin,
      double talkShareMin,
      int talksOfMin)
      implements Serializable {}

  /**
   * New SIM burst.
   *
   * @param afterOpening so soon after the SIM was opened
   * @param calleesMin distinct numbers called in a day
   * @param leadCalleesMin distinct numbers called by a lead; fewer are watched
   * @param incomingPerOutgoingMax calls received for each call made
   * @param calledBackShareMax a lead is called back by at most this share of the numbers it called
   */
  public record P2(
      Duration afterOpening,
      int calleesMin,
      int leadCalleesMin,
      double incomingPerOutgoingMax,
      double calledBackShareMax)
      implements Serializable {}

  /**
   * No callback.
   *
   * @param callsMin outgoing calls in a day
   * @param calledBackShareBelow less than this share of the numbers called called back
   * @param youngSim a SIM opened within it makes it a lead, any other is watched
   */
  public record P3(int callsMin, double calledBackShareBelow, Duration youngSim)
      implements Serializable {}

  /**
   * Forwarding.
   *
   * @param callersMin so many unknown numbers call …
   * @param within … so soon after calls were forwarded
   * @param victimCallBefore a suspicious call so long before: the owner was talked into it
   */
  public record P6(int callersMin, Duration within, Duration victimCallBefore)
      implements Serializable {}

  /**
   * Dormant SIM wakes.
   *
   * @param silence no call for so long
   * @param callsMin outgoing calls in a day …
   * @param within … so soon after the first call
   * @param outgoingShareMin share of outgoing calls of a lead
   * @param calledBackShareMax a lead is called back by at most this share of the numbers it called
   * @param unusedMax a SIM that was never seen to call is dormant when it was opened at most so
   *     long ago; of an older one the calls were not read
   */
  public record P8(
      Duration silence,
      int callsMin,
      Duration within,
      double outgoingShareMin,
      double calledBackShareMax,
      Duration unusedMax)
      implements Serializable {}

  /**
   * SIM box.
   *
   * @param simsMin so many SIMs in one handset …
   * @param window … within it
   * @param oneWaySimsMin of which so many call one way, to be a lead; one, to be watched
   * @param handsetsMin or one SIM in so many handsets …
   * @param handsetMemory … within it
   * @param callsAtOneCellMin so many calls within 24 h at one cell are watched …
   * @param calledBackShareMax … when at most this share of the numbers called back
   * @param calleesMin one way is: so many distinct numbers called in a day …
   * @param outgoingShareMin … this share of calls outgoing …
   * @param callsPerPeerMax … at most so many calls for each number
   */
  public record P4(
      int simsMin,
      Duration window,
      int oneWaySimsMin,
      int handsetsMin,
      Duration handsetMemory,
      int callsAtOneCellMin,
      double calledBackShareMax,
      int calleesMin,
      double outgoingShareMin,
      double callsPerPeerMax)
      implements Serializable {}

  /**
   * Cohort.
   *
   * @param simsMin so many SIMs that call one way, as P4 has it …
   * @param openedWithin … opened within it of each other …
   * @param window … call from one cell within it
   * @param youngSim only SIMs opened within it say where they are
   * @param calleesMin each calls so many different numbers in a day
   */
  public record P5(
      int simsMin, Duration openedWithin, Duration window, Duration youngSim, int calleesMin)
      implements Serializable {}

  /**
   * SIM swap.
   *
   * @param within the payment comes within it after the change
   * @param amountMinMinor smaller payments are everyday ones
   */
  public record P7(Duration within, long amountMinMinor) implements Serializable {}
}
