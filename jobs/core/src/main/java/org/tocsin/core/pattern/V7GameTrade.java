package org.tocsin.core.pattern;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/**
 * V7: game trade, mostly minors with a parent's phone. Something small is paid by code, and then
 * more and more to strangers, within two hours. The innocent buy from registered merchants.
 */
public final class V7GameTrade implements Row {

  private static final long serialVersionUID = 1L;

  public static final String RISE = "V7.rise";
  public static final String SCAN_RISE = "V7.scan-rise";

  public static final String SCAN = "scan";
  public static final String FIRST = "first";
  public static final String NEXT = "next";
  public static final String THIRD = "third";

  private static final int SCORE = 35;
  private static final int BIG_SCORE = 70;
  private static final int PER_PAYMENT = 3;
  private static final int ODD = 10;

  private final VictimRules.V7 settings;
  private final VictimRules.V5 mules;
  private final String zone;
  private final Words words;

  public V7GameTrade(Rulebook rules) {
    this.settings = rules.detection().victim().v7();
    this.mules = rules.detection().victim().v5();
    this.zone = rules.zone();
    this.words = new Words(rules);
  }

  @Override
  public VictimRules.V7 settings() {
    return settings;
  }

  /** Something small, by code, to somebody new. */
  public Condition scan() {
    return Condition.alone(SignalKind.NEW_PAYEE_PAYMENT, this::isScan);
  }

  public Condition first() {
    return Condition.of(
        SignalKind.NEW_PAYEE_PAYMENT,
        this::isPayment,
        (payment, earlier) ->
            earlier.at(SCAN).stream().allMatch(scan -> isAfterScan(payment, scan)));
  }

  /** A higher one, soon after the first. */
  public Condition higherThan(String before) {
    return Condition.of(
        SignalKind.NEW_PAYEE_PAYMENT,
        this::isPayment,
        (payment, earlier) ->
            earlier.at(FIRST).stream().allMatch(first -> isWithin(payment, first))
                && earlier.at(before).stream().allMatch(lower -> isHigher(payment, lower)));
  }

  private boolean isScan(Signal signal) {
    boolean byCode =
        signal.has(Trait.SCANNED) || signal.transactionKind() == Transaction.Kind.MERCHANT_PAYMENT;
    return byCode && signal.amountMinor() <= settings.scanMaxMinor();
  }

  private boolean isPayment(Signal signal) {
    return Payments.toStranger(signal) && signal.amountMinor() >= settings.paymentMinMinor();
  }

  private boolean isAfterScan(Signal payment, Signal scan) {
    return payment.eventTime() >= scan.eventTime() && isWithin(payment, scan);
  }

  private boolean isWithin(Signal later, Signal earlier) {
    return later.eventTime() - earlier.eventTime() <= settings.within().toMillis();
  }

  private boolean isHigher(Signal payment, Signal before) {
    double ratio = (double) payment.amountMinor() / before.amountMinor();
    return ratio >= settings.riseRatioMin() && payment.amountMinor() > before.amountMinor();
  }

  @Override
  public String id() {
    return "V7";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(RISE, SCAN_RISE);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal first = match.firstAt(FIRST);
    List<Signal> scan = scan(view, first);
    if (!first.has(Trait.AFTER_SCAN) && scan.isEmpty()) {
      return Optional.empty();
    }
    List<Signal> payments =
        view.of(
            SignalKind.NEW_PAYEE_PAYMENT,
            each ->
                isPayment(each)
                    && each.eventTime() >= first.eventTime()
                    && isWithin(each, first)
                    && !Payments.passedOn(
                        view, each, mules.passedOnWithin().toMillis(), mules.passedOnShareMin()));
    if (payments.isEmpty() || !payments.get(0).signalId().equals(first.signalId())) {
      return Optional.empty();
    }
    List<Signal> rise =
        Payments.longestRise(first, payments.subList(1, payments.size()), this::isHigher);
    boolean telling =
        rise.size() >= settings.paymentsMin()
            && 2 * rise.size() > countAbout(first, view)
            && rise.get(rise.size() - 1).amountMinor() >= settings.highestMinMinor();
    return telling ? Optional.of(assessment(scan, payments, rise)) : Optional.empty();
  }

  /** Of a row of wages some are higher than the one before by chance: most have to be. */
  private int countAbout(Signal first, View view) {
    return view.of(
            SignalKind.NEW_PAYEE_PAYMENT,
            each -> isPayment(each) && isWithin(each, first) && isWithin(first, each))
        .size();
  }

  /** On another of the person's accounts; on the same one it is a trait of the payment. */
  private List<Signal> scan(View view, Signal first) {
    List<Signal> scans =
        view.of(
            SignalKind.NEW_PAYEE_PAYMENT,
            each ->
                isScan(each)
                    && each.eventTime() <= first.eventTime()
                    && !each.signalId().equals(first.signalId())
                    && isAfterScan(first, each));
    return scans.isEmpty() ? List.of() : scans.subList(scans.size() - 1, scans.size());
  }

  private Assessment assessment(List<Signal> scan, List<Signal> payments, List<Signal> rise) {
    boolean big = Payments.sum(payments) >= settings.bigSumMinor();
    boolean onePayee = Payments.distinct(payments, Signal::other) == 1;
    boolean odd = isOdd(payments);
    // Three rising payments to one payee may be a landlord's.
    boolean grave = big && (!onePayee || odd || rise.size() > settings.paymentsMin());
    int score = (grave ? BIG_SCORE : SCORE) + PER_PAYMENT * rise.size() + (odd ? ODD : 0);
    List<Signal> signals = new ArrayList<>(payments);
    signals.addAll(scan);
    long left = Payments.balanceLeft(payments);
    return Assessments.ofVictim(
        grave ? Level.T3 : Level.T1,
        score,
        Payments.sum(payments) + left,
        reason(payments, odd),
        payments.get(0),
        signals,
        grave ? Assessments.againstPayments("V7", payments, true, left) : List.of());
  }

  /** On a device not used in the days before, or at night: weighs, and gates nothing. */
  private boolean isOdd(List<Signal> payments) {
    return payments.stream()
        .anyMatch(each -> each.has(Trait.ODD_DEVICE) || isAtNight(each.eventTime()));
  }

  private boolean isAtNight(long time) {
    int hour = Instant.ofEpochMilli(time).atZone(ZoneId.of(zone)).getHour();
    return hour >= settings.nightFromHour() || hour < settings.nightToHour();
  }

  private Text reason(List<Signal> payments, boolean odd) {
    Signal first = payments.get(0);
    Signal last = payments.get(payments.size() - 1);
    String zh =
        "扫码或消费小额付款后，%s至%s向首次收款的个人账户付款%d次，由%s增至%s，合计%s%s。疑似游戏交易诈骗，请核实是否未成年人使用家长手机操作。"
            .formatted(
                words.timeZh(first.eventTime()),
                words.timeZh(last.eventTime()),
                payments.size(),
                words.moneyZh(first.amountMinor()),
                words.moneyZh(last.amountMinor()),
                words.moneyZh(Payments.sum(payments)),
                odd ? "，且设备或时段异常" : "");
    String en =
        "After a small payment by code or to a shop, %d payments to people not paid before from %s to %s, from %s up to %s, %s in all%s. Looks like a game-trade scam: ask whether a child is using a parent's phone."
            .formatted(
                payments.size(),
                words.timeEn(first.eventTime()),
                words.timeEn(last.eventTime()),
                words.moneyEn(first.amountMinor()),
                words.moneyEn(last.amountMinor()),
                words.moneyEn(Payments.sum(payments)),
                odd ? ", on an unusual device or at night" : "");
    return new Text(zh, en);
  }

  @Override
  public Card card() {
    return new Card(
        "Game trade, minors",
        "游戏交易、未成年人",
        "After a small payment by code or to a merchant, three or more payments to people not paid"
            + " before within two hours, each higher than the one before; graver from ¥5,000 on.",
        "Purchases within the game at a registered merchant; payments below the floor; a small payment"
            + " to a shop on another account than the payments.",
        List.of(
            "Game top-ups: the game is a registered merchant",
            "A market's stalls: small change, that does not rise so far",
            "Rent and deposit to one landlord: a text",
            "Wages paid in a row: few are higher than the one before"),
        "domain/victims.md, V7");
  }
}
