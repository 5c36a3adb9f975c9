package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.pattern.OpeningSigns.AtCounter;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;

/** O7: refused more than once, and applies again. */
public final class O7RefusedAgain implements Row {

  private static final long serialVersionUID = 1L;

  public static final String AGAIN = "O7.refused-again";
  public static final String APPLICATION = "application";

  private static final int SCORE = 40;

  private final OpeningRules.O7 settings;
  private final O5OutOfProvince elsewhere;
  private final Words words;

  public O7RefusedAgain(Rulebook rules) {
    this.settings = rules.detection().openings().o7();
    this.elsewhere = new O5OutOfProvince(rules);
    this.words = new Words(rules);
  }

  @Override
  public OpeningRules.O7 settings() {
    return settings;
  }

  public Condition application() {
    return Condition.of(SignalKind.REFUSED_AGAIN);
  }

  @Override
  public String id() {
    return "O7";
  }

  @Override
  public Lane lane() {
    return Lane.OPENING;
  }

  @Override
  public List<String> sequences() {
    return List.of(AGAIN);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal again = match.firstAt(APPLICATION);
    Text reason =
        new Text(
            "%s内已被拒%d次，%s又%s办卡。请了解被拒原因。"
                .formatted(
                    words.lengthZh(settings.window().toMillis()),
                    again.count(),
                    words.timeZh(again.eventTime()),
                    again.other() == null ? "申请" : "开"),
            "Refused %s within %s, and a card was %s again at %s. Find out why it was refused."
                .formatted(
                    Words.timesEn(again.count()),
                    words.lengthEn(settings.window().toMillis()),
                    OpeningSigns.stageEn(again),
                    words.timeEn(again.eventTime())));
    Proposal advice = OpeningSigns.proposal(again, AtCounter.PROMPT, "O7_REFUSED_AGAIN");
    return Optional.of(
        OpeningSigns.assessment(again, List.of(again), SCORE, reason, advice, elsewhere));
  }

  @Override
  public Card card() {
    return new Card(
        "Refused, tries again",
        "被拒后再申办",
        "Two refusals within a day, at whatever institutions, and another application.",
        "Whoever waits a day, or is turned away without a record.",
        List.of("Somebody who left the papers at home: once refused is not enough"),
        "domain/mules.md, O7 (default)");
  }
}
