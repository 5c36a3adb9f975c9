package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Text;

/** B4: one large sum comes in and is split over many. */
public final class B4OneToMany extends AccountRow {

  private static final long serialVersionUID = 1L;
  private final BankCardRules.B4 settings;

  public B4OneToMany(Rulebook rules) {
    super("B4", SignalKind.ONE_TO_MANY, rules);
    this.settings = rules.detection().bankCards().b4();
  }

  @Override
  public BankCardRules.B4 settings() {
    return settings;
  }

  /** Wages are paid in smaller parts: those are watched only. */
  @Override
  Long left(Signal shown) {
    long out = shown.amountMinor() - shown.balanceMinor();
    boolean wages = out <= settings.wageMaxMinor() * shown.count();
    return wages ? null : left(shown, settings.leftMinMinor());
  }

  @Override
  Text seen(Signal shown, View view) {
    long out = shown.amountMinor() - shown.balanceMinor();
    return new Text(
        "%s转入%s，%s内拆分转给%d个首次收款人，共%s"
            .formatted(
                words.timeZh(shown.eventTime()),
                words.moneyZh(shown.amountMinor()),
                words.lengthZh(settings.outWithin().toMillis()),
                shown.count(),
                words.moneyZh(out)),
        "%s came in at %s and within %s %s of it was split over %d payees not paid before"
            .formatted(
                words.moneyEn(shown.amountMinor()),
                words.timeEn(shown.eventTime()),
                words.lengthEn(settings.outWithin().toMillis()),
                words.moneyEn(out),
                shown.count()));
  }

  @Override
  public Card card() {
    return new Card(
        "One in, many out",
        "集中转入分散转出",
        "A personal account that a large sum comes to and that passes it on within half an hour to"
            + " five and more persons not paid before; watched from the third on when a stranger"
            + " paid, delayed when more than wages is left.",
        "Sums below the floor; payees paid before; parts sent over hours.",
        List.of(
            "A foreman or agent who pays wages: at the second pay day the workers are known, and"
                + " parts of the size of wages are watched only",
            "A salary paid out into several accounts: own accounts do not count",
            "A trader's suppliers: companies and shops are no payees here",
            "Red envelopes: too small"),
        "domain/mules.md, B4");
  }
}
