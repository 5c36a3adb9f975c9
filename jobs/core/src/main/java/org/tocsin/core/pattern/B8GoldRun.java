package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Text;

/** B8: strangers' money is turned into gold, shop after shop. */
public final class B8GoldRun extends AccountRow {

  private static final long serialVersionUID = 1L;
  private final BankCardRules.B8 settings;

  public B8GoldRun(Rulebook rules) {
    super("B8", SignalKind.GOLD_RUN, rules);
    this.settings = rules.detection().bankCards().b8();
  }

  @Override
  public BankCardRules.B8 settings() {
    return settings;
  }

  @Override
  public int specificity() {
    return 2;
  }

  /** A wedding's gold is bought from what parents sent: only the next stranger's money tells. */
  @Override
  Long left(Signal shown) {
    return null;
  }

  @Override
  Text seen(Signal shown, View view) {
    return new Text(
        "陌生账户转入%s后%s内在%d家金店消费，%s起"
            .formatted(
                words.moneyZh(shown.amountMinor()),
                words.lengthZh(settings.shopWithin().toMillis()),
                shown.count(),
                words.timeZh(shown.eventTime())),
        "Within %s of %s from strangers gold was bought at %s, from %s on"
            .formatted(
                words.lengthEn(settings.shopWithin().toMillis()),
                words.moneyEn(shown.amountMinor()),
                Words.countEn(shown.count(), "jeweller"),
                words.timeEn(shown.eventTime())));
  }

  @Override
  public Card card() {
    return new Card(
        "Gold run",
        "黄金跑分",
        "A personal account that unrelated people pay and that buys gold for it within hours, at two"
            + " shops and more in a day; watched from the first purchase on.",
        "Jewellers whose category is not reported; gold bought with cash.",
        List.of(
            "A wedding: paid for from savings, or by people who are known",
            "The jeweller: a merchant is never the mule",
            "One shop visited twice is one shop"),
        "domain/mules.md, B8; Yantai, 18 March case");
  }
}
