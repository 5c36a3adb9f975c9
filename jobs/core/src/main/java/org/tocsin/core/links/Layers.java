package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.pattern.B11Layering;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;

/** B11: runs of quick transfers of nearly one amount that a victim's payment began. */
final class Layers implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A run is proven long before. */
  private static final int STEPS_MAX = 8;

  private final LinkRules.B11 settings;
  private final B11Layering row;
  private final Suspects suspects;

  Layers(Rulebook rules, Suspects suspects) {
    this.settings = rules.links().b11();
    this.row = new B11Layering(rules);
    this.suspects = suspects;
  }

  /** The longest run that this payment goes on with; empty when it goes on with none. */
  static List<Taint.Step> steps(
      String account,
      List<Flow> flows,
      Taint taint,
      Map<Long, Long> in,
      Flow out,
      LinkRules.B11 settings) {
    PassedOn passedOn = PassedOn.of(settings);
    List<Taint.Step> longest = List.of();
    for (Flow flow : flows) {
      if (flow.in() && in.containsKey(flow.id()) && passedOn.isQuick(flow, out)) {
        List<Taint.Step> before = before(account, taint, flow);
        longest = before.size() > longest.size() ? before : longest;
      }
    }
    if (longest.isEmpty() || longest.size() >= STEPS_MAX) {
      return List.of();
    }
    List<Taint.Step> steps = new ArrayList<>(longest);
    steps.add(Spread.step(account, out));
    return List.copyOf(steps);
  }

  private static List<Taint.Step> before(String account, Taint taint, Flow flow) {
    for (Taint.Arrival arrival : taint.arrivals()) {
      if (arrival.flow() == flow.id()) {
        return arrival.steps();
      }
    }
    // Known by a report alone: it is the victim's own payment.
    return flow.other() == null
        ? List.of()
        : List.of(
            new Taint.Step(
                flow.other(),
                account,
                flow.source(),
                flow.eventId(),
                flow.time(),
                flow.amountMinor()));
  }

  /** Tells every account of a run that is long enough. */
  void tell(Mail mail, Letter.Arrived arrived, Turn<LinkOutput> turn) {
    List<Taint.Step> steps = arrived.arrival().steps();
    if (arrived.arrival().taintedMinor() == 0 || steps.size() <= settings.transfersMin()) {
      return;
    }
    Set<String> accounts = new LinkedHashSet<>();
    steps.forEach(step -> accounts.add(step.to()));
    accounts.remove(steps.get(0).from());
    for (String account : accounts) {
      turn.emit(
          new LinkOutput.Posted(
              Mail.to(EntityKey.account(account), mail.time(), new Letter.Layered(steps))));
    }
  }

  /** The account is one of a run; where the money is now, it can be stopped. */
  void judge(Mail mail, Ledger ledger, List<Taint.Step> steps, Turn<LinkOutput> turn) {
    Taint.Step first = steps.get(0);
    Taint.Step last = steps.get(steps.size() - 1);
    boolean there = last.to().equals(mail.token());
    suspects.send(
        mail,
        new Suspects.Suspicion(
            row.id(),
            Lane.MULE,
            Level.T3,
            EntityKey.account(mail.token()),
            ledger.owner(),
            Ids.of(first.source(), first.eventId()),
            Math.min(100, 60 + 5 * steps.size()),
            last.amountMinor(),
            there ? last.amountMinor() : null,
            null,
            row.reason(steps.size() - 1, last.amountMinor(), first.time(), last.time()),
            steps.stream().map(Layers::evidence).toList()),
        turn);
  }

  private static Evidence evidence(Taint.Step step) {
    return new Evidence(
        Stream.TRANSACTION,
        step.source(),
        step.eventId(),
        step.time(),
        "a transfer of the run that began with the victim's payment");
  }
}
