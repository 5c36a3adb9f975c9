package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.warning.Text;

/** B11: a victim's money runs through account after account within minutes. */
public final class B11Layering extends LinkedRow {

  private static final long serialVersionUID = 1L;

  private final LinkRules.B11 settings;
  private final Words words;

  public B11Layering(Rulebook rules) {
    this.settings = rules.links().b11();
    this.words = new Words(rules);
  }

  @Override
  public String id() {
    return "B11";
  }

  @Override
  public LinkRules.B11 settings() {
    return settings;
  }

  /**
   * Why the account is suspected.
   *
   * @param transfers in a row after the victim's own
   */
  public Text reason(int transfers, long amountMinor, long from, long to) {
    return new Text(
        "被预警或报案人的%s在%s内经该账户等连续转账%d次。疑似分层转移账户。"
            .formatted(words.moneyZh(amountMinor), words.lengthZh(to - from), transfers),
        "%s of a warned or reported victim went on %d times in a row within %s, through this account. Looks like a layering account."
            .formatted(words.moneyEn(amountMinor), transfers, words.lengthEn(to - from)));
  }

  @Override
  public Card card() {
    return new Card(
        "Layering",
        "分层转移",
        "Account pays account pays account, each within minutes of the other and of nearly the same amount, three"
            + " times or more after the payment of a victim who is warned above SMS or reported, then or later.",
        "Runs that pause, split or change their amount; victims nobody has noticed.",
        List.of(
            "Money passed on in a family or a firm: nobody in it is a victim",
            "Shops and exchanges end a run"),
        "domain/mules.md, B11: five to six mules within minutes");
  }
}
