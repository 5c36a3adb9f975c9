package org.tocsin.core.pattern;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/** The tests of V3 with their rebates, and what tells them from what friends pay each other. */
final class V3Pairs implements Serializable {

  private static final long serialVersionUID = 1L;

  /** So many pairs are no chance, whatever their sums. */
  private static final int MANY = 3;

  private final VictimRules.V3 settings;

  V3Pairs(VictimRules.V3 settings) {
    this.settings = settings;
  }

  /** A small payment to somebody new, and what came back of it from somebody else. */
  record Pair(Signal test, Signal rebate) {

    private boolean cameWithin(Duration time) {
      return rebate.eventTime() - test.eventTime() <= time.toMillis();
    }

    private boolean isGift(View view) {
      return Gifts.are(test, rebate) || isFromSomebodyPaid(view);
    }

    /** The account is new, and whose it is was paid before: a rebate comes from a stranger. */
    private boolean isFromSomebodyPaid(View view) {
      return !view.of(
              SignalKind.NEW_PAYEE_PAYMENT,
              each -> each.eventTime() <= rebate.eventTime() && rebate.isWithSameParty(each))
          .isEmpty();
    }
  }

  static boolean isOrdinary(Signal payment) {
    return !payment.has(Trait.BUSINESS)
        && !payment.has(Trait.KNOWN_PAYEE)
        && !payment.has(Trait.MERCHANT)
        && !payment.has(Trait.OWN);
  }

  boolean isTest(Signal payment) {
    return isOrdinary(payment)
        && !payment.has(Trait.RELATED)
        && payment.amountMinor() >= settings.tinyTestMinMinor()
        && payment.amountMinor() <= settings.testMaxMinor();
  }

  /** As friends pay each other every day: it says something only once jumps follow. */
  boolean isTiny(Signal test) {
    return test.amountMinor() < settings.testMinMinor();
  }

  boolean isWhole(Signal payment) {
    return payment.amountMinor() % settings.wholeUnitMinor() == 0;
  }

  boolean isRebate(Signal test, Signal income) {
    double ratio = (double) income.amountMinor() / test.amountMinor();
    return new Pair(test, income).cameWithin(settings.rebateWithin())
        && income.eventTime() >= test.eventTime()
        && ratio >= settings.rebateRatioMin()
        && ratio <= settings.rebateRatioMax()
        && !income.other().equals(test.other());
  }

  /** Every test with its rebate before a time; tiny ones do not make a larger one telling. */
  List<Pair> until(Signal last, boolean tiny, View view) {
    List<Pair> pairs = new ArrayList<>();
    List<Signal> incomes =
        new ArrayList<>(
            view.of(
                SignalKind.NEW_PAYER_INCOME,
                each -> !each.has(Trait.RELATED) && each.eventTime() <= last.eventTime()));
    List<Signal> tests =
        view.of(SignalKind.NEW_PAYEE_PAYMENT, each -> isTest(each) && (tiny || !isTiny(each)));
    for (Signal test : tests) {
      Optional<Signal> back = incomes.stream().filter(income -> isRebate(test, income)).findFirst();
      if (back.isPresent()) {
        // One income rebates one test.
        incomes.remove(back.get());
        pairs.add(new Pair(test, back.get()));
      }
    }
    return pairs;
  }

  /**
   * A pair may be chance: somebody paid for lunch, and somebody else paid back for tickets. A task
   * is set in whole yuan and its rebate comes soon, or there are several.
   */
  boolean areTelling(Pair own, List<Pair> seen) {
    long wholeTests = seen.stream().filter(pair -> isWhole(pair.test())).count();
    return wholeTests > 1 || seen.size() >= MANY || any(own, seen, this::isWholeAndSoon);
  }

  private boolean isWholeAndSoon(Pair pair) {
    return isWhole(pair.test()) && pair.cameWithin(settings.wholeRebateWithin());
  }

  /** Red packets to and fro, as a whole family sends them of an evening, and what friends repay. */
  static boolean areGifts(Pair own, List<Pair> seen, View view) {
    return !any(own, seen, pair -> !pair.isGift(view));
  }

  private static boolean any(Pair own, List<Pair> seen, Predicate<Pair> what) {
    return Stream.concat(Stream.of(own), seen.stream()).anyMatch(what);
  }

  /** Rebated too late to be told before its jump. */
  boolean isLate(Pair pair) {
    return !pair.cameWithin(settings.lonePairWithin());
  }

  /** Small, and not rebated at once; reported tests are larger, rebated at once, or several. */
  boolean isSmall(Pair pair) {
    return pair.test().amountMinor() < settings.loneTestMinMinor()
        && !pair.cameWithin(settings.smallRebateWithin());
  }
}
