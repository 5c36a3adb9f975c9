package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** Without a call: own money from several banks in one account, and out of it to a stranger. */
final class V1GatheringRule implements Serializable {

  private static final long serialVersionUID = 1L;

  private final VictimRules.V1 settings;
  private final Words words;

  V1GatheringRule(VictimRules.V1 settings, Words words) {
    this.settings = settings;
    this.words = words;
  }

  Optional<Assessment> judgePaidOn(Match match, View view) {
    Signal payment = match.firstAt(V1Impersonation.PAYMENT);
    String account = payment.subject();
    List<Signal> gathered = ownInto(view, account, payment.eventTime());
    if (!isGathering(gathered)) {
      return Optional.empty();
    }
    List<Signal> payments =
        Payments.between(view, gathered.get(0).eventTime(), payment.eventTime()).stream()
            .filter(each -> each.subject().equals(account))
            .toList();
    if (payments.isEmpty() || !V1PaymentRule.isEnough(payments, settings)) {
      return Optional.empty();
    }
    boolean toPerson =
        V1PaymentRule.isEnough(payments.stream().filter(Payments::toUnrelated).toList(), settings);
    long left = Payments.balanceLeft(payments);
    List<Signal> signals = new ArrayList<>(gathered);
    signals.addAll(payments);
    return Optional.of(
        Assessments.ofVictim(
            toPerson ? Level.T3_PLUS : Level.T1,
            toPerson ? V1Impersonation.SCORE : V1Impersonation.SCORE / 2,
            Payments.sum(payments) + left,
            paidOnReason(gathered, payments, payment.eventTime()),
            gathered.get(0),
            signals,
            Assessments.againstPayments("V1", payments, toPerson, left)));
  }

  private Text paidOnReason(List<Signal> gathered, List<Signal> payments, long time) {
    return new Text(
        "%s起从%d家银行归集本人资金%s到一个账户，%s向首次收款账户转账%s。疑似被骗转入“安全账户”。"
            .formatted(
                words.timeZh(gathered.get(0).eventTime()),
                banks(gathered),
                words.moneyZh(Payments.sum(gathered)),
                words.timeZh(time),
                words.moneyZh(Payments.sum(payments))),
        "From %s own money, %s from %d banks, was gathered into one account, and at %s %s left it for a first-time payee. Looks like a move to a \"safe account\"."
            .formatted(
                words.timeEn(gathered.get(0).eventTime()),
                words.moneyEn(Payments.sum(gathered)),
                banks(gathered),
                words.timeEn(time),
                words.moneyEn(Payments.sum(payments))));
  }

  /** Own money from several banks in one account, and not out of it yet. */
  Optional<Assessment> judgeGathering(Match match, View view) {
    Signal last = match.firstAt(V1Impersonation.OWN_MONEY);
    List<Signal> gathered = ownInto(view, last.subject(), last.eventTime());
    if (!isGathering(gathered)) {
      return Optional.empty();
    }
    return Optional.of(
        Assessments.ofVictim(
            Level.T1,
            V1Impersonation.SCORE / 2,
            Payments.sum(gathered),
            new Text(
                "%s起从%d家银行归集本人资金%s到一个账户。谨防转入“安全账户”诈骗。"
                    .formatted(
                        words.timeZh(gathered.get(0).eventTime()),
                        banks(gathered),
                        words.moneyZh(Payments.sum(gathered))),
                "From %s own money, %s from %d banks, was gathered into one account. May be on its way to a \"safe account\"."
                    .formatted(
                        words.timeEn(gathered.get(0).eventTime()),
                        words.moneyEn(Payments.sum(gathered)),
                        banks(gathered))),
            gathered.get(0),
            gathered,
            List.of()));
  }

  private boolean isGathering(List<Signal> gathered) {
    return banks(gathered) >= settings.gatherBanksMin()
        && Payments.sum(gathered) >= settings.gatherAmountMinMinor();
  }

  private static int banks(List<Signal> gathered) {
    Set<String> banks = new HashSet<>();
    gathered.forEach(each -> banks.add(each.evidence().get(0).source()));
    return banks.size();
  }

  /** Own money that came into the account shortly before the payment. */
  private List<Signal> ownInto(View view, String account, long time) {
    long out = settings.gatherOutWithin().toMillis();
    List<Signal> own =
        view.of(
            SignalKind.GATHERING,
            each ->
                each.subject().equals(account) && each.eventTime() <= time && isOwn(each, view));
    if (own.isEmpty()) {
      return own;
    }
    long last = own.get(own.size() - 1).eventTime();
    if (time - last > out) {
      return List.of();
    }
    return own.stream()
        .filter(each -> last - each.eventTime() <= settings.gatherWindow().toMillis())
        .toList();
  }

  private static boolean isOwn(Signal gathering, View view) {
    return gathering.has(Trait.OWN)
        || view.isOwn(gathering.other().token())
        || (view.person() != null && view.person().equals(gathering.otherStanding().person()));
  }
}
