package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Text;

/** B5: a card that nobody used for half a year passes money on. */
public final class B5DormantWakes extends AccountRow {

  private static final long serialVersionUID = 1L;
  private final BankCardRules.B5 settings;

  public B5DormantWakes(Rulebook rules) {
    super("B5", SignalKind.WOKEN, rules);
    this.settings = rules.detection().bankCards().b5();
  }

  @Override
  public BankCardRules.B5 settings() {
    return settings;
  }

  @Override
  Text seen(Signal shown, View view) {
    String zh =
        "%d天无交易的账户于%s转入%s"
            .formatted(
                shown.count(), words.timeZh(shown.eventTime()), words.moneyZh(shown.amountMinor()));
    String en =
        "To an account without movement for %d days %s came at %s"
            .formatted(
                shown.count(), words.moneyEn(shown.amountMinor()), words.timeEn(shown.eventTime()));
    if (shown.has(Trait.WATCH_ONLY)) {
      return new Text(zh, en);
    }
    long out = shown.amountMinor() - shown.balanceMinor();
    String within = words.lengthZh(settings.outWithin().toMillis());
    return new Text(
        zh + "，%s内转出%s".formatted(within, words.moneyZh(out)),
        en
            + ", and %s was passed on within %s"
                .formatted(words.moneyEn(out), words.lengthEn(settings.outWithin().toMillis())));
  }

  @Override
  public Card card() {
    return new Card(
        "Dormant card wakes",
        "沉睡账户激活",
        "A personal account without any movement for half a year gets money and passes most of it"
            + " on within the hour; watched from the money on when a stranger pays, since it may leave in one payment.",
        "Accounts never seen before: nobody knows whether they slept.",
        List.of(
            "An old card used again for wages, shopping or one's own savings: nothing is passed on"
                + " to others",
            "Money for school fees or a loan: companies are paid, which is no passing on; watched"),
        "domain/mules.md, B5; PBoC notice 261, six months without use");
  }
}
