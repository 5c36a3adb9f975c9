package org.tocsin.core.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;

/** P6: a forwarded phone that many strangers call. */
public final class P6Relay implements Row {

  private static final long serialVersionUID = 1L;

  public static final String RELAYED = "P6.relay";
  public static final String FORWARDING = "forwarding";
  public static final String CALLS = "calls";

  private final PhoneCardRules.P6 settings;
  private final Words words;

  public P6Relay(Rulebook rules) {
    this.settings = rules.detection().phoneCards().p6();
    this.words = new Words(rules);
  }

  @Override
  public PhoneCardRules.P6 settings() {
    return settings;
  }

  public Condition calls() {
    return Condition.of(SignalKind.RELAY);
  }

  @Override
  public String id() {
    return "P6";
  }

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public List<String> sequences() {
    return List.of(RELAYED);
  }

  public Condition forwarding() {
    return Condition.of(SignalKind.FORWARDING_ON);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal forwarding = match.firstAt(FORWARDING);
    Signal calls = match.firstAt(CALLS);
    if (!forwarding.subject().equals(calls.subject())) {
      return Optional.empty();
    }
    List<Signal> signals = new ArrayList<>(List.of(forwarding, calls));
    List<Signal> talkedInto = view.of(SignalKind.UNKNOWN_CALL, call -> precedes(call, forwarding));
    signals.addAll(talkedInto);
    boolean victim = !talkedInto.isEmpty();
    Assessment relay =
        PhoneSigns.assessment(
            "P6_RELAY", calls, Assessments.ordered(signals), reason(forwarding, calls, victim));
    return Optional.of(
        AssessmentBuilder.builder(relay)
            .first(forwarding)
            .lane(victim ? Lane.VICTIM : null)
            .build());
  }

  /** A suspicious call shortly before, or still going on. */
  private boolean precedes(Signal call, Signal forwarding) {
    long before = forwarding.eventTime() - settings.victimCallBefore().toMillis();
    return CallSigns.suspicious(call)
        && call.subject().equals(forwarding.subject())
        && call.eventTime() <= forwarding.eventTime()
        && call.endTime() >= before;
  }

  private Text reason(Signal forwarding, Signal calls, boolean victim) {
    String hoursZh = words.lengthZh(settings.within().toMillis());
    String hoursEn = words.lengthEn(settings.within().toMillis());
    return new Text(
        "%s开通呼叫转移，%s内%d个陌生号码呼入%s。"
            .formatted(
                words.timeZh(forwarding.eventTime()),
                hoursZh,
                calls.count(),
                victim ? "；开通前曾接可疑来电，机主可能被诱导" : "，疑似被用作中转"),
        "Forwarding switched on at %s; %d unknown numbers called within %s%s."
            .formatted(
                words.timeEn(forwarding.eventTime()),
                calls.count(),
                hoursEn,
                victim
                    ? ", after a suspicious call: the owner may have been talked into it"
                    : ", as a relay's do"));
  }

  @Override
  public Card card() {
    return new Card(
        "Forwarding relay",
        "呼叫转移中转",
        "Forwarding switched on, then within a day calls from twenty or more numbers the phone never spoke"
            + " with. After a call from abroad, over the internet or from a listed number the owner is"
            + " the one deceived, and the lane is VICTIM.",
        "Relays through apps; forwarding that no carrier reports.",
        List.of(
            "A shop that forwards its line in the evening: its callers are known, or few",
            "Forwarding while abroad: few strangers call; trusted phones never"),
        "domain/mules.md, P6");
  }
}
