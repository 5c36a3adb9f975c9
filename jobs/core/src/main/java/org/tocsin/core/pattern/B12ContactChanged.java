package org.tocsin.core.pattern;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.event.Stream;
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

/** B12: the phone or device behind a card is changed, and then money runs through it. */
public final class B12ContactChanged implements Row {

  private static final long serialVersionUID = 1L;

  public static final String RAN = "B12.ran";
  public static final String AND_MORE = "B12.and-more";

  public static final String CHANGE = "change";
  public static final String OUT = "out";
  public static final String INCOME = "income";

  private static final int SCORE = 65;
  private static final int SCORE_BEGUN = 40;

  private final BankCardRules.B12 settings;
  private final BankCardRules.B2 fast;
  private final Words words;

  public B12ContactChanged(Rulebook rules) {
    this.settings = rules.detection().bankCards().b12();
    this.fast = rules.detection().bankCards().b2();
    this.words = new Words(rules);
  }

  @Override
  public BankCardRules.B12 settings() {
    return settings;
  }

  /** Of the whole: the change, the run of B2 and what comes after it. */
  public Duration window() {
    return settings.within().plus(fast.window());
  }

  public Condition change() {
    return Condition.of(SignalKind.CONTACT_CHANGED);
  }

  /** On the card whose contact was changed, or on any of the person's when none was named. */
  public Condition fastOut() {
    long within = settings.within().toMillis();
    return Condition.of(
        SignalKind.FAST_OUT,
        (signal, earlier) ->
            earlier.at(CHANGE).stream()
                .allMatch(
                    change ->
                        isOnCardOf(signal, change)
                            && signal.eventTime() - change.eventTime() <= within));
  }

  private static boolean isOnCardOf(Signal signal, Signal change) {
    return change.subjectKind() == SubjectKind.PERSON || change.subject().equals(signal.subject());
  }

  public Condition income() {
    long min = fast.inMinMinor();
    return Condition.of(
        SignalKind.NEW_PAYER_INCOME,
        signal -> signal.amountMinor() >= min,
        (signal, earlier) ->
            earlier.at(OUT).stream()
                .allMatch(
                    out ->
                        out.subject().equals(signal.subject())
                            && signal.eventTime() > out.endTime()));
  }

  @Override
  public String id() {
    return "B12";
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
  public int specificity() {
    return 2;
  }

  @Override
  public List<String> sequences() {
    return List.of(RAN, AND_MORE);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal change = match.firstAt(CHANGE);
    Signal latest = match.firstAt(OUT);
    boolean moneyThere = match.sequence().equals(AND_MORE);
    long from = Math.max(change.eventTime(), latest.eventTime() - fast.window().toMillis());
    // What came later may have been told before this.
    long to =
        Math.min(
            change.eventTime() + settings.within().toMillis(),
            latest.eventTime() + fast.window().toMillis());
    List<Signal> outs =
        view.of(
            SignalKind.FAST_OUT,
            each ->
                each.subject().equals(latest.subject())
                    && each.eventTime() >= from
                    && each.eventTime() <= to);
    boolean often = outs.size() >= fast.times();
    // Another device by itself is a new telephone, and the first run is B2's to watch.
    boolean begun = isReported(change) && outs.stream().allMatch(out -> out.has(Trait.STRANGERS));
    if ((!often && !begun) || (moneyThere && !isThere(match.firstAt(INCOME), view))) {
      return Optional.empty();
    }
    List<Signal> signals = new ArrayList<>(outs);
    signals.add(change);
    if (moneyThere) {
      signals.add(match.firstAt(INCOME));
    }
    return Optional.of(assessment(change, outs, often, moneyThere, Assessments.ordered(signals)));
  }

  private static boolean isReported(Signal change) {
    return change.lastEvidence().stream() != Stream.TRANSACTION;
  }

  private static boolean isThere(Signal income, View view) {
    return !MuleMoney.isOwn(income, view) && !MuleMoney.isGone(income, view);
  }

  private Assessment assessment(
      Signal change, List<Signal> outs, boolean often, boolean moneyThere, List<Signal> ordered) {
    EntityKey about = EntityKey.account(outs.get(0).subject());
    Level level = often && moneyThere ? Level.T2 : Level.T1;
    Long there = moneyThere ? ordered.get(ordered.size() - 1).amountMinor() : null;
    return new Assessment(
        level,
        often ? SCORE : SCORE_BEGUN,
        there,
        reason(change, outs, there),
        change,
        ordered,
        SubjectKind.ACCOUNT,
        about.token(),
        Assessments.region(ordered),
        List.of(
            level == Level.T2
                ? new Proposal(Advice.Kind.DELAY_PAYMENT, about, there, "B12_MONEY_LEFT")
                : new Proposal(Advice.Kind.WATCH, about, null, "B12_WATCH")));
  }

  private Text reason(Signal change, List<Signal> outs, Long there) {
    String zh =
        "%s变更联系方式后%s内，该账户%d次大额转入后%s内转空，共%s"
            .formatted(
                words.timeZh(change.lastEvidence().eventTime()),
                words.lengthZh(settings.within().toMillis()),
                outs.size(),
                words.lengthZh(fast.outWithin().toMillis()),
                words.moneyZh(Payments.sum(outs)));
    String en =
        "The contact was changed at %s; within %s after it large sums came in %s and left within %s, %s in all"
            .formatted(
                words.timeEn(change.lastEvidence().eventTime()),
                words.lengthEn(settings.within().toMillis()),
                Words.timesEn(outs.size()),
                words.lengthEn(fast.outWithin().toMillis()),
                words.moneyEn(Payments.sum(outs)));
    if (there == null) {
      return new Text(zh + "。疑似跑分账户。", en + ". Looks like a mule account.");
    }
    return new Text(
        zh + "；又转入%s，资金仍在账上。疑似跑分账户。".formatted(words.moneyZh(there)),
        en
            + "; %s more came in and is still there. Looks like a mule account."
                .formatted(words.moneyEn(there)));
  }

  @Override
  public Card card() {
    return new Card(
        "Contact changed",
        "变更联系方式后跑分",
        "The contact phone or device of a bank card is changed, as the bank reports or as its payments"
            + " show, and within three days large sums"
            + " come in and leave within minutes, twice within a day; where the bank reported the change"
            + " watched from the first time among strangers on.",
        "Changes that neither the bank reports nor the payments of the last three days show.",
        List.of(
            "A new telephone or number and a life as before: nothing runs through the card",
            "A stall-holder's daily sweep: the account's own past"),
        "domain/mules.md, B12");
  }
}
