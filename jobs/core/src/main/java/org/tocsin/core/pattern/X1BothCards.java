package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.warning.Text;

/** X1: one person's SIM and new bank card are both in a gang's hands. */
public final class X1BothCards extends LinkedRow {

  private static final long serialVersionUID = 1L;

  private final LinkRules.X1 settings;
  private final Words words;

  public X1BothCards(Rulebook rules) {
    this.settings = rules.links().x1();
    this.words = new Words(rules);
  }

  @Override
  public String id() {
    return "X1";
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  public LinkRules.X1 settings() {
    return settings;
  }

  /** Why the person is suspected. */
  public Text reason() {
    return new Text(
        "%s内该人名下手机卡大量外呼，名下新开银行卡测试后快进快出。疑似“两卡”均已出借。"
            .formatted(words.lengthZh(settings.within().toMillis())),
        "Within %s a SIM of this person calls many strangers and a new bank card is tried and emptied. Both cards seem to be lent."
            .formatted(words.lengthEn(settings.within().toMillis())));
  }

  @Override
  public Card card() {
    return new Card(
        "Both cards of one person",
        "一人两卡",
        "A person with a SIM in P1 or P2 and a new bank card in B1 within a month: one lead for both cards.",
        "Cards in two names; a SIM whose owner nobody knows.",
        List.of("A courier with a new salary account: its money does not leave within the hour"),
        "domain/mules.md, X1");
  }
}
