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
import org.tocsin.core.warning.Text;

/**
 * V9: cash drawn or gold bought again and again, for a courier who collects it. Weddings look the
 * same, so it takes a sign of V1, V3 or V4 beside it: a suspicious call, or a first sum come back.
 */
public final class V9Handover implements Row {

  private static final long serialVersionUID = 1L;

  public static final String SIGN_FIRST = "V9.sign-first";
  public static final String SIGN_BETWEEN = "V9.sign-between";
  public static final String SIGN_LAST = "V9.sign-last";
  public static final String SIGN_AND_FIRST = "V9.sign-and-first";
  public static final String FIRST_AND_SIGN = "V9.first-and-sign";

  public static final String SIGN = "sign";
  public static final String FIRST = "first";
  public static final String AGAIN = "again";

  private static final int SCORE = 75;
  private static final int PER_HANDOVER = 3;

  private final VictimRules.V9 settings;
  private final VictimRules.V1 calls;
  private final VictimRules.V5 fees;
  private final Returns returns;
  private final long callMaxMillis;
  private final Words words;

  public V9Handover(Rulebook rules) {
    this.settings = rules.detection().victim().v9();
    this.calls = rules.detection().victim().v1();
    this.fees = rules.detection().victim().v5();
    this.returns = new Returns(rules);
    this.callMaxMillis = rules.detection().profiles().callMax().toMillis();
    this.words = new Words(rules);
  }

  @Override
  public VictimRules.V9 settings() {
    return settings;
  }

  /** Cash, or gold. */
  public Condition handover() {
    return Condition.ofAny(
        Set.of(SignalKind.CASH_OUT, SignalKind.GOLD_BOUGHT),
        (signal, earlier) ->
            isHandover(signal)
                && earlier.at(FIRST).stream().allMatch(first -> isWithin(first, signal)));
  }

  /** A longer call, or a sum that came back: how much it says is asked of the whole history. */
  public Condition sign() {
    long callMin = calls.handoverCallMin().toMillis();
    return Condition.ofAny(
        Set.of(SignalKind.UNKNOWN_CALL, SignalKind.SUM_RETURNED),
        (signal, earlier) ->
            signal.kind() != SignalKind.UNKNOWN_CALL
                || signal.ongoing()
                || signal.endTime() - signal.eventTime() >= callMin);
  }

  private boolean isHandover(Signal signal) {
    boolean kind = signal.kind() == SignalKind.CASH_OUT || signal.kind() == SignalKind.GOLD_BOUGHT;
    return kind && signal.amountMinor() >= settings.amountMinMinor() && !signal.has(Trait.BUSINESS);
  }

  private boolean isWithin(Signal first, Signal again) {
    return again.eventTime() - first.eventTime() <= settings.handoversWithin().toMillis();
  }

  @Override
  public String id() {
    return "V9";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(SIGN_FIRST, SIGN_BETWEEN, SIGN_LAST, SIGN_AND_FIRST, FIRST_AND_SIGN);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    List<Signal> handovers = handovers(view, match.firstAt(FIRST));
    if (Payments.dealsInMoney(
        view, handovers.get(handovers.size() - 1), Payments.sum(handovers), fees)) {
      return Optional.empty();
    }
    Optional<List<Signal>> sign = sign(view, handovers);
    return sign.filter(
            each -> handovers.size() >= settings.timesMin() || saysSomethingAlone(each.get(0)))
        .map(each -> assessment(handovers, each));
  }

  /** All within the time of the first; a longer series has a first of its own a week later. */
  private List<Signal> handovers(View view, Signal first) {
    return view.signals().stream()
        .filter(
            each ->
                isHandover(each) && each.eventTime() >= first.eventTime() && isWithin(first, each))
        .toList();
  }

  /** The gravest sign there is beside them: a call before a returned sum. */
  private Optional<List<Signal>> sign(View view, List<Signal> handovers) {
    long first = handovers.get(0).eventTime();
    long last = handovers.get(handovers.size() - 1).eventTime();
    List<Signal> called = suspiciousCalls(view, first, last);
    if (!called.isEmpty()) {
      return Optional.of(called);
    }
    long from = first - settings.returnBefore().toMillis();
    long to = last + settings.signWithin().toMillis();
    List<Signal> returned =
        view.of(
            SignalKind.SUM_RETURNED,
            each ->
                each.eventTime() >= from
                    && each.eventTime() <= to
                    && !each.has(Trait.TO_FIRM)
                    && returns.isLikely(each)
                    && !returns.isOneOfMany(each, view));
    Signal latest = null;
    for (Signal each : returned) {
      boolean better = latest == null || returns.isTelling(each) || !returns.isTelling(latest);
      latest = better ? each : latest;
    }
    return Optional.ofNullable(latest).map(List::of);
  }

  /** Beside one handover an odd sum that came back is a bill that was split; trials are whole. */
  private boolean saysSomethingAlone(Signal sign) {
    return sign.kind() == SignalKind.UNKNOWN_CALL
        || (returns.isWhole(sign) && returns.isTelling(sign));
  }

  /** As in V1: a suspicious call, with the one it was passed on to, together long. */
  private List<Signal> suspiciousCalls(View view, long first, long last) {
    long from = first - settings.signWithin().toMillis();
    long to = last + settings.signWithin().toMillis();
    List<Signal> unknown =
        view.of(
            SignalKind.UNKNOWN_CALL,
            each -> CallSigns.endMillis(each, callMaxMillis) >= from && each.eventTime() <= to);
    for (Signal call : unknown) {
      if (CallSigns.suspicious(call)) {
        List<Signal> together = together(call, unknown);
        long length =
            together.stream().mapToLong(each -> CallSigns.lengthMillis(each, view.now())).sum();
        if (length >= calls.longCallMin().toMillis()) {
          return together;
        }
      }
    }
    return List.of();
  }

  private List<Signal> together(Signal call, List<Signal> unknown) {
    for (Signal next : unknown) {
      boolean passedOn =
          !call.ongoing()
              && next.eventTime() >= call.endTime()
              && next.eventTime() - call.endTime() <= calls.handoverMax().toMillis()
              && !next.other().equals(call.other());
      if (passedOn) {
        return List.of(call, next);
      }
    }
    return List.of(call);
  }

  /** The first time, and a sign that may be chance, are worth a text: the courier comes again. */
  private Assessment assessment(List<Signal> handovers, List<Signal> sign) {
    List<Signal> signals = new ArrayList<>(handovers);
    signals.addAll(sign);
    Signal last = handovers.get(handovers.size() - 1);
    long left = Payments.balanceLeft(handovers);
    List<Proposal> advice =
        List.of(
            new Proposal(
                Advice.Kind.TELLER_PROMPT,
                EntityKey.account(last.subject()),
                left > 0 ? left : null,
                "V9_HANDOVER"),
            new Proposal(
                Advice.Kind.DELAY_PAYMENT,
                EntityKey.account(last.subject()),
                left > 0 ? left : null,
                "V9_MONEY_LEFT"));
    boolean grave =
        handovers.size() >= settings.timesMin()
            && (sign.get(0).kind() == SignalKind.UNKNOWN_CALL
                || isTrialFor(sign.get(0), handovers));
    return Assessments.ofVictim(
        grave ? Level.T3 : Level.T1,
        grave ? SCORE + PER_HANDOVER * handovers.size() : SCORE / 2,
        Payments.sum(handovers) + left,
        reason(handovers, sign),
        handovers.get(0),
        signals,
        grave ? advice : List.of());
  }

  /** Hardly chance, and the handovers followed it: a trial comes first, and the courier soon. */
  private boolean isTrialFor(Signal returned, List<Signal> handovers) {
    List<Signal> after =
        handovers.stream().filter(each -> each.eventTime() >= returned.eventTime()).toList();
    return returns.isTelling(returned)
        && returns.isWhole(returned)
        && after.size() >= settings.timesMin()
        && after.get(0).eventTime() - returned.eventTime() <= settings.signWithin().toMillis();
  }

  private Text reason(List<Signal> handovers, List<Signal> sign) {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    Signal first = sign.get(0);
    if (first.kind() == SignalKind.UNKNOWN_CALL) {
      zh.append(words.timeZh(first.eventTime()))
          .append("接到")
          .append(CallSigns.originZh(first))
          .append("长时间来电；");
      en.append("Called at length at ")
          .append(words.timeEn(first.eventTime()))
          .append(" by ")
          .append(CallSigns.originEn(first))
          .append("; ");
    } else {
      zh.append(
          "向陌生账户所付%s于%s由另一账户返回%s；"
              .formatted(
                  words.moneyZh(first.count()),
                  words.timeZh(first.eventTime()),
                  words.moneyZh(first.amountMinor())));
      en.append(
          "%s paid to a stranger came back as %s from another account at %s; "
              .formatted(
                  words.moneyEn(first.count()),
                  words.moneyEn(first.amountMinor()),
                  words.timeEn(first.eventTime())));
    }
    zh.append("%d日内%d次大额取现或购买黄金：".formatted(settings.handoversWithin().toDays(), handovers.size()));
    en.append(
        "within %d days cash was drawn or gold bought %s: "
            .formatted(settings.handoversWithin().toDays(), Words.timesEn(handovers.size())));
    for (int i = 0; i < handovers.size(); i++) {
      Signal each = handovers.get(i);
      boolean cash = each.kind() == SignalKind.CASH_OUT;
      zh.append(i == 0 ? "" : "，")
          .append(words.timeZh(each.eventTime()))
          .append(cash ? "取现" : "购金")
          .append(words.moneyZh(each.amountMinor()));
      en.append(i == 0 ? "" : ", ")
          .append(words.moneyEn(each.amountMinor()))
          .append(cash ? " in cash at " : " of gold at ")
          .append(words.timeEn(each.eventTime()));
    }
    zh.append("；合计").append(words.moneyZh(Payments.sum(handovers))).append("。疑似诈骗分子派人上门取现取金。");
    en.append("; ")
        .append(words.moneyEn(Payments.sum(handovers)))
        .append(" in all. Looks like cash or gold for a fraudster's courier.");
    return new Text(zh.toString(), en.toString());
  }

  @Override
  public Card card() {
    return new Card(
        "Cash or gold handed over",
        "取现、购金交付",
        "Cash drawn or gold bought twice or more within a week, beside a sign of V1, V3 or V4: suspicious"
            + " calls of 20 minutes together, or a first sum that came back from another account.",
        "Handovers whose talk runs over apps and that no trial sum came before; sums below the floor;"
            + " gold paid for at shops without a jeweller's category.",
        List.of(
            "Weddings and festivals: gold and cash, but no suspicious call and no sum come back; one that may"
                + " have come back by chance, or only afterwards or days before, makes two of them a text",
            "Wedding gifts: several new payers of much the same, nothing that was paid before answers to them",
            "A company's cash: business accounts do not count"),
        "domain/victims.md, V9; Yantai, 18 March");
  }
}
