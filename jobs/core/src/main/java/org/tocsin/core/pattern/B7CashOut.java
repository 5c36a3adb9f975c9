package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Text;

/** B7: money comes in and is drawn as cash, machine after machine. */
public final class B7CashOut extends AccountRow {

  private static final long serialVersionUID = 1L;
  private final BankCardRules.B7 settings;

  public B7CashOut(Rulebook rules) {
    super("B7", SignalKind.CASHED_OUT, rules);
    this.settings = rules.detection().bankCards().b7();
  }

  @Override
  public BankCardRules.B7 settings() {
    return settings;
  }

  /** Whoever sells a car draws some of it too: only the next stranger's money tells them apart. */
  @Override
  Long left(Signal shown) {
    return null;
  }

  @Override
  Text seen(Signal shown, View view) {
    long drawn = shown.amountMinor() - shown.balanceMinor();
    return new Text(
        "%s转入%s，%s内在%d台机具取现%s"
            .formatted(
                words.timeZh(shown.eventTime()),
                words.moneyZh(shown.amountMinor()),
                words.lengthZh(settings.outWithin().toMillis()),
                shown.count(),
                words.moneyZh(drawn)),
        "%s came in at %s and %s of it was drawn as cash within %s at %s"
            .formatted(
                words.moneyEn(shown.amountMinor()),
                words.timeEn(shown.eventTime()),
                words.moneyEn(drawn),
                words.lengthEn(settings.outWithin().toMillis()),
                Words.countEn(shown.count(), "machine")));
  }

  @Override
  public Card card() {
    return new Card(
        "Cash-out",
        "转入后多点取现",
        "A personal account where money comes in and is drawn as cash within half an hour at two"
            + " machines and more; watched from the first machine on when a stranger paid a large"
            + " sum.",
        "Cash drawn later, or at one machine; machines that are not named, unless drawn three times.",
        List.of(
            "Somebody who draws the price of a car sold: SMS level at most",
            "Wages drawn on pay day: one machine, and the employer is known",
            "Own money drawn: own accounts do not count"),
        "domain/mules.md, B7");
  }
}
