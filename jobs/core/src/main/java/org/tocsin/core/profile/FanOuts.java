package org.tocsin.core.profile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tocsin.core.event.Call;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/** A phone that calls many different numbers once (P1). */
final class FanOuts implements DayRule {

  private static final long serialVersionUID = 1L;
  private static final int DAYS_MAX = 8;

  @Override
  public PhoneProfile judge(
      PhoneProfile profile, Call call, CallWindow.Counts counts, Rulebook rules, Told told) {
    PhoneCardRules.P1 settings = rules.detection().phoneCards().p1();
    boolean fans =
        counts.distinctCallees() >= settings.watchCalleesMin()
            && counts.outgoingShare() >= settings.outgoingShareMin()
            && counts.callsPerPeer() <= settings.callsPerPeerMax();
    if (!fans) {
      return profile;
    }
    long time = Calls.start(call);
    PhoneProfile changed = profile;
    boolean young = profile.facts().standing().openedWithin(settings.youngSim().toMillis(), time);
    boolean many = counts.distinctCallees() >= settings.leadCalleesMin();
    boolean unanswered = counts.calledBackShare() <= settings.calledBackShareMax();
    boolean lead = false;
    if (many) {
      long day = Days.of(time, ZoneId.of(rules.zone()));
      changed = withDay(profile, day);
      long from = day - settings.leadDaysOf().toDays();
      long days = Arrays.stream(changed.leadDays()).filter(d -> d > from && d <= day).count();
      boolean repeated =
          days >= settings.leadDaysMin()
              && !isTrade(profile.past(), settings)
              && !ringsOffSoon(profile.past(), settings);
      lead = unanswered && (young || (repeated && isOneWay(profile.past(), settings)));
    }
    boolean watched =
        young
            || (many && unanswered && isOneWay(profile.past(), settings))
            || isSteady(profile.past(), settings);
    return lead || watched ? tell(changed, call, counts, lead, young, settings, told) : changed;
  }

  /**
   * All its calls so far go out, and to ever other numbers: a busy day of a talkative phone is not.
   */
  private static boolean isOneWay(CallPast past, PhoneCardRules.P1 settings) {
    return past.outgoingShare() >= settings.outgoingShareMin()
        && past.callsPerPeer() <= settings.callsPerPeerMax();
  }

  /** The measured rule, asked of all calls so far, as it was measured. */
  private static boolean isSteady(CallPast past, PhoneCardRules.P1 settings) {
    return past.days() >= settings.pastDaysMin()
        && past.peersPerDay() >= settings.watchCalleesMin()
        && isOneWay(past, settings);
  }

  /** Has done so as long as it is known, and is called now and then: a desk, a courier. */
  private static boolean isTrade(CallPast past, PhoneCardRules.P1 settings) {
    return isSteady(past, settings) && past.outgoingShare() < settings.steadyOutgoingMin();
  }

  /** Hardly ever speaks for a minute, and so talks nobody into anything: a courier. */
  private static boolean ringsOffSoon(CallPast past, PhoneCardRules.P1 settings) {
    return past.answered() >= settings.talksOfMin() && past.talkShare() < settings.talkShareMin();
  }

  /** Once a window at each threshold. */
  private static PhoneProfile tell(
      PhoneProfile profile,
      Call call,
      CallWindow.Counts counts,
      boolean lead,
      boolean young,
      PhoneCardRules.P1 settings,
      Told told) {
    long time = Calls.start(call);
    long quiet = settings.window().toMillis();
    boolean again =
        lead
            ? isNear(profile.leadTold(), time, quiet)
            : isNear(Math.max(profile.fanTold(), profile.leadTold()), time, quiet);
    if (again) {
      return profile;
    }
    List<Trait> traits = new ArrayList<>(2);
    if (young) {
      traits.add(Trait.YOUNG);
    }
    if (!lead) {
      traits.add(Trait.WATCH_ONLY);
    }
    if (profile.facts().standing().trustedAt(time)) {
      traits.add(Trait.TRUSTED);
    }
    told.tell(
        SignalBuilder.builder()
            .signalId(Ids.of(SignalKind.FAN_OUT, profile.token(), Calls.key(call), lead))
            .kind(SignalKind.FAN_OUT)
            .subjectKind(SubjectKind.PHONE)
            .subject(profile.token())
            .eventTime(time)
            .endTime(time)
            .strength(lead ? 60 : 25)
            .count(counts.distinctCallees())
            .traits(traits)
            .region(call.region())
            .evidence(List.of(Evidence.of(call, "one more number called, of many")))
            .build());
    if (!lead) {
      return PhoneProfileBuilder.builder(profile).fanTold(time).build();
    }
    return PhoneFold.withFacts(
        PhoneProfileBuilder.builder(profile).leadTold(time).build(),
        traits.contains(Trait.TRUSTED) ? profile.facts() : profile.facts().lead(SignalKind.FAN_OUT),
        time,
        told);
  }

  private static boolean isNear(long told, long time, long quiet) {
    return told != 0 && Math.abs(time - told) < quiet;
  }

  private static PhoneProfile withDay(PhoneProfile profile, long day) {
    long[] days = Days.with(profile.leadDays(), day, DAYS_MAX);
    return days == profile.leadDays()
        ? profile
        : PhoneProfileBuilder.builder(profile).leadDays(days).build();
  }
}
