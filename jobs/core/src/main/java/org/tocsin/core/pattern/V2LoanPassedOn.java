package org.tocsin.core.pattern;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.tocsin.core.warning.Text;

/** V2: impersonating customer service; loans are taken out and passed on. */
public final class V2LoanPassedOn implements Row {

  private static final long serialVersionUID = 1L;

  public static final String CALL_LOAN = "V2.call-loan";
  public static final String CALL_LOAN_PAYMENT = "V2.call-loan-payment";
  public static final String LOANS = "V2.loans";
  public static final String LOAN_PAYMENT = "V2.loan-payment";
  public static final String LOAN_PAYMENT_LOAN = "V2.loan-payment-loan";

  public static final String CALL = "call";
  public static final String LOAN = "loan";
  public static final String PAYMENT = "payment";
  public static final String NEXT_LOAN = "next-loan";

  private static final int SCORE = 70;

  private final VictimRules.V2 settings;
  private final long strangerMinMinor;
  private final long callMaxMillis;
  private final Words words;

  public V2LoanPassedOn(Rulebook rules) {
    this.settings = rules.detection().victim().v2();
    this.strangerMinMinor = rules.detection().victim().v8().amountMinMinor();
    this.callMaxMillis = rules.detection().profiles().callMax().toMillis();
    this.words = new Words(rules);
  }

  @Override
  public VictimRules.V2 settings() {
    return settings;
  }

  /** An unknown call, long enough, or not over yet. */
  public Condition call() {
    long min = settings.callMin().toMillis();
    return Condition.of(
        SignalKind.UNKNOWN_CALL,
        signal -> signal.ongoing() || signal.endTime() - signal.eventTime() >= min,
        (signal, earlier) -> true);
  }

  public Condition loan() {
    long after = settings.loanAfterCall().toMillis();
    return Condition.of(
        SignalKind.LOAN_IN,
        signal -> !signal.has(Trait.BUSINESS),
        (signal, earlier) ->
            earlier.at(CALL).stream()
                .allMatch(
                    call ->
                        signal.eventTime() <= CallSigns.endMillis(call, callMaxMillis) + after));
  }

  public Condition payment() {
    long within = settings.payWithin().toMillis();
    return Condition.of(
        SignalKind.NEW_PAYEE_PAYMENT,
        signal -> !signal.has(Trait.BUSINESS),
        (signal, earlier) ->
            earlier.at(LOAN).stream()
                .allMatch(loan -> signal.eventTime() - loan.eventTime() <= within));
  }

  public Condition nextLoan() {
    return Condition.alone(SignalKind.LOAN_IN, signal -> !signal.has(Trait.BUSINESS));
  }

  /** Another lender soon after the first. */
  public Condition otherLender() {
    long within = settings.lendersWithin().toMillis();
    return Condition.of(
        SignalKind.LOAN_IN,
        signal -> !signal.has(Trait.BUSINESS),
        (signal, earlier) ->
            earlier.at(LOAN).stream()
                .allMatch(loan -> signal.eventTime() - loan.eventTime() <= within));
  }

  @Override
  public String id() {
    return "V2";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(CALL_LOAN, CALL_LOAN_PAYMENT, LOANS, LOAN_PAYMENT, LOAN_PAYMENT_LOAN);
  }

  @Override
  public int specificity() {
    return 4;
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    return match.at(CALL).isEmpty() ? judgeLoans(match, view) : judgeCall(match, view);
  }

  private Optional<Assessment> judgeCall(Match match, View view) {
    Signal call = match.firstAt(CALL);
    long end = CallSigns.endMillis(call, callMaxMillis);
    List<Signal> loans = loans(view, call.eventTime(), end + settings.loanAfterCall().toMillis());
    if (loans.isEmpty()) {
      return Optional.empty();
    }
    List<Signal> payments = payments(view, loans);
    boolean during = loans.get(0).eventTime() <= end;
    boolean severalLenders = lenders(loans).size() >= settings.lendersMin();
    long inflow = Payments.sum(loans);
    boolean passedOn = Payments.sum(payments) >= settings.inflowShareMin() * inflow;
    if (!severalLenders && !during && !passedOn) {
      return Optional.empty();
    }
    boolean wentToPeople = Payments.sum(toPeople(payments)) >= settings.inflowShareMin() * inflow;
    boolean grave =
        severalLenders
            && (during
                || wentToPeople
                || paidBefore(loans.get(0), call, view)
                || isLong(call, view.now()));
    Level level = grave ? Level.T3_PLUS : during ? Level.T2 : Level.T1;
    int score = grave ? SCORE + 15 + (passedOn ? 10 : 0) : during ? SCORE - 10 : SCORE / 2;
    return Optional.of(assessment(level, score, call, loans, payments));
  }

  /** Who has paid a stranger after the call already does as they are told. */
  private boolean paidBefore(Signal loan, Signal call, View view) {
    return Payments.between(view, call.eventTime(), loan.eventTime()).stream()
        .anyMatch(each -> Payments.toStranger(each) && each.amountMinor() >= strangerMinMinor);
  }

  /**
   * Somebody who was talked to for minutes and then borrows may be consolidating, paying rent or a
   * supplier: until money goes to people that is a text. Talked to for long, it is no chance.
   */
  private boolean isLong(Signal call, long now) {
    Duration least =
        CallSigns.suspicious(call) ? settings.longSuspiciousCallMin() : settings.longCallMin();
    return CallSigns.lengthMillis(call, now) >= least.toMillis();
  }

  /**
   * Without a call: several lenders within hours are worth a text, for there may be one payment
   * only; much money going straight out to people is worth more.
   */
  private Optional<Assessment> judgeLoans(Match match, View view) {
    Signal loan = match.firstAt(LOAN);
    long span = settings.lendersWithin().toMillis();
    List<Signal> loans = loans(view, loan.eventTime() - span, loan.eventTime() + span);
    long last = loans.get(loans.size() - 1).eventTime();
    loans = loans.stream().filter(each -> last - each.eventTime() <= span).toList();
    if (lenders(loans).size() < settings.lendersMin()) {
      return Optional.empty();
    }
    List<Signal> payments = toPeople(payments(view, loans));
    double share = (double) Payments.sum(payments) / Payments.sum(loans);
    if (payments.isEmpty() || share < settings.firstPaymentShareMin()) {
      return Optional.of(assessment(Level.T1, SCORE / 2, null, loans, List.of()));
    }
    if (Payments.sum(payments) < settings.noCallAmountMinMinor()) {
      return Optional.of(assessment(Level.T1, SCORE / 2, null, loans, payments));
    }
    boolean whole = share >= settings.inflowShareMin() && share <= settings.inflowShareMax();
    return Optional.of(
        assessment(
            whole ? Level.T3_PLUS : Level.T2,
            whole ? SCORE + 10 : SCORE - 10,
            null,
            loans,
            payments));
  }

  private List<Signal> loans(View view, long from, long to) {
    return view.of(
        SignalKind.LOAN_IN,
        each -> !each.has(Trait.BUSINESS) && each.eventTime() >= from && each.eventTime() <= to);
  }

  /** A lender is told apart by the account it pays from. */
  private static Set<String> lenders(List<Signal> loans) {
    Set<String> lenders = new HashSet<>();
    for (Signal loan : loans) {
      lenders.add(loan.other() == null ? loan.evidence().get(0).source() : loan.other().token());
    }
    return lenders;
  }

  /** Payments out of the loans; what goes back to a lender is no loss. */
  private List<Signal> payments(View view, List<Signal> loans) {
    Set<String> lenders = lenders(loans);
    long first = loans.get(0).eventTime();
    long last = loans.get(loans.size() - 1).eventTime() + settings.payWithin().toMillis();
    return Payments.between(view, first, last).stream()
        .filter(each -> !lenders.contains(each.other().token()))
        .toList();
  }

  private static List<Signal> toPeople(List<Signal> payments) {
    return payments.stream().filter(Payments::toPerson).toList();
  }

  private Assessment assessment(
      Level level, int score, Signal call, List<Signal> loans, List<Signal> payments) {
    List<Signal> signals = new ArrayList<>(loans);
    signals.addAll(payments);
    if (call != null) {
      signals.add(call);
    }
    long inflow = Payments.sum(loans);
    List<Proposal> advice =
        payments.isEmpty()
            ? beforePayment(level, inflow)
            : Assessments.againstPayments(
                "V2", payments, level.above(Level.T2), Payments.balanceLeft(payments));
    return Assessments.ofVictim(
        level,
        score,
        Math.max(inflow, Payments.sum(payments)),
        reason(call, loans, payments),
        call == null ? loans.get(0) : call,
        signals,
        advice);
  }

  private static List<Proposal> beforePayment(Level level, long inflow) {
    return level == Level.T1
        ? List.of()
        : List.of(new Proposal(Advice.Kind.DELAY_PAYMENT, null, inflow, "V2_LOAN_ON_CALL"));
  }

  private Text reason(Signal call, List<Signal> loans, List<Signal> payments) {
    int lenders = lenders(loans).size();
    String inZh = words.moneyZh(Payments.sum(loans));
    String inEn = words.moneyEn(Payments.sum(loans));
    String outZh =
        payments.isEmpty() ? "尚未见转出" : "其后向首次收款账户转出" + words.moneyZh(Payments.sum(payments));
    String outEn =
        payments.isEmpty()
            ? "nothing has left yet"
            : words.moneyEn(Payments.sum(payments)) + " went on to first-time payees";
    long now =
        Stream.concat(loans.stream(), payments.stream())
            .mapToLong(Signal::eventTime)
            .max()
            .orElse(0);
    String callZh =
        call == null
            ? ""
            : words.timeZh(call.eventTime())
                + "接到"
                + CallSigns.originZh(call)
                + "来电"
                + CallSigns.lastedZh(call, now, words)
                + "，";
    String callEn =
        call == null
            ? ""
            : "Called at %s by %s (%s). "
                .formatted(
                    words.timeEn(call.eventTime()),
                    CallSigns.originEn(call),
                    CallSigns.lastedEn(call, now, words));
    return new Text(
        "%s%s起从%d家机构贷款到账%s，%s。疑似冒充客服诱导贷款转账。"
            .formatted(callZh, words.timeZh(loans.get(0).eventTime()), lenders, inZh, outZh),
        "%sFrom %s, loans of %s from %s came in; %s. Looks like fake customer service having loans passed on."
            .formatted(
                callEn,
                words.timeEn(loans.get(0).eventTime()),
                inEn,
                Words.countEn(lenders, "lender"),
                outEn));
  }

  @Override
  public Card card() {
    return new Card(
        "Impersonating customer service",
        "冒充客服、注销校园贷",
        "Loans paid out during or shortly after a call from an unknown number, from several lenders,"
            + " and sent on to first-time payees: a visit while the call goes on, after a long one, or"
            + " once money goes to people, else a text; without a call, several lenders within hours (a"
            + " text), and much of the money straight out to people. With a call what goes out may be more"
            + " than the loans: savings go along.",
        "A single loan taken after the call has ended; money spent with merchants.",
        List.of(
            "A borrower who pays rent or a supplier: one lender, or a call of minutes that had ended",
            "Consolidation: the payee is a lender or a company"),
        "domain/victims.md, V2");
  }
}
