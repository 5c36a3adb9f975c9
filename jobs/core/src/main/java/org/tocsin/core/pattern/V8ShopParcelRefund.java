package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Lane;

/**
 * V8: shop, parcel, refund. After a call, or without one by what becomes of the money: two rules.
 */
public final class V8ShopParcelRefund implements Row {

  private static final long serialVersionUID = 1L;

  public static final String CALL_PAYMENT = "V8.call-payment";
  public static final String CALL_FAILED = "V8.call-failed";
  public static final String GATHERED = "V8.gathered";

  public static final String CALL = "call";
  public static final String PAYMENT = "payment";
  public static final String FAILED = "failed";
  public static final String OWN_MONEY = "own-money";

  private final VictimRules.V8 settings;
  private final long callMaxMillis;
  private final V8CallRule call;
  private final V8GatheredRule gathered;

  public V8ShopParcelRefund(Rulebook rules) {
    this.settings = rules.detection().victim().v8();
    this.callMaxMillis = rules.detection().profiles().callMax().toMillis();
    Words words = new Words(rules);
    this.call = new V8CallRule(settings, words);
    this.gathered = new V8GatheredRule(settings, words);
  }

  @Override
  public VictimRules.V8 settings() {
    return settings;
  }

  /** Long enough, or not over yet. */
  public Condition call() {
    long min = settings.callMin().toMillis();
    return Condition.alone(
        SignalKind.UNKNOWN_CALL,
        signal -> signal.ongoing() || signal.endTime() - signal.eventTime() >= min);
  }

  /** To a person who is new, during the call or soon after it. */
  public Condition payment() {
    return Condition.of(
        SignalKind.NEW_PAYEE_PAYMENT,
        this::isPayment,
        (signal, earlier) -> earlier.at(CALL).stream().allMatch(each -> isAfter(each, signal)));
  }

  public Condition failed() {
    return Condition.of(
        SignalKind.PAYMENT_FAILED,
        signal ->
            !signal.has(Trait.BUSINESS) && signal.amountMinor() >= settings.failedAmountMinMinor(),
        (signal, earlier) -> earlier.at(CALL).stream().allMatch(each -> isAfter(each, signal)));
  }

  private boolean isAfter(Signal before, Signal payment) {
    long end = CallSigns.endMillis(before, callMaxMillis);
    return payment.eventTime() <= end + settings.payWithin().toMillis();
  }

  private boolean isPayment(Signal payment) {
    return Payments.toStranger(payment) && payment.amountMinor() >= settings.pieceMinMinor();
  }

  /** Money that is, or may turn out to be, one's own. */
  public Condition ownMoney() {
    return Condition.ofAny(
        Set.of(SignalKind.OWN_MONEY_IN, SignalKind.NEW_PAYER_INCOME), (signal, earlier) -> true);
  }

  /** Out of the account into which it came, within the hour. */
  public Condition paymentOn() {
    long within = settings.gatherOutWithin().toMillis();
    return Condition.of(
        SignalKind.NEW_PAYEE_PAYMENT,
        this::isPayment,
        (signal, earlier) ->
            earlier.at(OWN_MONEY).stream()
                .allMatch(
                    in ->
                        in.subject().equals(signal.subject())
                            && in.amountMinor() >= settings.gatherPieceMinMinor()
                            && signal.eventTime() - in.eventTime() <= within));
  }

  @Override
  public String id() {
    return "V8";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(CALL_PAYMENT, CALL_FAILED, GATHERED);
  }

  /** Below V1 to V3: with a loan, a rebate or a call from abroad it is more than a parcel. */
  @Override
  public int specificity() {
    return 2;
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    return match.sequence().equals(GATHERED)
        ? gathered.judge(match.firstAt(PAYMENT), view)
        : call.judge(match.firstAt(CALL), view);
  }

  @Override
  public Card card() {
    return new Card(
        "Shop, parcel, refund",
        "冒充电商物流客服、退款理赔",
        "Something bought, days later a call from an unknown number, and during or soon after it a"
            + " payment to a person never paid before, or payments that fail; without a call, own"
            + " money gathered from several own accounts, or into an own new one, and out to a"
            + " stranger. When loans come in, V2 sees it.",
        "Own accounts that no record says are own; payments below "
            + settings.amountMinMinor() / 100
            + "; callers listed as trusted.",
        List.of(
            "Real couriers call a lot: they ring off sooner, and nobody is paid",
            "A bank calls back, and later somebody new is paid once: SMS only",
            "Somebody met by phone and paid, such as a seller of used things: without a purchase"
                + " before, only larger sums are texted",
            "Money moved between own accounts: a merchant, a company or a known payee is no end of"
                + " it"),
        "domain/victims.md, V8");
  }
}
