package org.tocsin.core.pattern;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.event.Holder;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
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
 * A bank-card row that is one flow of money through one account: watched as soon as the flow can be
 * told, from how it begins if need be, and delayed while strangers' money is there.
 */
public abstract class AccountRow implements Row {

  private static final long serialVersionUID = 1L;

  /** Of all rows about money that runs through a person's account. */
  static final String FAMILY = "account";

  public static final String SHOWN = "shown";
  public static final String INCOME = "income";

  private static final int SCORE = 60;
  private static final int SCORE_BEGUN = 35;
  private static final int SCORE_MORE = 15;

  private final String id;
  private final SignalKind kind;
  private final BankCardRules.More more;
  final Words words;

  AccountRow(String id, SignalKind kind, Rulebook rules) {
    this.id = id;
    this.kind = kind;
    this.more = rules.detection().bankCards().more();
    this.words = new Words(rules);
  }

  /** What was seen, a sentence without its full stop, from the signal's numbers. */
  abstract Text seen(Signal shown, View view);

  /**
   * Money of it that is still there and that only a mule would have; null when there is none. What
   * was on the account before may be the owner's, so it is never more than what came in.
   */
  Long left(Signal shown) {
    return left(shown, more.leftMinMinor());
  }

  static Long left(Signal shown, long min) {
    boolean told = shown.has(Trait.STRANGERS) && shown.balanceMinor() != null;
    long left = told ? Math.min(shown.balanceMinor(), shown.amountMinor()) : 0;
    return left >= min ? left : null;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Lane lane() {
    return Lane.MULE;
  }

  @Override
  public final String family() {
    return FAMILY;
  }

  @Override
  public int specificity() {
    return 1;
  }

  public final String shown() {
    return id + ".shown";
  }

  public final String andMore() {
    return id + ".and-more";
  }

  @Override
  public final List<String> sequences() {
    return List.of(shown(), andMore());
  }

  /** First and last signal of a match are less than this apart. */
  public final Duration window() {
    return more.window();
  }

  public final Condition flow() {
    return Condition.of(kind);
  }

  /** Wholly seen, and strangers' money. */
  public final Condition strangersFlow() {
    return Condition.alone(
        kind, signal -> signal.has(Trait.STRANGERS) && !signal.has(Trait.WATCH_ONLY));
  }

  /** The next stranger's money has arrived on the same account. */
  public final Condition income() {
    long min = more.inMinMinor();
    return Condition.of(
        SignalKind.NEW_PAYER_INCOME,
        signal -> signal.amountMinor() >= min && isFromPerson(signal),
        (signal, earlier) ->
            earlier.at(SHOWN).stream()
                .allMatch(
                    flow ->
                        flow.subject().equals(signal.subject())
                            && signal.eventTime() > flow.endTime()));
  }

  private static boolean isFromPerson(Signal income) {
    return income.otherHolder() == null || income.otherHolder() == Holder.PERSON;
  }

  @Override
  public final Optional<Assessment> judge(Match match, View view) {
    Signal shown = match.firstAt(SHOWN);
    if (MuleMoney.isOwnMoved(shown, view)) {
      return Optional.empty();
    }
    return match.sequence().equals(andMore())
        ? judgeMore(shown, match.firstAt(INCOME), view)
        : Optional.of(judgeShown(shown, view));
  }

  /** Whether it is told as a whole; from how it begins otherwise. */
  boolean isWhole(Signal shown, View view) {
    return !shown.has(Trait.WATCH_ONLY);
  }

  /** All that speaks for it. */
  List<Signal> signals(Signal shown, View view) {
    return List.of(shown);
  }

  private Assessment judgeShown(Signal shown, View view) {
    boolean whole = isWhole(shown, view);
    Long left = whole ? left(shown) : null;
    Text seen = seen(shown, view);
    Text reason =
        left == null
            ? new Text(seen.zh() + "。" + endZh(whole), seen.en() + ". " + endEn(whole))
            : new Text(
                seen.zh() + "，尚有%s在账上。".formatted(words.moneyZh(left)) + endZh(true),
                seen.en() + ", %s is still there. ".formatted(words.moneyEn(left)) + endEn(true));
    return assessment(
        left == null ? Level.T1 : Level.T2,
        whole ? SCORE : SCORE_BEGUN,
        left,
        reason,
        shown,
        signals(shown, view));
  }

  private Optional<Assessment> judgeMore(Signal shown, Signal income, View view) {
    if (!isWhole(shown, view) || MuleMoney.isOwn(income, view) || MuleMoney.isGone(income, view)) {
      return Optional.empty();
    }
    long there =
        income.balanceMinor() == null
            ? income.amountMinor()
            : Math.min(income.balanceMinor(), income.amountMinor());
    Text seen = seen(shown, view);
    Text reason =
        new Text(
            seen.zh()
                + "；%s又有陌生账户转入%s，资金仍在账上。"
                    .formatted(
                        words.timeZh(income.eventTime()), words.moneyZh(income.amountMinor()))
                + endZh(true),
            seen.en()
                + "; %s more came in from a stranger at %s and is still there. "
                    .formatted(
                        words.moneyEn(income.amountMinor()), words.timeEn(income.eventTime()))
                + endEn(true));
    List<Signal> signals = new ArrayList<>(signals(shown, view));
    signals.add(income);
    return Optional.of(assessment(Level.T2, SCORE + SCORE_MORE, there, reason, shown, signals));
  }

  private static String endZh(boolean whole) {
    return whole ? "疑似跑分账户。" : "可能为跑分账户，请关注其后去向。";
  }

  private static String endEn(boolean whole) {
    return whole ? "Looks like a mule account." : "May be a mule account: watch where it goes.";
  }

  private Assessment assessment(
      Level level, int score, Long there, Text reason, Signal first, List<Signal> signals) {
    EntityKey about = EntityKey.account(first.subject());
    List<Signal> ordered = Assessments.ordered(signals);
    Proposal advice =
        level == Level.T1
            ? new Proposal(Advice.Kind.WATCH, about, null, id + "_WATCH")
            : new Proposal(Advice.Kind.DELAY_PAYMENT, about, there, id + "_MONEY_LEFT");
    return new Assessment(
        level,
        score,
        there,
        reason,
        first,
        ordered,
        SubjectKind.ACCOUNT,
        first.subject(),
        Assessments.region(ordered),
        List.of(advice));
  }
}
