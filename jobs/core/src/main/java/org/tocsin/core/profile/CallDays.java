package org.tocsin.core.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.tocsin.core.event.Call;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;

/**
 * Keeps the calls of a phone's last day, and what all its calls come to; has the day judged when
 * enough of it is outgoing.
 */
final class CallDays implements PhoneObserver {

  private static final long serialVersionUID = 1L;

  /** Fewer outgoing calls, or a smaller share of them, interest no rule but P5 … */
  private static final int OUTGOING_MIN = 5;

  private static final double OUTGOING_SHARE_MIN = 0.8;

  /** … except so many, whatever the share. */
  private static final int OUTGOING_MANY = 30;

  /** One line for each thing noticed in a day's calls. */
  private static final List<DayRule> RULES =
      List.of(new FanOuts(), new NewSimBursts(), new NoCallbacks(), new Wakes(), new SimBoxes());

  @Override
  public PhoneProfile observe(PhoneProfile profile, Call call, Rulebook rules, Told told) {
    String peer = Calls.peer(profile, call);
    if (!Calls.isCall(call) || peer == null) {
      return profile;
    }
    PhoneCardRules settings = rules.detection().phoneCards();
    long memory = settings.p1().window().toMillis();
    long time = Calls.start(call);
    boolean outgoing = Calls.outgoing(profile, call);
    CallWindow window =
        profile
            .window()
            .with(EventHash.token(Calls.key(call)), EventHash.token(peer), time, outgoing, memory);
    CallPast past = outgoing ? ended(profile.past(), call, settings.p1()) : profile.past();
    if (window == profile.window()) {
      PhoneProfile same =
          past == profile.past()
              ? profile
              : PhoneProfileBuilder.builder(profile).past(past).build();
      return stillSilent(same, time, settings.p8());
    }
    PhoneProfile changed =
        PhoneProfileBuilder.builder(profile)
            .window(window)
            .past(past.withCall(outgoing, dayEnds(profile, time, rules)))
            .silence(Silence.endedBy(profile, time, settings.p8()))
            .build();
    if (!outgoing) {
      return changed;
    }
    int least =
        SimBoxes.isYoung(changed, time, settings.p5()) ? settings.p5().calleesMin() : OUTGOING_MIN;
    if (!window.mayInterest(least, OUTGOING_SHARE_MIN, OUTGOING_MANY)) {
      return changed;
    }
    CallWindow.Counts counts = window.until(Math.max(time, window.newest()), memory);
    for (DayRule rule : RULES) {
      changed = rule.judge(changed, call, counts, rules, told);
    }
    return changed;
  }

  private static CallPast ended(CallPast past, Call call, PhoneCardRules.P1 settings) {
    boolean answered = call.kind() == Call.Kind.ENDED && Calls.answered(call);
    return answered
        ? past.withAnswered(call.durationSeconds() >= settings.talkMin().toSeconds())
        : past;
  }

  /** Asked of the calendar once a day only. */
  private static long dayEnds(PhoneProfile profile, long time, Rulebook rules) {
    long known = profile.past().dayEnds();
    return time < known
        ? known
        : Instant.ofEpochMilli(time)
            .atZone(ZoneId.of(rules.zone()))
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay(ZoneId.of(rules.zone()))
            .toInstant()
            .toEpochMilli();
  }

  /** A record older than the calls kept may still have come out of the silence. */
  private static PhoneProfile stillSilent(
      PhoneProfile profile, long time, PhoneCardRules.P8 settings) {
    Silence before = profile.silence();
    if (before == null) {
      return profile;
    }
    Silence now = before.withCall(time, settings.silence().toMillis());
    return now == before ? profile : PhoneProfileBuilder.builder(profile).silence(now).build();
  }
}
