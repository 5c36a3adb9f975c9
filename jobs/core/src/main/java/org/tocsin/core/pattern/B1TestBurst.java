package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Text;

/** B1: a new card is tried with small change, and then used. */
public final class B1TestBurst extends AccountRow {

  private static final long serialVersionUID = 1L;
  private final BankCardRules.B1 settings;

  public B1TestBurst(Rulebook rules) {
    super("B1", SignalKind.TEST_BURST, rules);
    this.settings = rules.detection().bankCards().b1();
  }

  @Override
  public BankCardRules.B1 settings() {
    return settings;
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  Text seen(Signal shown, View view) {
    String zh =
        "新开账户先有%d次不超过%s的小额试转，%s转入%s"
            .formatted(
                shown.count(),
                words.moneyZh(settings.testMaxMinor()),
                words.timeZh(shown.eventTime()),
                words.moneyZh(shown.amountMinor()));
    String en =
        "A new account was tried with %s of at most %s to and fro, then %s came in at %s"
            .formatted(
                Words.countEn(shown.count(), "payment"),
                words.moneyEn(settings.testMaxMinor()),
                words.moneyEn(shown.amountMinor()),
                words.timeEn(shown.eventTime()));
    if (shown.has(Trait.WATCH_ONLY)) {
      return new Text(zh, en);
    }
    long out = shown.amountMinor() - shown.balanceMinor();
    return new Text(
        zh
            + "，%s内转出%s"
                .formatted(words.lengthZh(settings.outWithin().toMillis()), words.moneyZh(out)),
        en
            + " and %s was passed on within %s"
                .formatted(words.moneyEn(out), words.lengthEn(settings.outWithin().toMillis())));
  }

  @Override
  public Card card() {
    return new Card(
        "Open, test, burst",
        "开户试转后爆发",
        "A personal account at most a month old that sends and receives small change, and within"
            + " three days passes a large sum on within half an hour; watched from the sum on when"
            + " a stranger pays it and nothing but tests went before.",
        "Accounts whose opening was not reported; tests longer ago than movements are remembered.",
        List.of(
            "A student's new card: shopping is no test, and more than three payments each way are"
                + " a card in use",
            "Own money tried and moved: own accounts count on neither side",
            "A flat or a car bought through a new card: what companies and shops are paid is spent"),
        "domain/mules.md, B1; UK NECC and UKFIU on test payments");
  }
}
