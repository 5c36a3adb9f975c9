package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Call;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/**
 * A SIM that calls one way says where it does so: its handset once a day, its cell once an hour
 * while the SIM is young (P4, P5). Whether it goes from handset to handset, or makes all its calls
 * at one cell, it knows by itself.
 */
final class SimBoxes implements DayRule {

  private static final long serialVersionUID = 1L;
  private static final long HOUR_MILLIS = 3_600_000;

  @Override
  public PhoneProfile judge(
      PhoneProfile profile, Call call, CallWindow.Counts counts, Rulebook rules, Told told) {
    PhoneCardRules settings = rules.detection().phoneCards();
    boolean oneWay =
        counts.outgoingShare() >= settings.p4().outgoingShareMin()
            && counts.callsPerPeer() <= settings.p4().callsPerPeerMax();
    if (!oneWay) {
      return profile;
    }
    long time = Calls.start(call);
    int callees = counts.distinctCallees();
    PhoneProfile changed = tellCell(profile, call, time, callees, settings, told);
    if (callees < settings.p4().calleesMin()) {
      return changed;
    }
    changed = atCell(changed, call, time);
    if (call.callerImei() != null && !Bursts.isNear(changed, Bursts.HANDSET, time)) {
      Handsets.tellSeen(changed, EntityKind.IMEI, call.callerImei(), call, true, told);
      changed = Bursts.at(changed, Bursts.HANDSET, time);
    }
    boolean desk = counts.calledBackShare() > settings.p4().calledBackShareMax();
    return tellBox(changed, call, time, desk, settings.p4(), told);
  }

  /** Few callees say where a SIM is; from as many on as P4 asks for, that it calls one way. */
  private static PhoneProfile tellCell(
      PhoneProfile profile, Call call, long time, int callees, PhoneCardRules settings, Told told) {
    boolean quiet =
        Bursts.isNear(profile, Bursts.CELL, time, HOUR_MILLIS)
            && callees != settings.p4().calleesMin();
    if (quiet
        || call.callerCell() == null
        || callees < settings.p5().calleesMin()
        || !isYoung(profile, time, settings.p5())) {
      return profile;
    }
    boolean oneWay = callees >= settings.p4().calleesMin();
    Handsets.tellSeen(profile, EntityKind.CELL, call.callerCell(), call, oneWay, told);
    return Bursts.at(profile, Bursts.CELL, time);
  }

  static boolean isYoung(PhoneProfile profile, long time, PhoneCardRules.P5 settings) {
    return profile.facts().standing().openedWithin(settings.youngSim().toMillis(), time);
  }

  /** The cell, since when, and how many calls one way were made there within a day. */
  private static PhoneProfile atCell(PhoneProfile profile, Call call, long time) {
    if (call.callerCell() == null) {
      return profile;
    }
    long cell = EventHash.token(call.callerCell());
    long[] before = profile.cell();
    boolean same =
        before.length > 0 && before[0] == cell && Math.abs(time - before[1]) <= 24 * HOUR_MILLIS;
    long[] now =
        same
            ? new long[] {cell, Math.min(before[1], time), before[2] + 1}
            : new long[] {cell, time, 1};
    return PhoneProfileBuilder.builder(profile).cell(now).build();
  }

  /** From handset to handset it is a lead; never moving is what every desk does: watched. */
  private static PhoneProfile tellBox(
      PhoneProfile profile,
      Call call,
      long time,
      boolean desk,
      PhoneCardRules.P4 settings,
      Told told) {
    int handsets = Handsets.since(profile, time - settings.handsetMemory().toMillis());
    boolean many =
        handsets >= settings.handsetsMin()
            && profile.past().callsPerPeer() <= settings.callsPerPeerMax();
    boolean still =
        !desk && profile.cell().length > 0 && profile.cell()[2] >= settings.callsAtOneCellMin();
    if (!many && !still) {
      return profile;
    }
    int kind = many ? Bursts.BOX : Bursts.BOX_WATCHED;
    if (Bursts.isNear(profile, Bursts.BOX, time) || Bursts.isNear(profile, kind, time)) {
      return profile;
    }
    List<Trait> traits = new ArrayList<>(3);
    traits.add(many ? Trait.MANY_HANDSETS : Trait.WATCH_ONLY);
    if (still) {
      traits.add(Trait.ONE_PLACE);
    }
    if (profile.facts().standing().trustedAt(time)) {
      traits.add(Trait.TRUSTED);
    }
    told.tell(
        SignalBuilder.builder()
            .signalId(Ids.of(SignalKind.SIM_BOX, profile.token(), Calls.key(call), many))
            .kind(SignalKind.SIM_BOX)
            .subjectKind(SubjectKind.PHONE)
            .subject(profile.token())
            .eventTime(time)
            .endTime(time)
            .strength(many ? 60 : 25)
            .count(many ? handsets : (int) profile.cell()[2])
            .traits(traits)
            .region(call.region())
            .evidence(List.of(Evidence.of(call, "one more call of a SIM that a box may hold")))
            .build());
    return Bursts.at(profile, kind, time);
  }
}
