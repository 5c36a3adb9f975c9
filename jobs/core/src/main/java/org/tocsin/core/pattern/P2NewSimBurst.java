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

/** P2: a SIM opened days ago calls many numbers. */
public final class P2NewSimBurst implements Row {

  private static final long serialVersionUID = 1L;

  public static final String BURST = "P2.new-sim-burst";
  public static final String NEW_BURST = "burst";

  private final PhoneCardRules.P2 settings;
  private final Words words;

  public P2NewSimBurst(Rulebook rules) {
    this.settings = rules.detection().phoneCards().p2();
    this.words = new Words(rules);
  }

  @Override
  public PhoneCardRules.P2 settings() {
    return settings;
  }

  public Condition burst() {
    return Condition.of(SignalKind.NEW_SIM_BURST);
  }

  @Override
  public String id() {
    return "P2";
  }

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public List<String> sequences() {
    return List.of(BURST);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal burst = match.firstAt(NEW_BURST);
    String most = words.percent(settings.incomingPerOutgoingMax());
    Text reason =
        new Text(
            "开卡不足%d日，至%s一日内呼叫%d个不同号码，来电不超过去电的%s。"
                .formatted(
                    settings.afterOpening().toDays(),
                    words.timeZh(burst.eventTime()),
                    burst.count(),
                    most),
            "Opened within %d days; called %d different numbers in the day up to %s, with calls received at most %s of calls made."
                .formatted(
                    settings.afterOpening().toDays(),
                    burst.count(),
                    words.timeEn(burst.eventTime()),
                    most));
    return Optional.of(PhoneSigns.assessment("P2_NEW_SIM", burst, List.of(burst), reason));
  }

  @Override
  public Card card() {
    return new Card(
        "New SIM burst",
        "新卡突发外呼",
        "A SIM opened within ten days that calls ten or more different numbers in a rolling day and is"
            + " called at most once for ten calls; a lead from fifteen numbers on (d), when hardly anybody"
            + " called back.",
        "SIMs whose opening is not reported; numbers that start slowly.",
        List.of(
            "A courier's new SIM: called back more than once in ten calls, or watched",
            "Somebody who tells all friends the new number: friends call back, and the text asks only"),
        "domain/mules.md, P2: measured table, common SIM-box defaults");
  }
}
