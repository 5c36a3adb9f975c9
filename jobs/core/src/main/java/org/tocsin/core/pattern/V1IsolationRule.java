package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** Before any payment: a long call with the person cut off from others, or handed over. */
final class V1IsolationRule implements Serializable {

  private static final long serialVersionUID = 1L;

  private final VictimRules.V1 settings;
  private final long callMaxMillis;
  private final Words words;

  V1IsolationRule(VictimRules.V1 settings, long callMaxMillis, Words words) {
    this.settings = settings;
    this.callMaxMillis = callMaxMillis;
    this.words = words;
  }

  Optional<Assessment> judgeIsolation(Match match, View view) {
    Signal sign = match.firstAt(V1Impersonation.SIGN);
    V1Calls calls = V1Calls.of(match, sign.eventTime(), view);
    Signal call = calls.first();
    boolean forwarding = sign.kind() == SignalKind.FORWARDING_ON;
    long from = call.eventTime() - (forwarding ? settings.isolationBefore().toMillis() : 0);
    long to = calls.endMillis(callMaxMillis) + settings.isolationAfter().toMillis();
    if (calls.lengthMillis() < settings.longCallMin().toMillis()
        || sign.eventTime() < from
        || sign.eventTime() > to) {
      return Optional.empty();
    }
    return Optional.of(
        Assessments.ofVictim(
            Level.T3_PLUS,
            V1Impersonation.SCORE,
            null,
            isolationReason(calls, sign, forwarding),
            call,
            calls.with(List.of(sign)),
            List.of(
                new Proposal(Advice.Kind.DELAY_PAYMENT, null, null, "V1_ISOLATED"),
                new Proposal(Advice.Kind.TELLER_PROMPT, null, null, "V1_ISOLATED"))));
  }

  private Text isolationReason(V1Calls calls, Signal sign, boolean forwarding) {
    Signal call = calls.first();
    return new Text(
        "%s接到%s来电，通话%s，%s%s。尚未见转账，疑似被冒充公检法者隔离控制。"
            .formatted(
                words.timeZh(call.eventTime()),
                CallSigns.originZh(call),
                words.lengthZh(calls.lengthMillis()),
                words.timeZh(sign.eventTime()),
                forwarding ? "开通了呼叫转移" : "劝阻电话未能接通"),
        "Called at %s by %s for %s; at %s %s. No transfer seen yet; looks isolated by police impersonators."
            .formatted(
                words.timeEn(call.eventTime()),
                CallSigns.originEn(call),
                words.lengthEn(calls.lengthMillis()),
                words.timeEn(sign.eventTime()),
                forwarding
                    ? "call forwarding was switched on"
                    : "the centre's call did not get through"));
  }

  /** Handed over and long, and no payment yet: a text in time costs little. */
  Optional<Assessment> judgeHandover(Match match, View view) {
    Signal second = match.firstAt(V1Impersonation.SECOND);
    V1Calls calls = V1Calls.of(match, second.eventTime(), view);
    boolean brief =
        calls.all().stream()
            .anyMatch(
                each ->
                    CallSigns.lengthMillis(each, calls.now())
                        < settings.handoverCallMin().toMillis());
    if (brief || calls.lengthMillis() < settings.longCallMin().toMillis()) {
      return Optional.empty();
    }
    return Optional.of(
        Assessments.ofVictim(
            Level.T1,
            V1Impersonation.SCORE / 2,
            null,
            handoverReason(calls),
            calls.first(),
            calls.all(),
            List.of()));
  }

  private Text handoverReason(V1Calls calls) {
    Signal call = calls.first();
    return new Text(
        "%s接到%s来电，挂断后又接到另一陌生来电，通话共%s。谨防冒充公检法诈骗。"
            .formatted(
                words.timeZh(call.eventTime()),
                CallSigns.originZh(call),
                words.lengthZh(calls.lengthMillis())),
        "Called at %s by %s and then by another unknown caller, %s in all. May be police or court impersonation."
            .formatted(
                words.timeEn(call.eventTime()),
                CallSigns.originEn(call),
                words.lengthEn(calls.lengthMillis())));
  }
}
