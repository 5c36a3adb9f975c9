package org.tocsin.core.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.rulebook.LinkRules;

/**
 * What follows from a ledger for others: which payments carry whose money where, and how each trace
 * stands here. A function of the ledger alone, so that what has to be told after a change is the
 * difference between two of them.
 *
 * @param onward letters by trace and flow
 * @param places by trace
 * @param paid payments of a warned owner, by flow
 */
record Spread(Map<Key, Onward> onward, Map<String, Standing> places, Map<Long, Paid> paid) {

  static final Spread NONE = new Spread(Map.of(), Map.of(), Map.of());

  /** A victim's money in one payment. */
  record Key(String traceId, long flow) {}

  /**
   * To whom it goes.
   *
   * @param time of the payment
   */
  record Onward(String payee, long time, Letter.Arrived letter) {}

  /** To whom a warned owner paid. */
  record Paid(String payee, Letter letter) {}

  /** How a trace stands here. */
  record Standing(String origin, EntityKey victim, Place place, boolean open) {}

  static Spread of(String account, Ledger ledger, LinkRules rules) {
    if (!ledger.isTold()) {
      return NONE;
    }
    Map<Key, Onward> onward = new LinkedHashMap<>();
    Map<String, Standing> places = new LinkedHashMap<>();
    for (Letter.Pursue pursuit : ledger.pursuits()) {
      pursue(account, ledger, pursuit, rules, onward, places);
    }
    List<Map<Long, Long>> incomes = incomes(ledger, rules);
    Map<Long, Long> byIncome = passedOn(ledger, incomes, rules);
    for (int i = 0; i < incomes.size(); i++) {
      Taint taint = ledger.taints().get(i);
      follow(account, ledger, taint, incomes.get(i), byIncome, rules, onward, places);
    }
    Map<Long, Paid> paid = new LinkedHashMap<>();
    if (ledger.alarm() != null) {
      for (Flow flow : Payers.paid(ledger, rules.x3())) {
        paid.put(flow.id(), new Paid(flow.other(), Payers.letter(ledger, flow)));
      }
    }
    return new Spread(onward, places, paid);
  }

  /** The victim's own payments: all of each is the victim's money. */
  private static void pursue(
      String account,
      Ledger ledger,
      Letter.Pursue pursuit,
      LinkRules rules,
      Map<Key, Onward> onward,
      Map<String, Standing> places) {
    long reach = rules.trace().reach().toMillis();
    for (Flow flow : Pursuits.payments(ledger.flows(), pursuit, reach, rules.x3())) {
      String traceId = TraceRoom.id(flow.other(), pursuit.victim());
      Taint.Arrival arrival =
          new Taint.Arrival(flow.id(), flow.amountMinor(), List.of(step(account, flow)));
      onward.put(
          new Key(traceId, flow.id()),
          new Onward(
              flow.other(),
              flow.time(),
              new Letter.Arrived(traceId, flow.other(), pursuit.victim(), 1, arrival)));
      if (pursuit.reported()) {
        places.put(traceId, new Standing(flow.other(), pursuit.victim(), null, true));
      }
    }
  }

  static Taint.Step step(String account, Flow flow) {
    return new Taint.Step(
        account, flow.other(), flow.source(), flow.eventId(), flow.time(), flow.amountMinor());
  }

  /** Of each victim, in the order of the taints. */
  private static List<Map<Long, Long>> incomes(Ledger ledger, LinkRules rules) {
    long reach = rules.trace().reach().toMillis();
    return ledger.taints().stream()
        .map(taint -> Arrivals.of(ledger.flows(), taint, reach))
        .toList();
  }

  /** Asked once for all victims: a payment passes on the money of one of them. */
  private static Map<Long, Long> passedOn(
      Ledger ledger, List<Map<Long, Long>> incomes, LinkRules rules) {
    Map<Long, Long> tainted = new HashMap<>();
    incomes.forEach(in -> in.forEach((flow, part) -> tainted.merge(flow, part, Math::max)));
    return PassedOn.of(rules.b11()).byIncome(ledger.flows(), tainted);
  }

  private static void follow(
      String account,
      Ledger ledger,
      Taint taint,
      Map<Long, Long> in,
      Map<Long, Long> byIncome,
      LinkRules rules,
      Map<Key, Onward> onward,
      Map<String, Standing> places) {
    LinkRules.Trace trace = rules.trace();
    Allocation allocation = Allocation.of(ledger.flows(), in, trace.rule(), byIncome);
    List<Link.Hop> hops = new ArrayList<>();
    List<Link.Hop> exits = new ArrayList<>();
    long cash = 0;
    long exit = 0;
    for (Flow flow : ledger.flows()) {
      long back = allocation.backMinor().getOrDefault(flow.id(), 0L);
      if (back > 0) {
        exit -= back;
        exits.add(hop(flow.other(), account, flow, back));
      }
      long part = (flow.in() ? in : allocation.outMinor()).getOrDefault(flow.id(), 0L);
      if (part == 0 || flow.undone()) {
        continue;
      }
      if (flow.in()) {
        hops.add(hop(flow.other(), account, flow, Math.min(part, flow.amountMinor())));
      } else if (flow.goesOn()) {
        onward(account, ledger, taint, flow, part, in, rules, onward);
      } else if (flow.isCash()) {
        cash += part;
      } else {
        exit += part;
        exits.add(hop(account, flow.other(), flow, part));
      }
    }
    Place place =
        new Place(
            account,
            ledger.owner(),
            taint.hop(),
            List.copyOf(hops),
            List.copyOf(exits),
            allocation.leftMinor(),
            cash,
            exit,
            ledger.hub());
    // A report about this account is known here first.
    boolean open = !taint.claims().isEmpty();
    places.put(taint.traceId(), new Standing(taint.origin(), taint.victim(), place, open));
  }

  private static void onward(
      String account,
      Ledger ledger,
      Taint taint,
      Flow flow,
      long part,
      Map<Long, Long> in,
      LinkRules rules,
      Map<Key, Onward> onward) {
    LinkRules.Trace trace = rules.trace();
    boolean followed =
        part >= trace.followMinMinor()
            && taint.hop() < trace.hopsMax()
            && !ledger.hub()
            && !isVictims(account, ledger, taint.victim());
    if (!followed) {
      return;
    }
    Taint.Arrival arrival =
        new Taint.Arrival(
            flow.id(), part, Layers.steps(account, ledger.flows(), taint, in, flow, rules.b11()));
    onward.put(
        new Key(taint.traceId(), flow.id()),
        new Onward(
            flow.other(),
            flow.time(),
            new Letter.Arrived(
                taint.traceId(), taint.origin(), taint.victim(), taint.hop() + 1, arrival)));
  }

  /** What has come back to the victim is hers to spend. */
  private static boolean isVictims(String account, Ledger ledger, EntityKey victim) {
    return victim != null
        && (victim.token().equals(ledger.owner()) || victim.token().equals(account));
  }

  /** Cash paid in has no account it came from: the account itself stands for it. */
  private static Link.Hop hop(String from, String to, Flow flow, long part) {
    return new Link.Hop(
        from == null ? to : from, to, flow.eventId(), flow.amountMinor(), part, flow.time());
  }
}
