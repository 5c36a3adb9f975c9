package org.tocsin.core.profile;

import java.time.ZoneId;
import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.SignalKind;

/**
 * Money that runs through a personal account in one of the ways of the bank-card rows. Everyday
 * movements are passed over by their size; a flow is looked for again around each other one, so
 * that records may come in any order.
 */
final class AccountFlows implements AccountObserver {

  private static final long serialVersionUID = 1L;

  /** The most specific first: of what one movement completes, the first names the lead. */
  private static final List<FlowRule> RULES =
      List.of(
          new GoldRuns(),
          new ExchangeCycles(),
          new TestBursts(),
          new Evasions(),
          new Wakings(),
          new CashOuts(),
          new ManyToFew(),
          new OneToMany());

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    if (!profile.personal()) {
      return profile;
    }
    boolean is = moved.live() && !moved.own();
    boolean was = before != null && before.live() && !before.own();
    if (!is && !was) {
      return profile;
    }
    BankCardRules settings = rules.detection().bankCards();
    AccountProfile changed = profile;
    for (FlowRule rule : RULES) {
      // Two banks' reports together may say what neither said alone.
      if ((is && rule.concerns(profile, moved, settings))
          || (was && rule.concerns(profile, before, settings))) {
        changed = new Walk(rule, rules, told).around(changed, moved, was && !is ? before : null);
      }
    }
    return changed;
  }

  /** The record of an opening, or of long ago, may come after what was done with the account. */
  static AccountProfile again(AccountProfile profile, Rulebook rules, Told told) {
    AccountProfile changed = profile;
    for (FlowRule rule : RULES) {
      if (rule.isToldAgain() && profile.personal()) {
        for (Movement each : profile.movements()) {
          if (rule.isAnchor(each, rules.detection().bankCards())) {
            changed = new Walk(rule, rules, told).around(changed, each, null);
          }
        }
      }
    }
    return changed;
  }

  /** Over the anchors that a movement may concern. */
  private record Walk(FlowRule rule, Rulebook rules, Told told) {

    /**
     * @param gone what the movement was before it was taken back; null when it was not
     */
    AccountProfile around(AccountProfile before, Movement moved, Movement gone) {
      BankCardRules settings = rules.detection().bankCards();
      AccountProfile profile = before;
      long from = moved.time() - rule.reachMillis(settings);
      long to = moved.time() + rule.reachBackMillis(settings);
      long covered = Long.MIN_VALUE;
      MovementLog movements = profile.movements();
      for (int at = movements.firstFrom(from);
          at < movements.size() && movements.timeAt(at) <= to;
          at++) {
        if (movements.timeAt(at) <= covered || !rule.isAnchor(movements.get(at), settings)) {
          continue;
        }
        Movement anchor = movements.get(at);
        Flow flow = rule.judge(profile, at, settings);
        if (flow == null) {
          undo(profile, anchor, gone);
        } else {
          covered = flow.endTime();
          if (gone != null || flow.involves(moved)) {
            profile = tell(profile, flow);
          }
        }
      }
      if (gone != null && rule.isAnchor(gone, settings)) {
        undo(profile, gone, gone);
      }
      return profile;
    }

    private AccountProfile tell(AccountProfile profile, Flow flow) {
      long day = Days.of(flow.anchor().time(), ZoneId.of(rules.zone()));
      SignalKind kind = rule.kind();
      told.tell(flow.signal(kind, profile, rules.detection().bankCards().habit(), day));
      long[] days = RowDays.with(profile.flowDays(), kind, day);
      return days == profile.flowDays()
          ? profile
          : AccountProfileBuilder.builder(profile).flowDays(days).build();
    }

    private void undo(AccountProfile profile, Movement anchor, Movement gone) {
      if (gone != null) {
        told.tell(
            AccountSignals.undone(
                AccountSignals.of(rule.kind(), profile, anchor, 0, "it was taken back").build()));
      }
    }
  }
}
