package org.tocsin.core.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;

/**
 * V4: fake investment, romance. A first sum may be withdrawn again; what follows grows, and in the
 * end savings are broken and loans taken for it. It goes on for weeks, so all of it rests on
 * signals that are rare enough to be kept so long.
 */
public final class V4FakeInvestment implements Row {

  private static final long serialVersionUID = 1L;

  public static final String RISE = "V4.rise";
  public static final String RAISED_AFTER = "V4.raised-after";
  public static final String RAISED_BEFORE = "V4.raised-before";
  public static final String RAISED_FIRST = "V4.raised-first";
  public static final String CASH_TWICE = "V4.cash-twice";
  public static final String LEAPS = "V4.leaps";

  public static final String BACK = "back";
  public static final String PAYMENT = "payment";
  public static final String NEXT = "next";
  public static final String THIRD = "third";
  public static final String RAISED = "raised";
  public static final String CASH = "cash";

  private static final int SCORE = 60;
  private static final int WITH_RAISED = 20;
  private static final int PER_PAYMENT = 5;

  private final VictimRules.V4 settings;
  private final VictimRules.V5 fees;
  private final V4Words words;
  private final V4Levels levels;

  public V4FakeInvestment(Rulebook rules) {
    this.settings = rules.detection().victim().v4();
    this.fees = rules.detection().victim().v5();
    this.words = new V4Words(rules);
    this.levels = new V4Levels(rules);
  }

  @Override
  public VictimRules.V4 settings() {
    return settings;
  }

  /** A first payment came back. */
  public Condition back() {
    return Condition.alone(
        SignalKind.SUM_RETURNED, back -> back.count() >= settings.testMinMinor());
  }

  /** More than the first payment, to somebody met lately or in cash. */
  public Condition payment() {
    long within = settings.paysWithin().toMillis();
    return Condition.ofAny(
        Set.of(SignalKind.LARGE_PAYMENT, SignalKind.CASH_OUT),
        (signal, earlier) ->
            isPayment(signal)
                && earlier.at(BACK).stream()
                    .allMatch(
                        back ->
                            signal.amountMinor() > back.count()
                                && signal.eventTime() - back.eventTime() <= within)
                && earlier.at(RAISED).stream().allMatch(raised -> isNear(raised, signal)));
  }

  /** Higher than the one before, or cash again. */
  public Condition next() {
    long within = settings.paysWithin().toMillis();
    return Condition.ofAny(
        Set.of(SignalKind.LARGE_PAYMENT, SignalKind.CASH_OUT),
        (signal, earlier) ->
            isPayment(signal)
                && earlier.at(BACK).stream()
                    .allMatch(back -> signal.eventTime() - back.eventTime() <= within)
                && earlier.at(PAYMENT).stream().allMatch(before -> goesOn(signal, before)));
  }

  /** A loan came in or a deposit was redeemed. */
  public Condition raised() {
    return Condition.ofAny(
        Set.of(SignalKind.LOAN_IN, SignalKind.DEPOSIT_REDEEMED),
        (signal, earlier) ->
            !signal.has(Trait.BUSINESS)
                && earlier.at(PAYMENT).stream().allMatch(payment -> isNear(signal, payment)));
  }

  public Condition cash() {
    return Condition.of(
        SignalKind.CASH_OUT,
        this::isCash,
        (signal, earlier) -> earlier.at(CASH).stream().allMatch(before -> goesOn(signal, before)));
  }

  public Condition leap() {
    return Condition.alone(
        SignalKind.LARGE_PAYMENT,
        signal -> isLeap(signal) && signal.amountMinor() >= settings.leapMinMinor());
  }

  /** A leap above the one before, in the same week as the first. */
  public Condition leapAbove(String step) {
    long within = settings.leapsWithin().toMillis();
    return Condition.of(
        SignalKind.LARGE_PAYMENT,
        V4FakeInvestment::isLeap,
        (signal, earlier) ->
            earlier.at(step).stream()
                    .allMatch(
                        before ->
                            signal.amountMinor() >= settings.leapRatioMin() * before.amountMinor())
                && earlier.at(PAYMENT).stream()
                    .allMatch(first -> signal.eventTime() - first.eventTime() <= within));
  }

  private boolean isPayment(Signal signal) {
    return signal.kind() == SignalKind.CASH_OUT ? isCash(signal) : isTransfer(signal);
  }

  private static boolean isTransfer(Signal signal) {
    return signal.kind() == SignalKind.LARGE_PAYMENT
        && !signal.has(Trait.BUSINESS)
        && !signal.has(Trait.RELATED);
  }

  private static boolean isLeap(Signal signal) {
    return isTransfer(signal) && Payments.toPerson(signal);
  }

  private boolean isCash(Signal signal) {
    return signal.amountMinor() >= settings.cashMinMinor() && !signal.has(Trait.BUSINESS);
  }

  /** Cash again within days, of any height; a payment higher than what went before. */
  private boolean goesOn(Signal signal, Signal before) {
    boolean bothCash = signal.kind() == SignalKind.CASH_OUT && before.kind() == SignalKind.CASH_OUT;
    return bothCash
        ? signal.eventTime() - before.eventTime() <= settings.cashWithin().toMillis()
        : signal.amountMinor() >= settings.riseRatioMin() * before.amountMinor();
  }

  private boolean isNear(Signal raised, Signal payment) {
    return Math.abs(raised.eventTime() - payment.eventTime()) <= settings.raisedWithin().toMillis();
  }

  @Override
  public String id() {
    return "V4";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(RISE, RAISED_AFTER, RAISED_BEFORE, RAISED_FIRST, CASH_TWICE, LEAPS);
  }

  @Override
  public int specificity() {
    return 1;
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    if (match.sequence().equals(CASH_TWICE)) {
      return alone(match, view, match.at(CASH).get(0));
    } else if (match.sequence().equals(LEAPS)) {
      return alone(match, view, match.firstAt(PAYMENT));
    }
    Signal back = match.firstAt(BACK);
    List<Signal> payments = payments(view, back);
    if (payments.isEmpty()
        || Payments.dealsInMoney(
            view, payments.get(payments.size() - 1), Payments.sum(payments), fees)) {
      return Optional.empty();
    }
    // A fraudster's platform keeps to the kind of account that it was tried with.
    boolean firms = back.has(Trait.TO_FIRM);
    List<Signal> counted = payments.stream().filter(each -> firms || isToPerson(each)).toList();
    return judge(back, rise(counted), firms, view);
  }

  /**
   * @param firms whether companies and exchanges are among the payees
   */
  private Optional<Assessment> judge(Signal back, List<Signal> rise, boolean firms, View view) {
    List<Signal> raised =
        view.signals().stream().filter(each -> isRaised(each) && isNearAny(each, rise)).toList();
    Level level =
        firms ? levels.ofFirms(back, rise, raised, view) : levels.of(back, rise, raised, view);
    if (level == null || cameBack(view, rise)) {
      return Optional.empty();
    }
    int score =
        (level == Level.T1 ? SCORE / 2 : SCORE)
            + PER_PAYMENT * rise.size()
            + (raised.isEmpty() ? 0 : WITH_RAISED);
    return Optional.of(assessment(level, score, back, rise, raised));
  }

  private List<Signal> payments(View view, Signal back) {
    long end = back.eventTime() + settings.paysWithin().toMillis();
    return view.signals().stream()
        .filter(
            each ->
                isPayment(each)
                    && each.eventTime() >= back.eventTime()
                    && each.eventTime() <= end
                    && each.amountMinor() > back.count())
        .toList();
  }

  /** The longest row of payments that goes on rising. */
  private List<Signal> rise(List<Signal> payments) {
    List<Signal> longest = List.of();
    for (int i = 0; i < payments.size(); i++) {
      List<Signal> row =
          Payments.longestRise(
              payments.get(i), payments.subList(i + 1, payments.size()), this::goesOn);
      longest = Payments.isBetter(row, longest) ? row : longest;
    }
    return longest;
  }

  private static boolean isRaised(Signal signal) {
    return (signal.kind() == SignalKind.LOAN_IN || signal.kind() == SignalKind.DEPOSIT_REDEEMED)
        && !signal.has(Trait.BUSINESS);
  }

  private boolean isNearAny(Signal raised, List<Signal> payments) {
    return payments.stream().anyMatch(payment -> isNear(raised, payment));
  }

  private static boolean isToPerson(Signal payment) {
    return payment.kind() == SignalKind.CASH_OUT || Payments.toPerson(payment);
  }

  /**
   * Nearly all of a payment came back before the next: money lent, a deal undone. A company's money
   * after a payment to a person is wages.
   */
  private boolean cameBack(View view, List<Signal> rise) {
    for (int i = 0; i < rise.size() - 1; i++) {
      Signal payment = rise.get(i);
      Signal next = rise.get(i + 1);
      long back =
          Payments.sum(
              view.of(
                  SignalKind.NEW_PAYER_INCOME,
                  each ->
                      Payments.toPerson(payment) == Payments.toPerson(each)
                          && each.eventTime() > payment.eventTime()
                          && each.eventTime() < next.eventTime()));
      if (back >= settings.backShareMin() * payment.amountMinor()) {
        return true;
      }
    }
    return false;
  }

  /** Nothing is known to have come back: worth a text. */
  private Optional<Assessment> alone(Match match, View view, Signal first) {
    List<Signal> payments = match.signals();
    return cameBack(view, payments)
            || Payments.dealsInMoney(view, first, Payments.sum(payments), fees)
        ? Optional.empty()
        : Optional.of(
            Assessments.ofVictim(
                Level.T1,
                SCORE / 2,
                Payments.sum(payments) + Payments.balanceLeft(payments),
                words.reason(null, payments, List.of()),
                first,
                payments,
                List.of()));
  }

  private Assessment assessment(
      Level level, int score, Signal back, List<Signal> rise, List<Signal> raised) {
    List<Signal> signals = new ArrayList<>(rise);
    signals.addAll(raised);
    signals.add(back);
    long left = Payments.balanceLeft(rise);
    long risk =
        Payments.sum(rise) + Math.max(left, Payments.sum(after(raised, rise.get(rise.size() - 1))));
    return Assessments.ofVictim(
        level,
        score,
        risk,
        words.reason(back, rise, raised),
        back,
        signals,
        advice(level, rise, raised, left));
  }

  private static List<Signal> after(List<Signal> raised, Signal last) {
    return raised.stream().filter(each -> each.eventTime() > last.eventTime()).toList();
  }

  private static List<Proposal> advice(
      Level level, List<Signal> rise, List<Signal> raised, long left) {
    if (level == Level.T1) {
      return List.of();
    }
    List<Proposal> advice = new ArrayList<>();
    List<Signal> transfers =
        rise.stream().filter(each -> each.kind() == SignalKind.LARGE_PAYMENT).toList();
    if (!transfers.isEmpty()) {
      advice.addAll(Assessments.againstPayments("V4", transfers, level.above(Level.T2), left));
    }
    Signal last = rise.get(rise.size() - 1);
    List<Signal> fresh = after(raised, last);
    if (!fresh.isEmpty()) {
      advice.add(
          new Proposal(
              Advice.Kind.DELAY_PAYMENT,
              EntityKey.account(fresh.get(fresh.size() - 1).subject()),
              Payments.sum(fresh),
              "V4_MONEY_RAISED"));
    }
    if (last.kind() == SignalKind.CASH_OUT) {
      advice.add(
          new Proposal(
              Advice.Kind.TELLER_PROMPT,
              EntityKey.account(last.subject()),
              left > 0 ? left : null,
              "V4_CASH"));
    }
    return advice;
  }

  @Override
  public Card card() {
    return new Card(
        "Fake investment, romance",
        "虚假投资理财、杀猪盘",
        "A first payment to a stranger that comes back from another account within two weeks, and in"
            + " the month after it payments to people met lately, or cash, that go on rising: two are a"
            + " text, three, or a large one, a call; graver with a loan or a redeemed deposit within a week"
            + " of one of them. Where companies or exchanges are paid it takes three, and is a text, or a"
            + " call with a loan or deposit. A return that may be chance counts one step less, and one of"
            + " an odd sum, as shares of bills are, is a text, and a call only with a gain, growth and a"
            + " loan or deposit. Twice a large sum in"
            + " cash within a week, or three payments that grow by leaps, are worth a text.",
        "A payee paid three times before; returns from the very"
            + " account that was paid; money that comes back later than five days after a payment.",
        List.of(
            "A brokerage account: a company or merchant, and it pays back itself",
            "A house: nothing came back before; a private seller who is paid by leaps is a text",
            "Medical bills: hospitals are merchants",
            "A friend who borrows and returns: the same account"),
        "domain/victims.md, V4");
  }
}
