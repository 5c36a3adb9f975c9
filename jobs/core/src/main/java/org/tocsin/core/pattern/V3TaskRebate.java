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
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** V3: task rebate. */
public final class V3TaskRebate implements Row {

  private static final long serialVersionUID = 1L;

  public static final String REBATE_SEEN = "V3.rebate";
  public static final String JUMP_SEEN = "V3.jump";
  public static final String JUMPS_SEEN = "V3.jumps";

  public static final String TEST = "test";
  public static final String REBATE = "rebate";
  public static final String JUMP = "jump";
  public static final String NEXT = "next";

  private static final int SCORE = 45;

  private final VictimRules.V3 settings;
  private final VictimRules.V5 customers;
  private final V3Pairs pairs;
  private final Words words;

  public V3TaskRebate(Rulebook rules) {
    this.settings = rules.detection().victim().v3();
    this.customers = rules.detection().victim().v5();
    this.pairs = new V3Pairs(settings);
    this.words = new Words(rules);
  }

  @Override
  public VictimRules.V3 settings() {
    return settings;
  }

  /** A small payment to somebody new. */
  public Condition test() {
    return Condition.alone(SignalKind.NEW_PAYEE_PAYMENT, pairs::isTest);
  }

  /** Slightly more comes back, from somebody else who is new too. */
  public Condition rebate() {
    return Condition.of(
        SignalKind.NEW_PAYER_INCOME,
        signal -> !signal.has(Trait.BUSINESS) && !signal.has(Trait.RELATED),
        (signal, earlier) ->
            earlier.at(TEST).stream().allMatch(test -> pairs.isRebate(test, signal)));
  }

  /** A payment far above the tests. */
  public Condition jump() {
    return jumpAfter(REBATE, TEST, settings.testMaxMinor());
  }

  /** A payment far above the jump before. */
  public Condition next() {
    return jumpAfter(REBATE, JUMP, settings.jumpMinMinor());
  }

  private Condition jumpAfter(String rebate, String smaller, long minMinor) {
    long within = settings.jumpWithin().toMillis();
    return Condition.of(
        SignalKind.NEW_PAYEE_PAYMENT,
        signal -> V3Pairs.isOrdinary(signal) && signal.amountMinor() >= minMinor,
        (signal, earlier) ->
            earlier.at(rebate).stream()
                    .allMatch(back -> signal.eventTime() - back.eventTime() <= within)
                && earlier.at(smaller).stream()
                    .allMatch(
                        before ->
                            signal.amountMinor()
                                >= settings.jumpRatioMin() * before.amountMinor()));
  }

  @Override
  public String id() {
    return "V3";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(REBATE_SEEN, JUMP_SEEN, JUMPS_SEEN);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal rebate = match.firstAt(REBATE);
    List<Signal> jumps = new ArrayList<>(match.at(JUMP));
    jumps.addAll(match.at(NEXT));
    if (jumps.size() == 1 && jumps.get(0).amountMinor() < settings.jumpMinMinor()) {
      return Optional.empty();
    } else if (jumps.stream().anyMatch(each -> isPassedOn(each, view))) {
      return Optional.empty();
    } else if (jumps.size() == 2 && cameBack(view, jumps.get(0), jumps.get(1))) {
      return Optional.empty();
    }
    V3Pairs.Pair own = new V3Pairs.Pair(match.firstAt(TEST), rebate);
    boolean tiny = pairs.isTiny(own.test());
    if (tiny && jumps.isEmpty()) {
      return Optional.empty();
    }
    List<V3Pairs.Pair> seen = pairs.until(jumps.isEmpty() ? rebate : jumps.get(0), tiny, view);
    boolean group =
        isGroup(view, rebate, seen)
            || Payments.dealsInMoney(view, rebate, rebate.amountMinor(), customers);
    boolean telling = pairs.areTelling(own, seen) && !group;
    boolean gifts = V3Pairs.areGifts(own, seen, view);
    if (isEveryday(own, seen, jumps)
        || (gifts && !isLarge(jumps))
        || isCrowd(view, rebate)
        || (!telling && !isTask(own.test(), jumps))) {
      return Optional.empty();
    }
    Level level =
        group || gifts || (tiny && !isLarge(jumps))
            ? Level.T1
            : level(own.test(), jumps, seen, telling);
    int score =
        level == Level.T1 && !telling
            ? SCORE / 2
            : SCORE + 15 * jumps.size() + 5 * (seen.size() - 1);
    List<Signal> signals = new ArrayList<>(match.signals());
    seen.forEach(pair -> signals.addAll(List.of(pair.test(), pair.rebate())));
    long left = jumps.isEmpty() ? 0 : Payments.balanceLeft(jumps);
    return Optional.of(
        Assessments.ofVictim(
            level,
            score,
            jumps.isEmpty() ? null : (Long) (Payments.sum(jumps) + left),
            reason(match, jumps),
            match.firstAt(TEST),
            signals,
            jumps.isEmpty()
                ? List.of()
                : Assessments.againstPayments("V3", jumps, level.above(Level.T2), left)));
  }

  /** So much that it needs no telling test before it. */
  private boolean isLarge(List<Signal> jumps) {
    return jumps.size() > 1
        || jumps.stream().anyMatch(each -> each.amountMinor() >= settings.bigJumpMinor());
  }

  /** One pair as friends have them, and nothing large after it. */
  private boolean isEveryday(V3Pairs.Pair own, List<V3Pairs.Pair> seen, List<Signal> jumps) {
    if (seen.size() > 1) {
      return false;
    }
    return (jumps.isEmpty() && pairs.isLate(own)) || (!isLarge(jumps) && pairs.isSmall(own));
  }

  /** Others paid much the same and were paid nothing: a group's collector, not a rebate. */
  private boolean isGroup(View view, Signal rebate, List<V3Pairs.Pair> seen) {
    List<Signal> others =
        alike(view, rebate).stream()
            .filter(
                each ->
                    seen.stream()
                        .noneMatch(pair -> pair.rebate().signalId().equals(each.signalId())))
            .toList();
    return Payments.distinct(others, Signal::other) >= settings.groupPayersMin();
  }

  /** What may be chance needs jumps: two, or one that is large, an odd sum a very large one. */
  private boolean isTask(Signal test, List<Signal> jumps) {
    long lone = pairs.isWhole(test) ? settings.loneJumpMinMinor() : settings.bigJumpMinor();
    return jumps.size() > 1 || (jumps.size() == 1 && jumps.get(0).amountMinor() >= lone);
  }

  private Level level(Signal test, List<Signal> jumps, List<V3Pairs.Pair> seen, boolean telling) {
    Level found = level(test, jumps, seen);
    boolean whole = pairs.isWhole(test);
    if (telling || (whole && jumps.size() > 1)) {
      return found;
    }
    // What may be chance is worth one level less, and what looks like a lunch a text.
    return whole && found.above(Level.T2) ? Level.T2 : Level.T1;
  }

  private Level level(Signal test, List<Signal> jumps, List<V3Pairs.Pair> seen) {
    if (jumps.isEmpty()) {
      return Level.T1;
    }
    boolean big = jumps.stream().anyMatch(each -> each.amountMinor() >= settings.bigJumpMinor());
    long tests =
        Math.max(test.amountMinor(), Payments.sum(seen.stream().map(V3Pairs.Pair::test).toList()));
    boolean rising = jumps.size() > 1 && Payments.sum(jumps) >= settings.jumpsToTestsMin() * tests;
    return big || rising ? Level.T3 : Level.T2;
  }

  private boolean isPassedOn(Signal jump, View view) {
    return Payments.passesOn(
        jump, jump.amountMinor(), settings.passedOnWithin(), settings.passedOnShareMin(), view);
  }

  private boolean cameBack(View view, Signal jump, Signal next) {
    long back =
        Payments.sum(
            view.of(
                SignalKind.NEW_PAYER_INCOME,
                each ->
                    each.eventTime() > jump.eventTime() && each.eventTime() < next.eventTime()));
    return back >= settings.returnedShareMin() * jump.amountMinor();
  }

  /** An account that collects from a group has many new payers of much the same; a victim's few. */
  private boolean isCrowd(View view, Signal rebate) {
    return Payments.distinct(alike(view, rebate), Signal::other) > settings.crowdMax();
  }

  /** What new payers paid into the account within the time, of much the same amount. */
  private List<Signal> alike(View view, Signal rebate) {
    return view.of(
        SignalKind.NEW_PAYER_INCOME,
        each ->
            each.subject().equals(rebate.subject())
                && Payments.isAlike(each, rebate, settings.rebateWithin()));
  }

  private Text reason(Match match, List<Signal> jumps) {
    Signal test = match.firstAt(TEST);
    Signal rebate = match.firstAt(REBATE);
    StringBuilder zh =
        new StringBuilder(
            "%s向陌生账户付%s，%s另一陌生账户返%s"
                .formatted(
                    words.timeZh(test.eventTime()),
                    words.moneyZh(test.amountMinor()),
                    words.timeZh(rebate.eventTime()),
                    words.moneyZh(rebate.amountMinor())));
    StringBuilder en =
        new StringBuilder(
            "%s paid to a new payee at %s, %s back from somebody else at %s"
                .formatted(
                    words.moneyEn(test.amountMinor()),
                    words.timeEn(test.eventTime()),
                    words.moneyEn(rebate.amountMinor()),
                    words.timeEn(rebate.eventTime())));
    for (Signal jump : jumps) {
      zh.append("，")
          .append(words.timeZh(jump.eventTime()))
          .append("再付")
          .append(words.moneyZh(jump.amountMinor()));
      en.append(", then ")
          .append(words.moneyEn(jump.amountMinor()))
          .append(" at ")
          .append(words.timeEn(jump.eventTime()));
    }
    return new Text(
        zh.append("。疑似刷单返利诈骗。").toString(),
        en.append(". Looks like a task-rebate scam.").toString());
  }

  @Override
  public Card card() {
    return new Card(
        "Task rebate",
        "刷单返利",
        "A small payment to somebody new, slightly more back from somebody else, then payments to"
            + " first-time payees that grow by leaps.",
        "Rebates paid in the app and never out; tests below "
            + settings.tinyTestMinMinor() / 100
            + ", and those below "
            + settings.testMinMinor() / 100
            + " before a jump follows them; growth by small steps; payees already known.",
        List.of(
            "Red packets: both sums among those people give, of sixes, eights and nines, or round; a text at most",
            "Group buying, a stall's payment code: several payers who were paid nothing, so a text at most, and many"
                + " are no rebate at all",
            "Reimbursement: what comes back is what was paid",
            "Friends who pay each other from one account and another, where it is known whose they are: a text at"
                + " most, once large payments follow",
            "Marketplace refunds: refunds and merchants do not count",
            "A landlord or seller, whom four strangers and more pay within days: a text at most"),
        "domain/victims.md, V3");
  }
}
