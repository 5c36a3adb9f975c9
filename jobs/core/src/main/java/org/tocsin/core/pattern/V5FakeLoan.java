package org.tocsin.core.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** V5: a loan is promised, fee after fee is paid for it, and it never comes. */
public final class V5FakeLoan implements Row {

  private static final long serialVersionUID = 1L;

  public static final String CALL_FEES = "V5.call-fees";
  public static final String FEES = "V5.fees";

  public static final String CALL = "call";
  public static final String FEE = "fee";
  public static final String NEXT = "next";
  public static final String THIRD = "third";

  private static final int SCORE = 60;
  private static final int PER_FEE = 8;

  private final VictimRules.V5 settings;
  private final long callMaxMillis;
  private final Words words;

  public V5FakeLoan(Rulebook rules) {
    this.settings = rules.detection().victim().v5();
    this.callMaxMillis = rules.detection().profiles().callMax().toMillis();
    this.words = new Words(rules);
  }

  @Override
  public VictimRules.V5 settings() {
    return settings;
  }

  /** An unknown call of some length, or one that has not ended. */
  public Condition call() {
    long min = settings.callMin().toMillis();
    return Condition.alone(
        SignalKind.UNKNOWN_CALL,
        call -> call.ongoing() || call.endTime() - call.eventTime() >= min);
  }

  /** A payment to a person not paid before. */
  public Condition fee() {
    long within = settings.callWithin().toMillis();
    return Condition.of(
        SignalKind.NEW_PAYEE_PAYMENT,
        this::isFee,
        (fee, earlier) ->
            earlier.at(CALL).stream()
                .allMatch(
                    call -> fee.eventTime() - CallSigns.endMillis(call, callMaxMillis) <= within));
  }

  /** A larger one, within a day of the first. */
  public Condition next() {
    return higherThan(FEE);
  }

  public Condition third() {
    return higherThan(NEXT);
  }

  private Condition higherThan(String before) {
    long within = settings.paysWithin().toMillis();
    return Condition.ofAny(
        Attempts.KINDS,
        this::isTriedFee,
        (fee, earlier) ->
            earlier.at(FEE).stream()
                    .allMatch(first -> fee.eventTime() - first.eventTime() <= within)
                && earlier.at(before).stream().allMatch(lower -> isHigher(fee, lower)));
  }

  private boolean isFee(Signal payment) {
    return !Attempts.isDeclined(payment) && isTriedFee(payment);
  }

  /** What follows on a fee that was paid, even if the bank declined it. */
  private boolean isTriedFee(Signal payment) {
    return Payments.triedToStranger(payment) && payment.amountMinor() >= settings.feeMinMinor();
  }

  private boolean isHigher(Signal fee, Signal before) {
    double ratio = (double) fee.amountMinor() / before.amountMinor();
    return ratio >= settings.riseRatioMin() && fee.amountMinor() > before.amountMinor();
  }

  @Override
  public String id() {
    return "V5";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(CALL_FEES, FEES);
  }

  @Override
  public int specificity() {
    return 1;
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal first = match.firstAt(FEE);
    if (isPassedOn(view, first) || isRent(view, first)) {
      return Optional.empty();
    }
    List<Signal> fees = rising(view, first);
    if (Payments.dealsInMoney(view, first, Payments.sum(fees), settings)) {
      return Optional.empty();
    }
    Optional<Signal> call = call(view, first);
    boolean enough =
        fees.size() >= settings.feesMin()
            || (call.isPresent() && fees.size() >= settings.feesAfterCallMin());
    if (!enough
        || Payments.sum(fees) < settings.sumMinMinor()
        || loanCame(view, first, fees.get(fees.size() - 1))) {
      return Optional.empty();
    }
    Level level = level(fees, call);
    boolean saysMore = isFresh(first, call) || call.filter(CallSigns::suspicious).isPresent();
    if (isSlight(fees) && level == Level.T1 && !(saysMore && areNear(fees))) {
      return Optional.empty();
    }
    List<Signal> signals = new ArrayList<>(fees);
    call.ifPresent(signals::add);
    long left = Payments.balanceLeft(fees);
    return Optional.of(
        Assessments.ofVictim(
            level,
            (level == Level.T1 ? SCORE / 2 : SCORE) + PER_FEE * (fees.size() - 1),
            Payments.sum(fees) + left,
            reason(fees, call),
            first,
            signals,
            level == Level.T1
                ? List.of()
                : Assessments.againstPayments("V5", fees, level.above(Level.T2), left)));
  }

  /** From the first fee on, each higher than the one before; of several the longest such row. */
  private List<Signal> rising(View view, Signal first) {
    long end = first.eventTime() + settings.paysWithin().toMillis();
    List<Signal> fees =
        Attempts.between(view, first.eventTime() + 1, end).stream()
            .filter(each -> isTriedFee(each) && !isPassedOn(view, each) && !isRent(view, each))
            .toList();
    return Payments.longestRise(first, fees, this::isHigher);
  }

  /** Out of what strangers had just sent: the account of a mule, not of somebody who pays fees. */
  private boolean isPassedOn(View view, Signal fee) {
    return Payments.passedOn(
        view, fee, settings.passedOnWithin().toMillis(), settings.passedOnShareMin());
  }

  /**
   * Rent and deposit: two payments to one payee in a day, and one a whole multiple of the other, as
   * deposits are counted in months. A third to the same payee is another matter.
   */
  private boolean isRent(View view, Signal payment) {
    long day = settings.paysWithin().toMillis();
    List<Signal> toPayee =
        view.of(
            SignalKind.NEW_PAYEE_PAYMENT,
            each ->
                isFee(each)
                    && each.other().equals(payment.other())
                    && Math.abs(each.eventTime() - payment.eventTime()) <= day);
    if (toPayee.size() != 2) {
      return false;
    }
    long lower = Math.min(toPayee.get(0).amountMinor(), toPayee.get(1).amountMinor());
    long higher = Math.max(toPayee.get(0).amountMinor(), toPayee.get(1).amountMinor());
    return higher % lower == 0 && higher / lower <= settings.rentMonthsMax();
  }

  private Optional<Signal> call(View view, Signal first) {
    long min = settings.callMin().toMillis();
    long within = settings.callWithin().toMillis();
    Signal latest = null;
    for (Signal call : view.of(SignalKind.UNKNOWN_CALL)) {
      boolean before =
          call.eventTime() <= first.eventTime()
              && first.eventTime() - CallSigns.endMillis(call, callMaxMillis) <= within;
      if (before && CallSigns.lengthMillis(call, view.now()) >= min) {
        latest = call;
      }
    }
    return Optional.ofNullable(latest);
  }

  /**
   * Fees are raised by leaps; two payments of about one height come along in everyday life, and so
   * do a small payment and a deposit.
   */
  private boolean isSteep(List<Signal> fees) {
    double ratio = (double) fees.get(fees.size() - 1).amountMinor() / fees.get(0).amountMinor();
    return ratio >= settings.steepRatioMin() && ratio <= settings.steepRatioMax();
  }

  /**
   * Vendors of a feast, craftsmen, day labourers: a row of payments rises by chance, but slowly.
   */
  private boolean isByLeaps(List<Signal> fees) {
    return fees.get(fees.size() - 1).amountMinor()
        >= Math.pow(settings.leapRatioMin(), fees.size() - 1.0) * fees.get(0).amountMinor();
  }

  private boolean isSlight(List<Signal> fees) {
    return fees.size() < settings.feesMin() && Payments.sum(fees) < settings.twoFeesCallMinMinor();
  }

  /** Fees are asked for one after the other; two payments a night apart are everyday life. */
  private boolean areNear(List<Signal> fees) {
    long between = fees.get(fees.size() - 1).eventTime() - fees.get(0).eventTime();
    return between <= settings.slightFeesWithin().toMillis();
  }

  /**
   * Two payments of a thousand or two say something while the call is still in the ear; of a call
   * from abroad or over the internet they do for as long as calls count.
   */
  private boolean isFresh(Signal first, Optional<Signal> call) {
    long within = settings.textAfterCall().toMillis();
    return call.filter(
            each -> first.eventTime() - CallSigns.endMillis(each, callMaxMillis) <= within)
        .isPresent();
  }

  private static boolean loanCame(View view, Signal first, Signal last) {
    return !view.of(
            SignalKind.LOAN_IN,
            each -> each.eventTime() >= first.eventTime() && each.eventTime() <= last.eventTime())
        .isEmpty();
  }

  /**
   * All to one payee is how earnest money, deposit and rent are paid: one step less, unless the
   * call was no landlord's or a fourth follows. Two small ones may well be everyday life.
   */
  private Level level(List<Signal> fees, Optional<Signal> call) {
    boolean third = fees.size() >= settings.feesMin();
    if (third && !isByLeaps(fees) && call.filter(CallSigns::suspicious).isEmpty()) {
      return Level.T1;
    }
    boolean landlord =
        Payments.distinct(fees, Signal::other) == 1
            && fees.size() <= settings.feesMin()
            && call.filter(CallSigns::suspicious).isEmpty();
    if (landlord) {
      return call.isPresent() && third ? Level.T2 : Level.T1;
    }
    if (third) {
      boolean grave =
          areNear(fees)
              || fees.size() > settings.feesMin()
              || Payments.sum(fees) >= settings.twoFeesCallMinMinor()
              || call.filter(CallSigns::suspicious).isPresent();
      return grave ? Level.T3 : Level.T2;
    }
    boolean inOneGo = isSteep(fees) && areNear(fees);
    return Payments.sum(fees) >= settings.twoFeesCallMinMinor() && inOneGo ? Level.T2 : Level.T1;
  }

  private Text reason(List<Signal> fees, Optional<Signal> call) {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    call.ifPresent(
        each -> {
          zh.append(words.timeZh(each.eventTime()))
              .append("接到")
              .append(CallSigns.originZh(each))
              .append("来电，");
          en.append("Called at ")
              .append(words.timeEn(each.eventTime()))
              .append(" by ")
              .append(CallSigns.originEn(each))
              .append("; ");
        });
    zh.append(
        "%s内%d次向首次收款的个人账户付款，逐次增加："
            .formatted(words.lengthZh(settings.paysWithin().toMillis()), fees.size()));
    en.append(
        "%d payments within %s to people not paid before, each higher than the last: "
            .formatted(fees.size(), words.lengthEn(settings.paysWithin().toMillis())));
    for (int i = 0; i < fees.size(); i++) {
      Signal fee = fees.get(i);
      zh.append(i == 0 ? "" : "，")
          .append(words.timeZh(fee.eventTime()))
          .append(words.moneyZh(fee.amountMinor()));
      en.append(i == 0 ? "" : ", ")
          .append(words.moneyEn(fee.amountMinor()))
          .append(" at ")
          .append(words.timeEn(fee.eventTime()));
    }
    zh.append("；合计").append(words.moneyZh(Payments.sum(fees))).append(Attempts.zh(fees, words));
    en.append("; ")
        .append(words.moneyEn(Payments.sum(fees)))
        .append(" in all")
        .append(Attempts.en(fees, words));
    return new Text(
        zh.append("，其间无贷款到账。疑似虚假贷款诈骗。").toString(),
        en.append(", and no loan came in between. Looks like a fake-loan scam.").toString());
  }

  @Override
  public Card card() {
    return new Card(
        "Fake loan",
        "虚假贷款",
        "Payments to people not paid before, each higher than the one before, within a day, and no loan"
            + " in between: two of them within 48 h of an unknown call, or three without one. A second or third that"
            + " the bank declined counts.",
        "A single fee; fees to companies; fees spread over more than a day.",
        List.of(
            "Rent and deposit: to one payee, at most a text without a third payment and a call, and nothing"
                + " when one of two is a whole multiple of the other",
            "Two payments of a thousand or two a day after a call, or hours apart, are everyday life, except within 48 h of a call from abroad or the internet; two that come to"
                + " less than ¥10,000, as a month's rent and the agent's fee, a text",
            "Three below ¥10,000 that are spread over more than six hours: a call, unless a suspicious number"
                + " rang",
            "Instalments: of one height, or to a company or registered merchant",
            "A mule's account: pays out of what strangers had just sent",
            "A loan that does come: whoever has it pays no advance fee for it",
            "A feast's vendors, craftsmen, day labourers, three purchases: rising by chance, on average less than"
                + " twofold a step; a text"),
        "domain/victims.md, V5");
  }
}
