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

/** O4: people who belong together apply at one outlet at the same time. */
public final class O4Group implements Row {

  private static final long serialVersionUID = 1L;

  public static final String GROUP = "O4.group";
  public static final String APPLICATION = "application";

  private static final int SCORE = 50;
  private static final int SCORE_BY_PROVINCE = 35;

  private final OpeningRules.O4 settings;
  private final O5OutOfProvince elsewhere;
  private final Words words;

  public O4Group(Rulebook rules) {
    this.settings = rules.detection().openings().o4();
    this.elsewhere = new O5OutOfProvince(rules);
    this.words = new Words(rules);
  }

  @Override
  public OpeningRules.O4 settings() {
    return settings;
  }

  public Condition application() {
    return Condition.of(SignalKind.GROUP_OPENING);
  }

  @Override
  public String id() {
    return "O4";
  }

  @Override
  public Lane lane() {
    return Lane.OPENING;
  }

  @Override
  public List<String> sequences() {
    return List.of(GROUP);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal group = match.firstAt(APPLICATION);
    // A common province alone is how migrants come: they are asked, not refused.
    AtCounter atCounter = group.has(Trait.SAME_PROVINCE) ? AtCounter.PROMPT : AtCounter.REFUSE;
    int score = group.has(Trait.SAME_PROVINCE) ? SCORE_BY_PROVINCE : SCORE;
    return Optional.of(
        OpeningSigns.assessment(
            group,
            List.of(group),
            score,
            reason(group),
            OpeningSigns.proposal(group, atCounter, "O4_GROUP"),
            elsewhere));
  }

  private Text reason(Signal group) {
    String zh =
        group.has(Trait.SAME_COMPANION)
            ? "有共同陪同人"
            : group.has(Trait.SAME_CONTACT) ? "登记同一联系方式" : "户籍同在一外省";
    String en =
        group.has(Trait.SAME_COMPANION)
            ? "with a companion in common"
            : group.has(Trait.SAME_CONTACT)
                ? "giving the same contact"
                : "all from one other province";
    return new Text(
        "%s内同一网点有%d人办卡，%s，最后一人在%s，此人为其一。请分别核实各人用卡意愿。"
            .formatted(
                words.lengthZh(settings.window().toMillis()),
                group.count(),
                zh,
                words.timeZh(group.eventTime())),
        "Within %s %d persons applied at one outlet, %s, the last at %s; this is one of them. Ask each of them alone."
            .formatted(
                words.lengthEn(settings.window().toMillis()),
                group.count(),
                en,
                words.timeEn(group.eventTime())));
  }

  @Override
  public Card card() {
    return new Card(
        "Group at one outlet",
        "结伴集中办卡",
        "Several persons at one outlet within half an hour who share a companion, a contact or a home in"
            + " another province; each of them is told of, in time for the counter.",
        "Groups that spread over outlets or hours.",
        List.of(
            "School and company batches: an organiser suppresses it (O9)",
            "Neighbours in their own province's branch: where one lives binds nobody",
            "Migrants from one province who happen to come together: the counter asks, none is refused",
            "Children and grandparents whom one of the family brings: fewer than two come without a proxy for their age"),
        "domain/mules.md, O4 and O9; PBoC notice 261");
  }
}
