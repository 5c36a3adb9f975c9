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

/** O6: somebody on the list of punished persons applies for a card. */
public final class O6Punished implements Row {

  private static final long serialVersionUID = 1L;

  public static final String PUNISHED = "O6.punished";
  public static final String APPLICATION = "application";

  private static final int SCORE = 60;

  private final OpeningRules.O6 settings;
  private final O5OutOfProvince elsewhere;
  private final Words words;

  public O6Punished(Rulebook rules) {
    this.settings = rules.detection().openings().o6();
    this.elsewhere = new O5OutOfProvince(rules);
    this.words = new Words(rules);
  }

  @Override
  public OpeningRules.O6 settings() {
    return settings;
  }

  public Condition application() {
    return Condition.of(SignalKind.PUNISHED_APPLICANT);
  }

  @Override
  public String id() {
    return "O6";
  }

  @Override
  public Lane lane() {
    return Lane.OPENING;
  }

  @Override
  public List<String> sequences() {
    return List.of(PUNISHED);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal application = match.firstAt(APPLICATION);
    Text reason =
        new Text(
            "此人在惩戒名单内，%s%s新卡。已有卡的基本服务照常，惩戒期内不新开。"
                .formatted(
                    words.timeZh(application.eventTime()), OpeningSigns.stageZh(application)),
            "On the list of punished persons; a new card was %s at %s. Basic service on cards held goes on, no new one is due."
                .formatted(
                    OpeningSigns.stageEn(application), words.timeEn(application.eventTime())));
    Proposal advice = OpeningSigns.proposal(application, AtCounter.REFUSE, "O6_PUNISHED");
    return Optional.of(
        OpeningSigns.assessment(
            application, List.of(application), SCORE, reason, advice, elsewhere));
  }

  @Override
  public Card card() {
    return new Card(
        "Punished person",
        "惩戒对象开卡",
        "An application by somebody whom a clue names as punished, until the day the clue says; one"
            + " pending when the person is listed as well.",
        "Punished persons who use somebody else's papers.",
        List.of("A punishment that is over: its date counts, to the millisecond"),
        "domain/mules.md, O6: two or three years, basic service kept");
  }
}
