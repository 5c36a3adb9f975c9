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

/** P8: a SIM calls much after months of silence. */
public final class P8SimWoken implements Row {

  private static final long serialVersionUID = 1L;

  public static final String WOKEN = "P8.woken";
  public static final String CALLS = "calls";

  private final PhoneCardRules.P8 settings;
  private final Words words;

  public P8SimWoken(Rulebook rules) {
    this.settings = rules.detection().phoneCards().p8();
    this.words = new Words(rules);
  }

  @Override
  public PhoneCardRules.P8 settings() {
    return settings;
  }

  public Condition calls() {
    return Condition.of(SignalKind.SIM_WOKEN);
  }

  @Override
  public String id() {
    return "P8";
  }

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public List<String> sequences() {
    return List.of(WOKEN);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal calls = match.firstAt(CALLS);
    long days = settings.silence().toDays();
    Text reason =
        new Text(
            "该号码静默%d日以上后启用，至%s一日内呼出%d次。"
                .formatted(days, words.timeZh(calls.eventTime()), calls.count()),
            "Silent for %d days or more, then %d calls made in the day up to %s."
                .formatted(days, calls.count(), words.timeEn(calls.eventTime())));
    return Optional.of(PhoneSigns.assessment("P8_WOKEN", calls, List.of(calls), reason));
  }

  @Override
  public Card card() {
    return new Card(
        "Dormant SIM wakes",
        "沉睡卡突然外呼",
        "No call for sixty days, then thirty or more calls made in a day of the first week. A lead when"
            + " the silence was seen and hardly anybody calls back; a SIM known only to have been open"
            + " so long, for "
            + settings.unusedMax().toDays()
            + " d at most, is watched.",
        "Cards woken gently over weeks; those opened longer ago and never seen to call.",
        List.of(
            "An old card given to a courier: called back, so watched only",
            "Somebody back from abroad: few calls"),
        "domain/mules.md, P8 (default)");
  }
}
