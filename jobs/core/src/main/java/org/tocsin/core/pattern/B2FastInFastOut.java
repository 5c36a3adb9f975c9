package org.tocsin.core.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** B2: money comes in and is gone within minutes, again and again. */
public final class B2FastInFastOut implements Row {

  private static final long serialVersionUID = 1L;

  public static final String TWICE = "B2.twice";
  public static final String AND_MORE = "B2.and-more";

  public static final String FIRST = "first";
  public static final String SECOND = "second";
  public static final String INCOME = "income";

  private static final int SCORE = 60;

  private final BankCardRules.B2 settings;
  private final Words words;
  private final B6Night night;

  public B2FastInFastOut(Rulebook rules) {
    this.settings = rules.detection().bankCards().b2();
    this.words = new Words(rules);
    this.night = new B6Night(rules);
  }

  @Override
  public BankCardRules.B2 settings() {
    return settings;
  }

  public Condition fastOut() {
    return Condition.of(SignalKind.FAST_OUT);
  }

  /** On the same account as the one before. */
  public Condition again() {
    return Condition.of(
        SignalKind.FAST_OUT, (signal, earlier) -> isOnAccountOf(signal, earlier.at(FIRST)));
  }

  /** The next large sum has arrived. */
  public Condition income() {
    long min = settings.inMinMinor();
    return Condition.of(
        SignalKind.NEW_PAYER_INCOME,
        signal -> signal.amountMinor() >= min,
        (signal, earlier) ->
            isOnAccountOf(signal, earlier.at(FIRST))
                && earlier.at(FIRST).stream()
                    .allMatch(first -> signal.eventTime() > first.endTime()));
  }

  private static boolean isOnAccountOf(Signal signal, List<Signal> earlier) {
    return earlier.stream().allMatch(each -> each.subject().equals(signal.subject()));
  }

  @Override
  public String id() {
    return "B2";
  }

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public String family() {
    return AccountRow.FAMILY;
  }

  @Override
  public List<String> sequences() {
    return List.of(TWICE, AND_MORE);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    String account = match.firstAt(FIRST).subject();
    Signal latest = latest(match);
    long from = latest.eventTime() - settings.window().toMillis();
    List<Signal> outs =
        view.of(
            SignalKind.FAST_OUT,
            each ->
                each.subject().equals(account)
                    && each.eventTime() > from
                    && each.eventTime() <= latest.eventTime());
    boolean moneyThere = match.sequence().equals(AND_MORE);
    if (moneyThere && MuleMoney.isGone(latest, view)) {
      return Optional.empty();
    }
    boolean often = outs.size() >= settings.times();
    // Once, among strangers, and strangers' money is there again: in time to watch what follows.
    boolean onceAmongStrangers =
        moneyThere && !outs.isEmpty() && outs.stream().allMatch(o -> o.has(Trait.STRANGERS));
    if (!often && !onceAmongStrangers) {
      return Optional.empty();
    }
    Level level = often && moneyThere ? Level.T2 : Level.T1;
    int score = (often ? SCORE + 5 * outs.size() : SCORE / 2) + night.weight(outs);
    Long there = moneyThere ? there(latest) : null;
    List<Signal> signals = new ArrayList<>(outs);
    signals.add(latest);
    List<Signal> ordered = Assessments.ordered(signals);
    return Optional.of(
        new Assessment(
            level,
            Math.min(100, score),
            there,
            reason(outs, latest, moneyThere),
            ordered.get(0),
            ordered,
            SubjectKind.ACCOUNT,
            account,
            Assessments.region(ordered),
            advice(account, level, there)));
  }

  private static Signal latest(Match match) {
    return match.sequence().equals(TWICE) ? match.firstAt(SECOND) : match.firstAt(INCOME);
  }

  private static long there(Signal income) {
    return income.balanceMinor() == null ? income.amountMinor() : income.balanceMinor();
  }

  private static List<Proposal> advice(String account, Level level, Long there) {
    EntityKey about = EntityKey.account(account);
    return level == Level.T2
        ? List.of(new Proposal(Advice.Kind.DELAY_PAYMENT, about, there, "B2_MONEY_LEFT"))
        : List.of(new Proposal(Advice.Kind.WATCH, about, null, "B2_RAPID_MOVEMENT"));
  }

  private Text reason(List<Signal> outs, Signal latest, boolean moneyThere) {
    long sum = Payments.sum(outs);
    String zh =
        "该账户%s内%d次大额转入后%s内转空，共%s"
            .formatted(
                words.lengthZh(settings.window().toMillis()),
                outs.size(),
                words.lengthZh(settings.outWithin().toMillis()),
                words.moneyZh(sum));
    String en =
        "Within %s large sums came in %s and left within %s, %s in all"
            .formatted(
                words.lengthEn(settings.window().toMillis()),
                Words.timesEn(outs.size()),
                words.lengthEn(settings.outWithin().toMillis()),
                words.moneyEn(sum));
    if (night.weight(outs) > 0) {
      zh += night.zh();
      en += night.en();
    }
    if (!moneyThere) {
      return new Text(zh + "。疑似跑分账户。", en + ". Looks like a mule account.");
    }
    return new Text(
        zh
            + "；%s又转入%s，资金仍在账上。疑似跑分账户。"
                .formatted(words.timeZh(latest.eventTime()), words.moneyZh(latest.amountMinor())),
        en
            + "; %s more came in at %s and is still there. Looks like a mule account."
                .formatted(words.moneyEn(latest.amountMinor()), words.timeEn(latest.eventTime())));
  }

  @Override
  public Card card() {
    return new Card(
        "Fast in, fast out",
        "快进快出",
        "A personal account where large sums come in from others and leave within minutes, with next"
            + " to nothing left, twice within a day.",
        "Sums below the floor; money left overnight; money gathered from many small incomes. At night"
            + " (B6) it scores higher, which alone changes nothing.",
        List.of(
            "A stall-holder's daily sweep: the account's own past",
            "Moving one's own money: own accounts count on neither side",
            "A loan passed on: the borrower is a victim, loans are no income here"),
        "domain/mules.md, B2; PBoC Jiayuguan 2022 for the account's own past as the gate");
  }
}
