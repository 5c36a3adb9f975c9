package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.warning.Text;

/** B14: money comes back to where it started, through others' accounts. */
public final class B14Cycle extends LinkedRow {

  private static final long serialVersionUID = 1L;

  private final LinkRules.B14 settings;
  private final Words words;

  public B14Cycle(Rulebook rules) {
    this.settings = rules.links().b14();
    this.words = new Words(rules);
  }

  @Override
  public String id() {
    return "B14";
  }

  @Override
  public LinkRules.B14 settings() {
    return settings;
  }

  /**
   * Why the account is suspected.
   *
   * @param others accounts on the way
   */
  public Text reason(int others, long amountMinor, long from, long to) {
    return new Text(
        "%s在%s内经%d个其他账户回到起点账户。疑似资金循环。"
            .formatted(words.moneyZh(amountMinor), words.lengthZh(to - from), others),
        "%s came back to the account it started from within %s, through %d others. Looks like money going round."
            .formatted(words.moneyEn(amountMinor), words.lengthEn(to - from), others));
  }

  @Override
  public Card card() {
    return new Card(
        "Cycle",
        "资金循环",
        "A large sum that is back at its start within a day, through three or more accounts of other persons, at no"
            + " step far from its first amount.",
        "Rounds by way of shops, companies or cash; rounds of more than eight accounts.",
        List.of(
            "One's own accounts: every account on the way must be another person's, where that is known",
            "Money lent and given back: two persons make no round",
            "Debts among partners, a savings club: the round in one sum is only watched"),
        "domain/mules.md, B14; AML literature (cycle)");
  }
}
