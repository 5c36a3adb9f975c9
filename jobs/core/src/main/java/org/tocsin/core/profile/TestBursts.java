package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.signal.SignalKind;

/**
 * A young account is tried with small change to and fro, and then a large sum comes in and is
 * passed on. Told from the large sum on when nothing but tests went before it.
 */
final class TestBursts implements FlowRule {

  private static final long serialVersionUID = 1L;

  @Override
  public SignalKind kind() {
    return SignalKind.TEST_BURST;
  }

  @Override
  public boolean isToldAgain() {
    return true;
  }

  /** Old accounts, and those whose opening is unknown, are asked nothing more. */
  @Override
  public boolean concerns(AccountProfile profile, Movement moved, BankCardRules rules) {
    Long opened = profile.facts().openedAt();
    return opened != null
        && moved.time() >= opened
        && moved.time() - opened
            <= rules.b1().openedWithin().toMillis()
                + rules.b1().burstWithin().toMillis()
                + rules.b1().outWithin().toMillis();
  }

  @Override
  public long reachMillis(BankCardRules rules) {
    return rules.b1().outWithin().toMillis();
  }

  @Override
  public long reachBackMillis(BankCardRules rules) {
    return rules.b1().burstWithin().toMillis();
  }

  @Override
  public boolean isAnchor(Movement moved, BankCardRules rules) {
    return moved.amountMinor() >= rules.b1().inMinMinor() && Flows.isIncome(moved);
  }

  @Override
  public Flow judge(AccountProfile profile, int at, BankCardRules rules) {
    BankCardRules.B1 settings = rules.b1();
    Movement anchor = profile.movements().get(at);
    List<Movement> tests = tests(profile, at, settings);
    if (tests == null) {
      return null;
    }
    int pairs = (int) tests.stream().filter(Movement::in).count();
    Passing passing = Passing.from(profile, at, settings.outWithin().toMillis(), Flows::isPassedOn);
    if (passing.reaches(settings.outShareMin())) {
      return new Flow(
          anchor, tests, passing.ins(), passing.outs(), pairs, true, passing.strangers());
    }
    boolean begun = Flows.isFromStranger(anchor) && isAllBefore(profile, at, tests, settings);
    return begun ? new Flow(anchor, tests, List.of(anchor), List.of(), pairs, false, true) : null;
  }

  /** Null when there are none both ways, or more than tests would be. */
  private static List<Movement> tests(AccountProfile profile, int at, BankCardRules.B1 settings) {
    Long opened = profile.facts().openedAt();
    if (opened == null) {
      return null;
    }
    long from = profile.movements().get(at).time() - settings.burstWithin().toMillis();
    long to = opened + settings.openedWithin().toMillis();
    List<Movement> tests = new ArrayList<>();
    int ins = 0;
    int outs = 0;
    for (Movement each : profile.movements().subList(0, at)) {
      if (each.time() >= Math.max(from, opened) && each.time() <= to && isTest(each, settings)) {
        tests.add(each);
        ins += each.in() ? 1 : 0;
        outs += each.in() ? 0 : 1;
      }
    }
    boolean few = ins <= settings.testsMax() && outs <= settings.testsMax();
    return ins > 0 && outs > 0 && few ? tests : null;
  }

  private static boolean isTest(Movement moved, BankCardRules.B1 settings) {
    return moved.amountMinor() <= settings.testMaxMinor()
        && moved.settled()
        && !moved.own()
        && (moved.in()
            ? moved.kind() == Transaction.Kind.TRANSFER
                || moved.kind() == Transaction.Kind.MERCHANT_PAYMENT
            : Flows.isOut(moved));
  }

  /** An account somebody lives with has other movements too, in the shops at least. */
  private static boolean isAllBefore(
      AccountProfile profile, int at, List<Movement> tests, BankCardRules.B1 settings) {
    long from = profile.movements().get(at).time() - settings.burstWithin().toMillis();
    for (Movement each : profile.movements().subList(0, at)) {
      boolean other = each.merchant() || !tests.contains(each);
      if (each.live() && each.time() >= from && other) {
        return false;
      }
    }
    return true;
  }
}
