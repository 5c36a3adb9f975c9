package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Text;

/** B3: many strangers pay in, and one or two are paid. */
public final class B3ManyToFew extends AccountRow {

  private static final long serialVersionUID = 1L;
  private final BankCardRules.B3 settings;

  public B3ManyToFew(Rulebook rules) {
    super("B3", SignalKind.MANY_TO_FEW, rules);
    this.settings = rules.detection().bankCards().b3();
  }

  @Override
  public BankCardRules.B3 settings() {
    return settings;
  }

  @Override
  Text seen(Signal shown, View view) {
    String zh =
        "%s起%s内%d个陌生账户转入共%s"
            .formatted(
                words.timeZh(shown.eventTime()),
                words.lengthZh(settings.gatherWithin().toMillis()),
                shown.count(),
                words.moneyZh(shown.amountMinor()));
    String en =
        "From %s on %d accounts not known before paid in %s within %s"
            .formatted(
                words.timeEn(shown.eventTime()),
                shown.count(),
                words.moneyEn(shown.amountMinor()),
                words.lengthEn(settings.gatherWithin().toMillis()));
    if (shown.has(Trait.WATCH_ONLY)) {
      return new Text(zh, en);
    }
    long out = shown.amountMinor() - shown.balanceMinor();
    return new Text(
        zh + "，%s集中转给至多%d个账户".formatted(words.moneyZh(out), settings.payeesMax()),
        en
            + ", and %s went on to at most %s"
                .formatted(words.moneyEn(out), Words.countEn(settings.payeesMax(), "payee")));
  }

  @Override
  public Card card() {
    return new Card(
        "Many in, one out",
        "分散转入集中转出",
        "A personal account that five and more strangers pay within two hours, and that passes"
            + " nearly all of it on to one or two within half an hour; watched from the fifth payer"
            + " on when the payments are large.",
        "Small payments, as gamblers make them; money kept longer; payers met before.",
        List.of(
            "Group buys, stalls and wedding gifts: small payments",
            "A landlord's tenants, a foreman's customers: they have paid before",
            "A family pooling for a house: the developer is a company",
            "Takings that go to the owner's other card: own accounts do not count",
            "The same on several days of the month: the account's own past"),
        "domain/mules.md, B3");
  }
}
