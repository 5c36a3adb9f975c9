package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Level;

/**
 * An account: keeps its latest transfers, and tells the accounts it paid how much of it is a
 * victim's money, and the traces how they stand here, whenever either changes.
 */
final class AccountRoom implements Serializable {

  private static final long serialVersionUID = 1L;

  private final LinkRules rules;
  private final Payers payers;
  private final PaidRuns paidRuns;
  private final Layers layers;
  private final FirstLayers firstLayers;
  private final Cycles cycles;
  private final Runs runs = new Runs();

  AccountRoom(Rulebook rules, Suspects suspects) {
    this.rules = rules.links();
    this.payers = new Payers(rules, suspects);
    this.paidRuns = new PaidRuns(rules, payers, suspects);
    this.layers = new Layers(rules, suspects);
    this.firstLayers = new FirstLayers(rules, suspects);
    this.cycles = new Cycles(rules, suspects);
  }

  /** Money of several victims that meets further down ties them together. */
  private void tieChain(
      Mail mail, Ledger before, Ledger after, Letter.Arrived arrived, Turn<LinkOutput> turn) {
    boolean known =
        before.taints().stream().anyMatch(each -> each.traceId().equals(arrived.traceId()));
    EntityKey victim = arrived.victim();
    boolean much =
        arrived.arrival().taintedMinor() >= rules.x3().otherAmountMinMinor()
            || isNearlyAll(arrived.arrival());
    // What is left of a warned person's money after some hands also pays for dinners and gifts.
    if (known
        || !much
        || arrived.hop() < 2
        || victim == null
        || victim.kind() == EntityKind.PHONE) {
      return;
    }
    EntityKey here = EntityKey.account(mail.token());
    after.flows().stream()
        .filter(flow -> flow.in() && flow.id() == arrived.arrival().flow())
        .findFirst()
        .ifPresent(
            flow -> {
              String because = "money went on to an account that others' money reached";
              Evidence evidence = flow.evidence("a transfer of a victim's money");
              Tie tie = new Tie(victim, here, because, Level.T2, flow.time(), evidence);
              post(here, mail, new Letter.Edge(tie), turn);
            });
  }

  /** The victim's very payment, passed on at once and next to whole. */
  private boolean isNearlyAll(Taint.Arrival arrival) {
    long paid = arrival.steps().isEmpty() ? Long.MAX_VALUE : arrival.steps().get(0).amountMinor();
    return arrival.steps().size() == 2
        && arrival.taintedMinor() >= rules.x3().amountMinMinor()
        && arrival.taintedMinor() >= (1 - rules.b11().amountShare()) * paid;
  }

  /** Null when the letter is for another room. */
  Ledger handle(Mail mail, Ledger state, Turn<LinkOutput> turn) {
    Ledger before = state == null ? Ledger.NOTHING : state;
    if (mail.letter() instanceof Letter.Layered layered) {
      layers.judge(mail, before, layered.steps(), turn);
      return state;
    } else if (mail.letter() instanceof Letter.FirstLayer paid) {
      firstLayers.judge(mail, before, paid, turn);
      return state;
    }
    if (mail.letter() instanceof Letter.Cycled cycled) {
      cycles.judge(mail, before, cycled.path(), turn);
      return state;
    }
    Ledger after = changed(mail, before, turn);
    if (after == before) {
      return state;
    }
    tellOwner(mail, before, after, turn);
    tellTraces(mail, before, after, turn);
    if (mail.letter() instanceof Letter.WarnedPaid paid) {
      payers.judge(mail, after, paid.payer(), turn);
      paidRuns.judge(mail, after, turn);
    } else if (mail.letter() instanceof Letter.Moved moved) {
      cycles.moved(mail, after, moved.flow(), turn);
      runs.moved(mail, after, moved.flow(), turn);
    } else if (mail.letter() instanceof Letter.Passed passed) {
      cycles.passed(mail, after, passed.path(), turn);
    } else if (mail.letter() instanceof Letter.RanThrough ran) {
      runs.told(mail, after, ran, turn);
      paidRuns.judge(mail, after, turn);
    } else if (mail.letter() instanceof Letter.Arrived arrived) {
      layers.tell(mail, arrived, turn);
      tieChain(mail, before, after, arrived, turn);
    }
    return after;
  }

  private Ledger changed(Mail mail, Ledger before, Turn<LinkOutput> turn) {
    Letter letter = mail.letter();
    if (letter instanceof Letter.Moved moved) {
      return moved(before, moved);
    } else if (letter instanceof Letter.Undone undone) {
      return before.withUndone(undone.record(), undone.transfer());
    } else if (letter instanceof Letter.Owned owned) {
      return owned(before, owned);
    } else if (letter instanceof Letter.Claimed claimed) {
      return claimed(mail, before, claimed, turn);
    } else if (letter instanceof Letter.Pursue pursue) {
      return pursued(before, pursue, turn);
    } else if (letter instanceof Letter.Arrived arrived) {
      return arrived(mail, before, arrived, turn);
    } else if (letter instanceof Letter.OwnerWarned warned) {
      return alarmed(before, warned);
    } else if (letter instanceof Letter.WarnedPaid paid) {
      return Payers.with(before, paid.payer());
    } else if (letter instanceof Letter.Passed passed) {
      return cycles.with(before, passed.path());
    } else if (letter instanceof Letter.RanThrough ran) {
      return Runs.with(before, ran);
    }
    return before;
  }

  private Ledger moved(Ledger before, Letter.Moved moved) {
    Flow flow = moved.flow();
    long keepFrom = flow.time() - rules.trace().reach().toMillis();
    Ledger after = before.with(flow, keepFrom, rules.trace().flowsMax());
    boolean ownerKnown = moved.person() == null || after.owner() != null;
    if (after == before && ownerKnown) {
      return before;
    }
    LedgerBuilder ledger =
        LedgerBuilder.builder(after)
            .holder(moved.holder())
            .owner(after.owner() == null ? moved.person() : after.owner());
    if (before.isTold()) {
      long oldest = flow.time() - rules.trace().followFor().toMillis();
      ledger.taints(before.taints().stream().filter(t -> t.latest() >= oldest).toList());
      ledger.pursuits(before.pursuits().stream().filter(p -> p.time() >= oldest).toList());
      ledger.alarm(
          before.alarm() != null && before.alarm().time() >= oldest ? before.alarm() : null);
    }
    return ledger.build();
  }

  /** The latest word counts, and the gravest of the same days. */
  private Ledger alarmed(Ledger before, Letter.OwnerWarned warned) {
    Ledger.Alarm known = before.alarm();
    boolean near =
        known != null && Math.abs(known.time() - warned.time()) <= rules.x3().window().toMillis();
    Level level = near && known.level().above(warned.level()) ? known.level() : warned.level();
    long time = near ? Math.max(known.time(), warned.time()) : warned.time();
    Ledger.Alarm alarm =
        new Ledger.Alarm(warned.victim(), level, time, warned.records(), warned.payees());
    return alarm.equals(known) ? before : LedgerBuilder.builder(before).alarm(alarm).build();
  }

  private static Ledger owned(Ledger before, Letter.Owned owned) {
    if (owned.since() < before.ownerSince() || Objects.equals(owned.person(), before.owner())) {
      return before;
    }
    return LedgerBuilder.builder(before).owner(owned.person()).ownerSince(owned.since()).build();
  }

  private Ledger claimed(Mail mail, Ledger before, Letter.Claimed claimed, Turn<LinkOutput> turn) {
    EntityKey victim = claimed.victim();
    if (victim != null && victim.token().equals(before.owner())) {
      // The report names the victim's own account: it is what left from there.
      Taint.Claim claim = claimed.claim();
      return pursued(
          before,
          new Letter.Pursue(victim, null, claim.amountMinor(), List.of(), claim.time(), true),
          turn);
    }
    Taint known = taint(before, claimed.traceId(), mail.token(), victim, 1);
    if (known.claims().contains(claimed.claim())) {
      return before;
    }
    List<Taint.Claim> claims = new ArrayList<>(known.claims());
    claims.add(claimed.claim());
    return with(
        before,
        TaintBuilder.builder(known)
            .claims(List.copyOf(claims))
            .latest(Math.max(known.latest(), mail.time()))
            .build(),
        turn);
  }

  private Ledger arrived(Mail mail, Ledger before, Letter.Arrived arrived, Turn<LinkOutput> turn) {
    Taint known =
        taint(before, arrived.traceId(), arrived.origin(), arrived.victim(), arrived.hop());
    List<Taint.Arrival> arrivals = new ArrayList<>(known.arrivals());
    arrivals.removeIf(each -> each.flow() == arrived.arrival().flow());
    if (arrived.arrival().taintedMinor() > 0) {
      arrivals.add(arrived.arrival());
    }
    if (arrivals.isEmpty() && known.claims().isEmpty() && known.arrivals().isEmpty()) {
      return before;
    }
    return with(
        before,
        TaintBuilder.builder(known)
            .arrivals(List.copyOf(arrivals))
            .hop(Math.min(known.hop(), arrived.hop()))
            .latest(Math.max(known.latest(), mail.time()))
            .build(),
        turn);
  }

  private static Taint taint(
      Ledger ledger, String traceId, String origin, EntityKey victim, int hop) {
    return ledger.taints().stream()
        .filter(each -> each.traceId().equals(traceId))
        .findFirst()
        .orElseGet(() -> new Taint(traceId, origin, victim, hop, List.of(), List.of(), 0));
  }

  private static Ledger with(Ledger before, Taint taint, Turn<LinkOutput> turn) {
    List<Taint> taints = new ArrayList<>(before.taints());
    int place = -1;
    for (int i = 0; i < taints.size(); i++) {
      place = taints.get(i).traceId().equals(taint.traceId()) ? i : place;
    }
    if (place >= 0) {
      taints.set(place, taint);
    } else if (taints.size() < Ledger.TAINTS_MAX) {
      taints.add(taint);
    } else {
      turn.count(LinkCounts.TAINTS_FULL);
      return before;
    }
    return LedgerBuilder.builder(before).taints(List.copyOf(taints)).build();
  }

  private static Ledger pursued(Ledger before, Letter.Pursue pursue, Turn<LinkOutput> turn) {
    List<Letter.Pursue> pursuits = new ArrayList<>(before.pursuits());
    if (pursuits.contains(pursue)) {
      return before;
    }
    // A pursuit once wanted stays wanted, and what it knew is among what is known now.
    pursuits.removeIf(
        each ->
            each.victim().equals(pursue.victim())
                && Objects.equals(each.payee(), pursue.payee())
                && (pursue.reported() || !each.reported()));
    if (pursuits.size() >= Ledger.PURSUITS_MAX) {
      turn.count(LinkCounts.PURSUITS_FULL);
      pursuits.remove(0);
    }
    pursuits.add(pursue);
    return LedgerBuilder.builder(before).pursuits(List.copyOf(pursuits)).build();
  }

  private static void tellOwner(Mail mail, Ledger before, Ledger after, Turn<LinkOutput> turn) {
    if (after.owner() != null && !after.owner().equals(before.owner())) {
      post(EntityKey.person(after.owner()), mail, new Letter.Owns(mail.token()), turn);
    }
  }

  /** What follows from the ledger now and did not before. */
  private void tellTraces(Mail mail, Ledger before, Ledger after, Turn<LinkOutput> turn) {
    if (!before.isTold() && !after.isTold()) {
      return;
    }
    Spread then = Spread.of(mail.token(), before, rules);
    Spread now = Spread.of(mail.token(), after, rules);
    now.onward()
        .forEach(
            (key, onward) -> {
              if (!onward.equals(then.onward().get(key))) {
                postOnward(mail, onward, onward.letter(), turn);
              }
            });
    then.onward()
        .forEach(
            (key, onward) -> {
              if (!now.onward().containsKey(key) && isKept(after, key.flow())) {
                postOnward(mail, onward, nothing(onward.letter()), turn);
              }
            });
    tellPaid(mail, then, now, after, turn);
    now.places()
        .forEach(
            (traceId, standing) -> {
              if (!standing.equals(then.places().get(traceId))) {
                post(
                    new EntityKey(EntityKind.TRACE, traceId),
                    mail,
                    new Letter.Stands(
                        standing.origin(), standing.victim(), standing.place(), standing.open()),
                    turn);
              }
            });
  }

  /**
   * What made it known may be far older than the payment, as the opening that says whose an account
   * is, and the payee forgets what is old.
   */
  private static void postOnward(
      Mail mail, Spread.Onward onward, Letter.Arrived letter, Turn<LinkOutput> turn) {
    long time = Math.max(mail.time(), onward.time());
    turn.emit(new LinkOutput.Posted(Mail.to(EntityKey.account(onward.payee()), time, letter)));
  }

  private static void tellPaid(
      Mail mail, Spread then, Spread now, Ledger after, Turn<LinkOutput> turn) {
    now.paid()
        .forEach(
            (flow, paid) -> {
              if (!paid.equals(then.paid().get(flow))) {
                post(EntityKey.account(paid.payee()), mail, paid.letter(), turn);
              }
            });
    then.paid()
        .forEach(
            (flow, paid) -> {
              if (after.flows().stream().anyMatch(each -> each.id() == flow && each.undone())) {
                post(EntityKey.account(paid.payee()), mail, Payers.nothing(paid.letter()), turn);
              }
            });
  }

  /** Forgotten with time, a payment still went where it went; undone or recounted, it did not. */
  private static boolean isKept(Ledger ledger, long flow) {
    return ledger.flows().stream().anyMatch(each -> each.id() == flow);
  }

  private static Letter.Arrived nothing(Letter.Arrived letter) {
    return new Letter.Arrived(
        letter.traceId(),
        letter.origin(),
        letter.victim(),
        letter.hop(),
        new Taint.Arrival(letter.arrival().flow(), 0, List.of()));
  }

  private static void post(EntityKey room, Mail mail, Letter letter, Turn<LinkOutput> turn) {
    turn.emit(new LinkOutput.Posted(Mail.to(room, mail.time(), letter)));
  }
}
