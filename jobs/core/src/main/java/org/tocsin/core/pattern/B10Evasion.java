package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Text;

/** B10: tiny payments stand between a large income and its passing on. */
public final class B10Evasion extends AccountRow {

  private static final long serialVersionUID = 1L;
  private final BankCardRules.B10 settings;

  public B10Evasion(Rulebook rules) {
    super("B10", SignalKind.EVASION, rules);
    this.settings = rules.detection().bankCards().b10();
  }

  @Override
  public BankCardRules.B10 settings() {
    return settings;
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  Text seen(Signal shown, View view) {
    String zh =
        "%s转入%s后先有%d笔不超过%s的捐款、理财或还款"
            .formatted(
                words.timeZh(shown.eventTime()),
                words.moneyZh(shown.amountMinor()),
                shown.count(),
                words.moneyZh(settings.coverMaxMinor()));
    String en =
        "%s came in at %s, then %s of at most %s to charity, wealth or credit card"
            .formatted(
                words.moneyEn(shown.amountMinor()),
                words.timeEn(shown.eventTime()),
                Words.countEn(shown.count(), "payment"),
                words.moneyEn(settings.coverMaxMinor()));
    if (shown.has(Trait.WATCH_ONLY)) {
      return new Text(zh, en);
    }
    long out = shown.amountMinor() - shown.balanceMinor();
    return new Text(
        zh + "，随后转出%s".formatted(words.moneyZh(out)),
        en + ", and %s was passed on".formatted(words.moneyEn(out)));
  }

  @Override
  public Card card() {
    return new Card(
        "Evasion by small purchases",
        "小额消费规避",
        "A personal account where one to three payments of small change to charity, wealth products"
            + " or a credit card stand between a large income and its passing on, each within half"
            + " an hour; watched from the first of them on when a stranger paid.",
        "Purchases of another kind, or before the money came.",
        List.of(
            "Somebody who gives or saves a little of what came in: nothing is passed on",
            "A day's shopping: more than three small payments",
            "Bills paid from wages: companies are paid, which is no passing on"),
        "domain/mules.md, B10; PBoC Jiayuguan 2022");
  }
}
