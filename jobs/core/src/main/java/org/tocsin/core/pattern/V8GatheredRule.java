package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** Own money is gathered in one account and goes out to a stranger within the hour. */
final class V8GatheredRule implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SCORE = 40;

  private final VictimRules.V8 settings;
  private final Words words;

  V8GatheredRule(VictimRules.V8 settings, Words words) {
    this.settings = settings;
    this.words = words;
  }

  Optional<Assessment> judge(Signal payment, View view) {
    List<Signal> gathered = gathered(payment, view);
    boolean young = payment.has(Trait.YOUNG);
    int needed = young ? 1 : settings.gatherAccountsMin();
    if (gathered.isEmpty() || Payments.distinct(gathered, Signal::other) < needed) {
      return Optional.empty();
    }
    List<Signal> payments = outOf(payment, gathered, view);
    long in = Payments.sum(gathered);
    long out = Payments.sum(payments);
    if (out < settings.amountMinMinor() || out < settings.gatherShareMin() * in) {
      return Optional.empty();
    }
    boolean strong = young && out >= settings.bigMinMinor();
    List<Signal> signals = new ArrayList<>(gathered);
    signals.addAll(payments);
    long left = Payments.balanceLeft(payments);
    return Optional.of(
        Assessments.ofVictim(
            strong ? Level.T2 : Level.T1,
            strong ? SCORE + 20 : SCORE - 5,
            out + left,
            reason(gathered, payments, young),
            gathered.get(0),
            signals,
            Assessments.againstPayments("V8", payments, false, left)));
  }

  /** Own money that came into the account in one sitting, shortly before the payment. */
  private List<Signal> gathered(Signal payment, View view) {
    long time = payment.eventTime();
    List<Signal> own = new ArrayList<>();
    for (Signal each : view.signals()) {
      if (each.subject().equals(payment.subject())
          && each.eventTime() <= time
          && isOwnMoney(each, view)
          && each.amountMinor() >= settings.gatherPieceMinMinor()) {
        own.add(each);
      }
    }
    if (own.isEmpty()
        || time - own.get(own.size() - 1).eventTime() > settings.gatherOutWithin().toMillis()) {
      return List.of();
    }
    long last = own.get(own.size() - 1).eventTime();
    own.removeIf(each -> last - each.eventTime() > settings.gatherWindow().toMillis());
    return own;
  }

  private static boolean isOwnMoney(Signal income, View view) {
    return income.kind() == SignalKind.OWN_MONEY_IN
        || (income.kind() == SignalKind.NEW_PAYER_INCOME
            && (view.isOwn(income.other().token())
                || (view.person() != null
                    && view.person().equals(income.otherStanding().person()))));
  }

  private List<Signal> outOf(Signal payment, List<Signal> gathered, View view) {
    return Payments.between(view, gathered.get(0).eventTime(), payment.eventTime()).stream()
        .filter(each -> each.subject().equals(payment.subject()) && Payments.toUnrelated(each))
        .toList();
  }

  private Text reason(List<Signal> gathered, List<Signal> payments, boolean young) {
    long accounts = Payments.distinct(gathered, Signal::other);
    return new Text(
        "%s起从%d个本人账户归集%s到%s，随即向首次收款的个人账户付款%s。疑似冒充电商物流客服诈骗。"
            .formatted(
                words.timeZh(gathered.get(0).eventTime()),
                accounts,
                words.moneyZh(Payments.sum(gathered)),
                young ? "本人新开账户" : "一个账户",
                words.moneyZh(Payments.sum(payments))),
        ("From %s own money, %s from %s, was gathered in %s, and %s went on to a"
                + " first-time payee within the hour. Looks like a false shop, courier or refund"
                + " desk.")
            .formatted(
                words.timeEn(gathered.get(0).eventTime()),
                words.moneyEn(Payments.sum(gathered)),
                Words.countEn(accounts, "account"),
                young ? "an own new account" : "one account",
                words.moneyEn(Payments.sum(payments))));
  }
}
