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
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;

/** O1: cards applied for in many places, or many cards, in a short time. */
public final class O1Burst implements Row {

  private static final long serialVersionUID = 1L;

  public static final String BURST = "O1.burst";
  public static final String APPLICATION = "application";

  private static final int SCORE = 35;

  private final OpeningRules.O1 settings;
  private final O5OutOfProvince elsewhere;
  private final Words words;

  public O1Burst(Rulebook rules) {
    this.settings = rules.detection().openings().o1();
    this.elsewhere = new O5OutOfProvince(rules);
    this.words = new Words(rules);
  }

  @Override
  public OpeningRules.O1 settings() {
    return settings;
  }

  public Condition application() {
    return Condition.of(SignalKind.CARD_BURST);
  }

  @Override
  public String id() {
    return "O1";
  }

  @Override
  public Lane lane() {
    return Lane.OPENING;
  }

  @Override
  public List<String> sequences() {
    return List.of(BURST);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal burst = match.firstAt(APPLICATION);
    Proposal advice = OpeningSigns.proposal(burst, AtCounter.PROMPT, "O1_BURST");
    return Optional.of(
        OpeningSigns.assessment(burst, List.of(burst), SCORE, reason(burst), advice, elsewhere));
  }

  private Text reason(Signal burst) {
    String zh = words.timeZh(burst.eventTime()) + OpeningSigns.stageZh(burst) + "的卡为其一。请询问用途。";
    String en =
        "; the card %s at %s is one of them. Ask what they are for."
            .formatted(OpeningSigns.stageEn(burst), words.timeEn(burst.eventTime()));
    if (burst.has(Trait.SIM_CARDS)) {
      String hoursZh = words.lengthZh(settings.cardsWindow().toMillis());
      String hoursEn = words.lengthEn(settings.cardsWindow().toMillis());
      return new Text(
          "%s内申办%d张电话卡并申办银行卡，%s".formatted(hoursZh, burst.count(), zh),
          "Within %s %d SIMs and a bank card%s".formatted(hoursEn, burst.count(), en));
    }
    long days = settings.window().toDays();
    return new Text(
        "%d日内在%d家机构申办卡片，%s".formatted(days, burst.count(), zh),
        "Within %d days cards at %d institutions%s".formatted(days, burst.count(), en));
  }

  @Override
  public Card card() {
    return new Card(
        "Burst of applications",
        "短期集中办卡",
        "Applications at several institutions within a week, or for several SIMs and a bank card"
            + " within a day; told at the application.",
        "Cards collected slowly; cards opened where nothing is reported.",
        List.of(
            "Newcomers who need one SIM and one bank card: below the numbers",
            "A refused application repeated at the same counter: one card",
            "School and company batches: an organiser is not counted",
            "Whoever changes bank: SMS level at most, and the counter asks"),
        "domain/mules.md, O1 (default)");
  }
}
