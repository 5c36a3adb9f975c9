package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.warning.Text;

/** X5: of those who applied for cards together, one lets money run through: all are leads. */
public final class X5CohortRaised extends LinkedRow {

  private static final long serialVersionUID = 1L;

  private final LinkRules.X5 settings;
  private final Words words;

  public X5CohortRaised(Rulebook rules) {
    this.settings = rules.links().x5();
    this.words = new Words(rules);
  }

  @Override
  public String id() {
    return "X5";
  }

  @Override
  public LinkRules.X5 settings() {
    return settings;
  }

  /**
   * Why a member of the cohort is suspected.
   *
   * @param appliedAt the group's last application, epoch milliseconds
   * @param persons members told of so far
   * @param flowAt when the flow was complete, epoch milliseconds
   * @param own it was an account of this person's
   */
  public Text reason(long appliedAt, int persons, long flowAt, boolean own) {
    return new Text(
        "%s在同一网点结伴办卡，已知同批%d人；%s%s账户快进快出。同批人员的卡均需核查。"
            .formatted(
                words.timeZh(appliedAt), persons, words.timeZh(flowAt), own ? "此人" : "其中另一人"),
        "Applied for cards in a group at one outlet at %s, %d persons known; at %s money ran fast through an account of %s. Check the cards of all."
            .formatted(
                words.timeEn(appliedAt),
                persons,
                words.timeEn(flowAt),
                own ? "this person" : "another of them"));
  }

  @Override
  public Card card() {
    return new Card(
        "Cohort raised",
        "同批卡升级",
        "People who applied for cards in a group at one outlet (O4), once an account of one of them shows fast in,"
            + " fast out (B2): every member is raised, whichever is told first.",
        "Groups that O4 does not see; members whose accounts nobody ties to a person; a B2 that only came as"
            + " another row.",
        List.of(
            "School and company batches: where O4 is suppressed (O9) there is no cohort",
            "Fast in, fast out before they applied together",
            "Bound by a common province alone: called, not visited"),
        "domain/mules.md, X5");
  }
}
