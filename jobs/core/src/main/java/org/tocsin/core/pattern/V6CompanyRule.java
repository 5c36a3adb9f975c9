package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** A company's account is emptied to somebody it never paid: one shot, so there is no waiting. */
final class V6CompanyRule implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SCORE = 85;

  private final VictimRules.V6 settings;
  private final V6Signs signs;
  private final Words words;

  V6CompanyRule(VictimRules.V6 settings, V6Signs signs, Words words) {
    this.settings = settings;
    this.signs = signs;
    this.words = words;
  }

  Optional<Assessment> judge(Signal payment, View view) {
    List<Signal> together = within(payment, view);
    List<Signal> pieces =
        together.stream()
            .filter(each -> each.amountMinor() >= settings.splitPieceMinMinor())
            .toList();
    boolean payroll = Payments.distinct(together, Signal::other) >= settings.payrollPayeesMin();
    if (payroll || Payments.sum(pieces) < settings.companyAmountMinMinor()) {
      return Optional.empty();
    }
    boolean toPerson = pieces.stream().anyMatch(Payments::toPerson);
    boolean toOne = Payments.distinct(pieces, Signal::other) == 1;
    double share = Payments.shareOfBalance(pieces);
    boolean split = pieces.size() > 1 && (toPerson || toOne);
    boolean whole = share >= settings.companyShareMin() || split;
    List<V6Signs.Sign> found = signs.of(pieces, view);
    // Who is paid wages for others has a new account, and is paid by several, as often as a mule.
    boolean talkedInto =
        found.stream().anyMatch(sign -> sign.call() != null) || V6Signs.isListed(pieces);
    boolean urgent = whole ? toPerson || !found.isEmpty() : toPerson && talkedInto;
    if (!urgent && !whole && !isWorthAText(toPerson, share, pieces)) {
      return Optional.empty();
    }
    long left = Payments.balanceLeft(pieces);
    return Optional.of(
        Assessments.ofVictim(
            urgent ? Level.T3_PLUS : Level.T1,
            urgent ? SCORE + 5 * found.size() : SCORE / 2,
            Payments.sum(pieces) + left,
            reason(pieces, share, toPerson, found),
            pieces.get(0),
            V6Signs.with(pieces, found),
            Assessments.againstPayments("V6", pieces, urgent, left)));
  }

  /** The first half of a split looks like this. */
  private boolean isWorthAText(boolean toPerson, double share, List<Signal> pieces) {
    boolean unknown = pieces.stream().allMatch(each -> each.balanceMinor() == null);
    return toPerson && (unknown || share >= settings.companyTextShareMin());
  }

  /** Payments to new payees from the account, in one sitting. */
  private List<Signal> within(Signal payment, View view) {
    long sitting = settings.splitWithin().toMillis();
    List<Signal> near =
        view.of(
            Attempts.KINDS,
            each ->
                each.subject().equals(payment.subject())
                    && each.has(Trait.COMPANY)
                    && !each.has(Trait.KNOWN_PAYEE)
                    && !each.has(Trait.RELATED)
                    && Math.abs(each.eventTime() - payment.eventTime()) <= sitting);
    return Attempts.latest(Payments.onceEach(near)).stream()
        .filter(each -> each.eventTime() - near.get(0).eventTime() <= sitting)
        .toList();
  }

  private Text reason(
      List<Signal> pieces, double share, boolean toPerson, List<V6Signs.Sign> found) {
    String sharedZh = share > 0 ? "，占余额" + words.percent(share) : "";
    String declinedEn = Attempts.en(pieces, words);
    String sharedEn = share > 0 ? ", " + words.percent(share) + " of the balance" : "";
    return new Text(
        "%s起对公账户分%d笔向首次收款的%s账户转账%s%s。疑似冒充领导诈骗。%s"
            .formatted(
                words.timeZh(pieces.get(0).eventTime()),
                pieces.size(),
                toPerson ? "个人" : "单位",
                words.moneyZh(Payments.sum(pieces)) + Attempts.zh(pieces, words),
                sharedZh,
                V6Signs.zh(found)),
        "From %s a company's account sent %s in %s to a first-time payee, %s%s. Looks like impersonation of the boss.%s"
            .formatted(
                words.timeEn(pieces.get(0).eventTime()),
                words.moneyEn(Payments.sum(pieces)),
                Words.countEn(pieces.size(), "payment") + declinedEn,
                toPerson ? "a person" : "a company",
                sharedEn,
                V6Signs.en(found)));
  }
}
