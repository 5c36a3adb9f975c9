package org.tocsin.core.pattern;

import java.util.ArrayList;
import java.util.HashSet;
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
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** V1: impersonating police, prosecutor or court. */
public final class V1Impersonation implements Row {

  private static final long serialVersionUID = 1L;

  public static final String CALL_PAYMENT = "V1.call-payment";
  public static final String HANDOVER_PAYMENT = "V1.handover-payment";
  public static final String CALL_ISOLATED = "V1.call-isolated";
  public static final String HANDOVER_ISOLATED = "V1.handover-isolated";
  public static final String ISOLATED_CALL = "V1.isolated-call";
  public static final String GATHERED = "V1.gathered";
  public static final String HANDOVER = "V1.handover";
  public static final String GATHERING = "V1.gathering";

  public static final String CALL = "call";
  public static final String SECOND = "second";
  public static final String PAYMENT = "payment";
  public static final String SIGN = "sign";
  public static final String OWN_MONEY = "own-money";

  private static final int SCORE = 80;

  private final VictimRules.V1 settings;
  private final long callMaxMillis;
  private final Words words;

  public V1Impersonation(Rulebook rules) {
    this.settings = rules.detection().victim().v1();
    this.callMaxMillis = rules.detection().profiles().callMax().toMillis();
    this.words = new Words(rules);
  }

  @Override
  public VictimRules.V1 settings() {
    return settings;
  }

  /** A suspicious unknown caller. */
  public Condition call() {
    return Condition.alone(SignalKind.UNKNOWN_CALL, CallSigns::suspicious);
  }

  /** Another unknown caller, of any origin, soon after the first one rang off. */
  public Condition second() {
    long handover = settings.handoverMax().toMillis();
    return Condition.of(
        SignalKind.UNKNOWN_CALL,
        (signal, earlier) ->
            earlier.at(CALL).stream()
                .allMatch(
                    call ->
                        !call.ongoing()
                            && !signal.other().equals(call.other())
                            && signal.eventTime() >= call.eventTime()
                            && signal.eventTime() - call.endTime() <= handover));
  }

  public Condition payment() {
    return Condition.alone(SignalKind.NEW_PAYEE_PAYMENT, signal -> !signal.has(Trait.BUSINESS));
  }

  public Condition sign() {
    return Condition.ofAny(
        Set.of(SignalKind.FORWARDING_ON, SignalKind.CONTACT_FAILED), (signal, earlier) -> true);
  }

  public Condition ownMoney() {
    return Condition.of(SignalKind.GATHERING);
  }

  @Override
  public String id() {
    return "V1";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(
        CALL_PAYMENT,
        HANDOVER_PAYMENT,
        CALL_ISOLATED,
        HANDOVER_ISOLATED,
        ISOLATED_CALL,
        GATHERED,
        HANDOVER,
        GATHERING);
  }

  @Override
  public int specificity() {
    return 5;
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    return switch (match.sequence()) {
      case CALL_PAYMENT, HANDOVER_PAYMENT -> judgePayment(match, view);
      case GATHERED -> judgeGathered(match, view);
      case HANDOVER -> judgeHandover(match);
      case GATHERING -> judgeGathering(match, view);
      default -> judgeIsolation(match);
    };
  }

  /** The calls of the match, if they are long enough together at {@code time}. */
  private List<Signal> longCalls(Match match, long time) {
    List<Signal> calls = new ArrayList<>(match.at(CALL));
    calls.addAll(match.at(SECOND));
    long length = 0;
    for (Signal call : calls) {
      length += CallSigns.lengthMillis(call, time);
    }
    return length >= settings.longCallMin().toMillis() ? calls : List.of();
  }

  private long end(List<Signal> calls) {
    long end = 0;
    for (Signal call : calls) {
      end = Math.max(end, CallSigns.endMillis(call, callMaxMillis));
    }
    return end;
  }

  private Optional<Assessment> judgePayment(Match match, View view) {
    Signal payment = match.firstAt(PAYMENT);
    List<Signal> calls = longCalls(match, payment.eventTime());
    if (calls.isEmpty()
        || payment.eventTime() > end(calls) + settings.transferWithin().toMillis()) {
      return Optional.empty();
    }
    Signal call = match.firstAt(CALL);
    List<Signal> payments = Payments.between(view, call.eventTime(), payment.eventTime());
    if (payments.isEmpty() || !enough(payments)) {
      return Optional.empty();
    }
    boolean during =
        calls.stream().anyMatch(each -> payment.eventTime() <= endOrNow(each, payment.eventTime()));
    boolean forwarded =
        !view.of(
                SignalKind.FORWARDING_ON,
                each ->
                    each.eventTime() >= call.eventTime() - settings.isolationBefore().toMillis())
            .isEmpty();
    boolean toPerson = payments.stream().anyMatch(Payments::toPerson);
    long left = Payments.balanceLeft(payments);
    long sum = Payments.sum(payments);
    int score =
        SCORE
            + (during ? 10 : 0)
            + (forwarded ? 5 : 0)
            + (Payments.distinct(payments, Signal::other) > 1 ? 5 : 0);
    List<Signal> signals = new ArrayList<>(calls);
    signals.addAll(payments);
    return Optional.of(
        Assessments.ofVictim(
            toPerson ? Level.T3_PLUS : Level.T1,
            toPerson ? score : SCORE / 2,
            sum + left,
            paymentReason(call, calls, payments, during, payment.eventTime()),
            call,
            signals,
            Assessments.againstPayments("V1", payments, toPerson, left)));
  }

  private static long endOrNow(Signal call, long now) {
    return call.ongoing() ? now : call.endTime();
  }

  private boolean enough(List<Signal> payments) {
    long sum = Payments.sum(payments);
    return sum >= settings.amountMinMinor()
        || (sum >= settings.shareAmountMinMinor()
            && Payments.shareOfBalance(payments) >= settings.balanceShareMin());
  }

  private Text paymentReason(
      Signal call, List<Signal> calls, List<Signal> payments, boolean during, long time) {
    long length = 0;
    for (Signal each : calls) {
      length += CallSigns.lengthMillis(each, time);
    }
    long sum = Payments.sum(payments);
    long payees = Payments.distinct(payments, Signal::other);
    return new Text(
        "%s接到%s来电，%s通话共%s，%s向%d个首次收款账户转账%s。疑似冒充公检法诈骗。"
            .formatted(
                words.timeZh(call.eventTime()),
                CallSigns.originZh(call),
                calls.size() > 1 ? "随后又接到另一陌生来电，" : "",
                words.lengthZh(length),
                during ? "通话期间" : "通话后",
                payees,
                words.moneyZh(sum)),
        "Called at %s by %s%s, %s on the phone in all; %s, %s sent to %d first-time payee(s). Looks like police or court impersonation."
            .formatted(
                words.timeEn(call.eventTime()),
                CallSigns.originEn(call),
                calls.size() > 1 ? " and then by another unknown caller" : "",
                words.lengthEn(length),
                during ? "while on the call" : "after the call",
                words.moneyEn(sum),
                payees));
  }

  /** Handed over and long, and no payment yet: a text in time costs little. */
  private Optional<Assessment> judgeHandover(Match match) {
    Signal second = match.firstAt(SECOND);
    List<Signal> calls = longCalls(match, second.eventTime());
    boolean brief =
        calls.stream()
            .anyMatch(
                each -> CallSigns.lengthMillis(each, 0) < settings.handoverCallMin().toMillis());
    if (calls.isEmpty() || brief) {
      return Optional.empty();
    }
    Signal call = match.firstAt(CALL);
    long length = calls.stream().mapToLong(each -> CallSigns.lengthMillis(each, 0)).sum();
    return Optional.of(
        Assessments.ofVictim(
            Level.T1,
            SCORE / 2,
            null,
            new Text(
                "%s接到%s来电，挂断后又接到另一陌生来电，通话共%s。谨防冒充公检法诈骗。"
                    .formatted(
                        words.timeZh(call.eventTime()),
                        CallSigns.originZh(call),
                        words.lengthZh(length)),
                "Called at %s by %s and then by another unknown caller, %s in all. May be police or court impersonation."
                    .formatted(
                        words.timeEn(call.eventTime()),
                        CallSigns.originEn(call),
                        words.lengthEn(length))),
            call,
            calls,
            List.of()));
  }

  /** Own money from several banks in one account, and not out of it yet. */
  private Optional<Assessment> judgeGathering(Match match, View view) {
    Signal last = match.firstAt(OWN_MONEY);
    List<Signal> gathered = ownInto(view, last.subject(), last.eventTime());
    if (!isGathering(gathered)) {
      return Optional.empty();
    }
    return Optional.of(
        Assessments.ofVictim(
            Level.T1,
            SCORE / 2,
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

  private Optional<Assessment> judgeIsolation(Match match) {
    Signal sign = match.firstAt(SIGN);
    List<Signal> calls = longCalls(match, sign.eventTime());
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    Signal call = match.firstAt(CALL);
    boolean forwarding = sign.kind() == SignalKind.FORWARDING_ON;
    long from = call.eventTime() - (forwarding ? settings.isolationBefore().toMillis() : 0);
    long to = end(calls) + settings.isolationAfter().toMillis();
    if (sign.eventTime() < from || sign.eventTime() > to) {
      return Optional.empty();
    }
    List<Signal> signals = new ArrayList<>(calls);
    signals.add(sign);
    return Optional.of(
        Assessments.ofVictim(
            Level.T3_PLUS,
            SCORE,
            null,
            isolationReason(call, calls, sign, forwarding),
            call,
            signals,
            List.of(
                new Proposal(Advice.Kind.DELAY_PAYMENT, null, null, "V1_ISOLATED"),
                new Proposal(Advice.Kind.TELLER_PROMPT, null, null, "V1_ISOLATED"))));
  }

  private Text isolationReason(Signal call, List<Signal> calls, Signal sign, boolean forwarding) {
    long length = 0;
    for (Signal each : calls) {
      length += CallSigns.lengthMillis(each, Math.max(sign.eventTime(), call.eventTime()));
    }
    return new Text(
        "%s接到%s来电，通话%s，%s%s。尚未见转账，疑似被冒充公检法者隔离控制。"
            .formatted(
                words.timeZh(call.eventTime()),
                CallSigns.originZh(call),
                words.lengthZh(length),
                words.timeZh(sign.eventTime()),
                forwarding ? "开通了呼叫转移" : "劝阻电话未能接通"),
        "Called at %s by %s for %s; at %s %s. No transfer seen yet; looks isolated by police impersonators."
            .formatted(
                words.timeEn(call.eventTime()),
                CallSigns.originEn(call),
                words.lengthEn(length),
                words.timeEn(sign.eventTime()),
                forwarding
                    ? "call forwarding was switched on"
                    : "the centre's call did not get through"));
  }

  private Optional<Assessment> judgeGathered(Match match, View view) {
    Signal payment = match.firstAt(PAYMENT);
    String account = payment.subject();
    List<Signal> gathered = ownInto(view, account, payment.eventTime());
    if (!isGathering(gathered)) {
      return Optional.empty();
    }
    List<Signal> payments =
        Payments.between(view, gathered.get(0).eventTime(), payment.eventTime()).stream()
            .filter(each -> each.subject().equals(account))
            .toList();
    if (payments.isEmpty() || !enough(payments)) {
      return Optional.empty();
    }
    boolean toPerson = payments.stream().anyMatch(Payments::toPerson);
    long left = Payments.balanceLeft(payments);
    List<Signal> signals = new ArrayList<>(gathered);
    signals.addAll(payments);
    return Optional.of(
        Assessments.ofVictim(
            toPerson ? Level.T3_PLUS : Level.T1,
            toPerson ? SCORE : SCORE / 2,
            Payments.sum(payments) + left,
            new Text(
                "%s起从%d家银行归集本人资金%s到一个账户，%s向首次收款账户转账%s。疑似被骗转入“安全账户”。"
                    .formatted(
                        words.timeZh(gathered.get(0).eventTime()),
                        banks(gathered),
                        words.moneyZh(Payments.sum(gathered)),
                        words.timeZh(payment.eventTime()),
                        words.moneyZh(Payments.sum(payments))),
                "From %s own money, %s from %d banks, was gathered into one account, and at %s %s left it for a first-time payee. Looks like a move to a \"safe account\"."
                    .formatted(
                        words.timeEn(gathered.get(0).eventTime()),
                        words.moneyEn(Payments.sum(gathered)),
                        banks(gathered),
                        words.timeEn(payment.eventTime()),
                        words.moneyEn(Payments.sum(payments)))),
            gathered.get(0),
            signals,
            Assessments.againstPayments("V1", payments, toPerson, left)));
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

  @Override
  public Card card() {
    return new Card(
        "Impersonating police, prosecutor or court",
        "冒充公检法",
        "A call from abroad, over the internet or from a listed number, alone or handed over to"
            + " another unknown caller, long in all, then payments to first-time payees; before any"
            + " payment, such a call with forwarding switched on or the centre's call in vain; without"
            + " a call, own money gathered from several banks and sent out.",
        "Callers with ordinary domestic numbers that nobody has listed; payments to payees already"
            + " known; cash handed over.",
        List.of(
            "Bank, hospital and court callback centres: trusted numbers, and no payment to a new"
                + " payee",
            "Relatives on new numbers: domestic callers never make it alone",
            "Gathering for a house: paid to a company, which is SMS only"),
        "domain/victims.md, V1");
  }
}
