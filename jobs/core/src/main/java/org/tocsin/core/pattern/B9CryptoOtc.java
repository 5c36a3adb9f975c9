package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Text;

/** B9: strangers' money goes to an exchange in round sums, again and again. */
public final class B9CryptoOtc extends AccountRow {

  private static final long serialVersionUID = 1L;
  private final BankCardRules.B9 settings;

  public B9CryptoOtc(Rulebook rules) {
    super("B9", SignalKind.EXCHANGE_CYCLE, rules);
    this.settings = rules.detection().bankCards().b9();
  }

  @Override
  public BankCardRules.B9 settings() {
    return settings;
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  boolean isWhole(Signal shown, View view) {
    return signals(shown, view).size() >= settings.cyclesMin();
  }

  /** The cycles of the day up to the one shown. */
  @Override
  List<Signal> signals(Signal shown, View view) {
    long from = shown.eventTime() - settings.window().toMillis();
    return view.of(
        SignalKind.EXCHANGE_CYCLE,
        each ->
            each.subject().equals(shown.subject())
                && each.eventTime() >= from
                && each.eventTime() <= shown.eventTime());
  }

  @Override
  Text seen(Signal shown, View view) {
    List<Signal> cycles = signals(shown, view);
    long sum = Payments.sum(cycles);
    return new Text(
        "%s内%d次由至少%d个陌生账户转入后整额转给交易平台，共转入%s"
            .formatted(
                words.lengthZh(settings.window().toMillis()),
                cycles.size(),
                settings.payersMin(),
                words.moneyZh(sum)),
        "Within %s at least %d strangers paid in %s and a round sum went to an exchange each time; %s"
                .formatted(
                    words.lengthEn(settings.window().toMillis()),
                    settings.payersMin(),
                    Words.timesEn(cycles.size()),
                    words.moneyEn(sum))
            + " came in");
  }

  @Override
  public Card card() {
    return new Card(
        "Crypto over the counter",
        "虚拟币场外跑分",
        "A personal account that three and more unrelated people pay within an hour and that pays a"
            + " round sum to an exchange, twice a day and more; watched from the first time on.",
        "Exchanges that are not tagged as such; coins traded from hand to hand.",
        List.of(
            "Somebody who invests: own money, no strangers pay in",
            "The exchange: never the mule for being paid",
            "One who has done so on several days of the month: the account's own past"),
        "domain/mules.md, B9");
  }
}
