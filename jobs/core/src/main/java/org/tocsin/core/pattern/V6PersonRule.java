package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Usual;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** A person pays somebody new far more than they usually pay anybody. */
final class V6PersonRule implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long DAY_MILLIS = 86_400_000;
  private static final int SCORE = 40;

  private final VictimRules.V6 settings;
  private final V6Signs signs;
  private final Words words;

  V6PersonRule(VictimRules.V6 settings, V6Signs signs, Words words) {
    this.settings = settings;
    this.signs = signs;
    this.words = words;
  }

  Optional<Assessment> judge(Signal payment, View view) {
    List<Signal> payments = ofADay(payment, view);
    if (payments.isEmpty()) {
      return Optional.empty();
    }
    long sum = Payments.sum(payments);
    Usual.Past past = Usual.past(view.usual(), payments.get(0).eventTime(), settings.usualMemory());
    boolean known = past.count() >= settings.earlierMin();
    List<V6Signs.Sign> found = signs.of(payments, view);
    // What is known of the payee makes up for what is not known of the payer.
    boolean compared = known || V6Signs.isListed(payments);
    boolean striking =
        (compared && isUnusual(sum, past) && isMuch(payments, sum, !found.isEmpty()))
            || (!known && isAll(payments, sum));
    if (!striking) {
      return Optional.empty();
    }
    if (Payments.passesOn(
        payments.get(0), sum, settings.passedOnWithin(), settings.passedOnShareMin(), view)) {
      return Optional.empty();
    }
    boolean emptied = Payments.shareOfBalance(payments) >= settings.emptyShareMin();
    Level alone = emptied && known ? Level.T2 : Level.T1;
    boolean weak =
        found.isEmpty()
            || isBySignOnly(payments, sum)
            || (!known && signs.isCrowdOnly(found, payments));
    Level level = weak ? alone : Level.T3_PLUS;
    int score = SCORE + (emptied ? 20 : 0) + (level != Level.T3_PLUS ? 0 : 30 + 5 * found.size());
    long left = Payments.balanceLeft(payments);
    return Optional.of(
        Assessments.ofVictim(
            level,
            score,
            sum + left,
            reason(payments, past, found),
            payments.get(0),
            V6Signs.with(payments, found),
            Assessments.againstPayments("V6", payments, level.above(Level.T2), left)));
  }

  /** What one payee, a person, is paid within a day. */
  private List<Signal> ofADay(Signal payment, View view) {
    List<Signal> near =
        Attempts.between(view, payment.eventTime() - DAY_MILLIS, payment.eventTime() + DAY_MILLIS)
            .stream()
            .filter(each -> each.other().equals(payment.other()) && isPart(each))
            .toList();
    return near.stream()
        .filter(each -> each.eventTime() - near.get(0).eventTime() <= DAY_MILLIS)
        .toList();
  }

  private boolean isPart(Signal payment) {
    return Payments.toUnrelated(payment) && payment.amountMinor() >= settings.pieceMinMinor();
  }

  private boolean isUnusual(long sum, Usual.Past past) {
    return sum >= settings.amountMinMinor() && sum >= settings.usualRatioMin() * past.tailMinor();
  }

  /** Of what was there; where no bank says what was there, in itself or with another sign. */
  private boolean isMuch(List<Signal> payments, long sum, boolean sign) {
    boolean known = payments.stream().anyMatch(each -> each.balanceMinor() != null);
    return known
        ? Payments.shareOfBalance(payments) >= settings.balanceShareMin()
        : sign || sum >= settings.unknownBalanceMinMinor();
  }

  /** A bank calls back before large payments too: without a share of the balance it is a text. */
  private boolean isBySignOnly(List<Signal> payments, long sum) {
    return sum < settings.unknownBalanceMinMinor()
        && payments.stream().allMatch(each -> each.balanceMinor() == null);
  }

  /** Of whom nothing is known nothing is unusual, but they may lose all they have. */
  private boolean isAll(List<Signal> payments, long sum) {
    return sum >= settings.noPastMinMinor()
        && Payments.shareOfBalance(payments) >= settings.emptyShareMin();
  }

  private Text reason(List<Signal> payments, Usual.Past past, List<V6Signs.Sign> found) {
    Signal first = payments.get(0);
    double share = Payments.shareOfBalance(payments);
    // What is larger than one payment in twenty, where that is kept at all; else its floor.
    long usual =
        past.tailMinor() > 0
            ? past.tailMinor()
            : (long) (settings.amountMinMinor() / settings.usualRatioMin() / 100) * 100;
    long days = settings.usualMemory().toDays();
    boolean none = past.count() == 0;
    return new Text(
        "%s起一天内向首次收款的个人账户付款%s%s；%s。疑似冒充领导、熟人诈骗。%s"
            .formatted(
                words.timeZh(first.eventTime()),
                words.moneyZh(Payments.sum(payments)) + Attempts.zh(payments, words),
                share > 0 ? "，占余额" + words.percent(share) : "",
                none
                    ? "近%d天无已知付款".formatted(days)
                    : "近%d天已知付款%d笔，九成五不超过%s".formatted(days, past.count(), words.moneyZh(usual)),
                V6Signs.zh(found)),
        "From %s, %s sent to one first-time payee, a person, within a day%s; %s. Looks like impersonation of a boss or friend.%s"
            .formatted(
                words.timeEn(first.eventTime()),
                words.moneyEn(Payments.sum(payments)),
                Attempts.en(payments, words)
                    + (share > 0 ? ", " + words.percent(share) + " of the balance" : ""),
                none
                    ? "no payment is known of in %d d before".formatted(days)
                    : "of %d payments known in %d d, 95%% were at most %s"
                        .formatted(past.count(), days, words.moneyEn(usual)),
                V6Signs.en(found)));
  }
}
