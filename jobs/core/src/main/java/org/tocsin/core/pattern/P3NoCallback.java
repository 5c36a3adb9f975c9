package org.tocsin.core.pattern;

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

/** P3: a phone calls much and nobody calls back. */
public final class P3NoCallback implements Row {

  private static final long serialVersionUID = 1L;

  public static final String UNRETURNED = "P3.no-callback";
  public static final String CALLS = "calls";

  private final PhoneCardRules.P3 settings;
  private final Words words;

  public P3NoCallback(Rulebook rules) {
    this.settings = rules.detection().phoneCards().p3();
    this.words = new Words(rules);
  }

  @Override
  public PhoneCardRules.P3 settings() {
    return settings;
  }

  public Condition calls() {
    return Condition.of(SignalKind.NO_CALLBACK);
  }

  @Override
  public String id() {
    return "P3";
  }

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public List<String> sequences() {
    return List.of(UNRETURNED);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal calls = match.firstAt(CALLS);
    String share = words.percent(settings.calledBackShareBelow());
    Text reason =
        new Text(
            "至%s一日内呼出%d次，回拨者不足%s%s。"
                .formatted(
                    words.timeZh(calls.eventTime()),
                    calls.count(),
                    share,
                    PhoneSigns.isLead(calls) ? "，且为新开卡" : "，卡龄较长或未知，仅关注"),
            "Made %d calls in the day up to %s, called back by less than %s of the numbers%s."
                .formatted(
                    calls.count(),
                    words.timeEn(calls.eventTime()),
                    share,
                    PhoneSigns.isLead(calls)
                        ? ", from a new SIM"
                        : "; the SIM is older or of unknown age, so it is watched only"));
    return Optional.of(PhoneSigns.assessment("P3_NO_CALLBACK", calls, List.of(calls), reason));
  }

  @Override
  public Card card() {
    return new Card(
        "No callback",
        "高频外呼无回拨",
        "Fifty or more calls in a rolling day that fewer than two in a hundred of the numbers return; a"
            + " lead when the SIM is young, otherwise watched.",
        "Calls spread over many SIMs.",
        List.of(
            "Couriers, riders and callback desks are called back",
            "Call centres that nobody listed and nobody calls: their SIMs are old, so they are watched"
                + " only; trusted phones never"),
        "domain/mules.md, P3 (default)");
  }
}
