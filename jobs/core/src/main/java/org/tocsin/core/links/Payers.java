package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.pattern.X3SharedPayee;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;

/** X3 at the account paid: which warned persons have paid it. */
final class Payers implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long DAY = 24 * 60 * 60 * 1000L;
  private static final int SCORE_WATCHED = 35;
  static final int KEPT_MAX = 24;

  private final LinkRules.X3 settings;
  private final VictimRules.V6 crowds;
  private final X3SharedPayee row;
  private final Suspects suspects;

  Payers(Rulebook rules, Suspects suspects) {
    this.settings = rules.links().x3();
    this.crowds = rules.detection().victim().v6();
    this.row = new X3SharedPayee(rules);
    this.suspects = suspects;
  }

  /** What a warned owner's payments mean to those paid, by flow. */
  static List<Flow> paid(Ledger ledger, LinkRules.X3 settings) {
    Ledger.Alarm alarm = ledger.alarm();
    List<Flow> paid = new ArrayList<>();
    for (Flow flow : ledger.flows()) {
      if (flow.amountMinor() >= settings.amountMinMinor()
          && isToNewPerson(flow, ledger.flows(), alarm.time(), settings)) {
        paid.add(flow);
      }
    }
    return paid;
  }

  /** Settled, in the days about an alarm, to a person who was not paid on several days before. */
  static boolean isToNewPerson(Flow flow, List<Flow> flows, long alarm, LinkRules.X3 settings) {
    return flow.goesOn()
        && flow.otherHolder() == Holder.PERSON
        && Math.abs(flow.time() - alarm) <= settings.window().toMillis()
        && paidBefore(flows, flow) < settings.knownTimes();
  }

  private static long paidBefore(List<Flow> flows, Flow flow) {
    return flows.stream()
        .filter(each -> !each.in() && !each.undone() && each.time() < flow.time())
        .filter(each -> flow.other().equals(each.other()))
        // The same victim may be made to pay several times within the hours of one fraud.
        .filter(each -> flow.time() - each.time() > DAY)
        .count();
  }

  static Letter letter(Ledger ledger, Flow flow) {
    Ledger.Alarm alarm = ledger.alarm();
    boolean reported = alarm.payees().contains(flow.other());
    return new Letter.WarnedPaid(
        new Payer(
            alarm.victim(),
            reported && alarm.level() == Level.T1 ? Level.T2 : alarm.level(),
            alarm.isAbout(flow),
            flow.id(),
            flow.source(),
            flow.eventId(),
            flow.time(),
            flow.amountMinor(),
            flow.region()));
  }

  /** The same payment, which turned out to be none. */
  static Letter nothing(Letter letter) {
    Payer payer = ((Letter.WarnedPaid) letter).payer();
    return new Letter.WarnedPaid(PayerBuilder.builder(payer).amountMinor(0).build());
  }

  static Ledger with(Ledger before, Payer payer) {
    if (before.payers().contains(payer)) {
      return before;
    }
    List<Payer> payers = new ArrayList<>(before.payers());
    boolean known = payers.removeIf(each -> each.flow() == payer.flow());
    if (payer.amountMinor() == 0 && !known) {
      return before;
    } else if (payer.amountMinor() > 0) {
      payers.add(payer);
    }
    return LedgerBuilder.builder(before).payers(Latest.of(payers, KEPT_MAX)).build();
  }

  /** Several of them within the window of the one told last, and one above SMS among them. */
  void judge(Mail mail, Ledger ledger, Payer last, Turn<LinkOutput> turn) {
    if (last.amountMinor() == 0 || ledger.hub() || !ledger.isPersons()) {
      return;
    }
    List<Payer> near =
        ledger.payers().stream()
            .filter(each -> Math.abs(each.time() - last.time()) <= settings.window().toMillis())
            .filter(this::counts)
            .filter(each -> !each.victim().token().equals(ledger.owner()))
            .toList();
    Set<EntityKey> victims = new HashSet<>();
    near.forEach(each -> victims.add(each.victim()));
    boolean strong = near.stream().anyMatch(each -> each.level() != Level.T1);
    if (!strong || victims.size() < settings.personsMin()) {
      return;
    }
    boolean watched = graveVictims(near) < crowds.strangersMin() && isBusiness(ledger);
    long amount = near.stream().mapToLong(Payer::amountMinor).sum();
    Payer first = near.stream().min(Comparator.comparingLong(Payer::time)).orElseThrow();
    suspects.send(
        mail,
        new Suspects.Suspicion(
            row.id(),
            Lane.MULE,
            watched ? Level.T1 : Level.T3_PLUS,
            EntityKey.account(mail.token()),
            ledger.owner(),
            first.flow(),
            watched ? SCORE_WATCHED : Math.min(100, 70 + 10 * victims.size()),
            amount,
            watched ? null : (Long) amount,
            first.region(),
            row.reason(victims.size(), amount),
            near.stream().map(Payers::evidence).toList()),
        turn);
    if (!watched) {
      tellOthers(mail, ledger, victims, last, turn);
    }
  }

  /** Neither a shop's nor a dealer's. */
  boolean isPrivate(Ledger ledger) {
    return !ledger.hub() && ledger.isPersons() && !isBusiness(ledger);
  }

  private static long graveVictims(List<Payer> payers) {
    return payers.stream()
        .filter(each -> each.evident() && each.level() != Level.T1)
        .map(Payer::victim)
        .distinct()
        .count();
  }

  /**
   * Strangers pay it day after day, as they pay a dealer, jeweller or money changer: of so many
   * some are warned by chance. V6 asks the same of a payee.
   */
  private boolean isBusiness(Ledger ledger) {
    Map<Long, Set<String>> payers = new HashMap<>();
    for (Flow flow : ledger.flows()) {
      if (flow.in()
          && !flow.undone()
          && flow.other() != null
          && flow.amountMinor() >= crowds.strangerAmountMinMinor()) {
        payers
            .computeIfAbsent(Math.floorDiv(flow.time(), DAY), day -> new HashSet<>())
            .add(flow.other());
      }
    }
    long crowded =
        payers.values().stream().filter(each -> each.size() >= crowds.strangersMin()).count();
    return crowded > crowds.strangersDaysMax();
  }

  /** Whoever is warned also pays for a wedding, dues and the rent. */
  private boolean counts(Payer payer) {
    return payer.evident()
        || (payer.level() != Level.T1 && payer.amountMinor() >= settings.otherAmountMinMinor());
  }

  static Evidence evidence(Payer payer) {
    return new Evidence(
        Stream.TRANSACTION,
        payer.source(),
        payer.eventId(),
        payer.time(),
        "payment by a person warned of fraud");
  }

  private void tellOthers(
      Mail mail, Ledger ledger, Set<EntityKey> victims, Payer last, Turn<LinkOutput> turn) {
    Set<EntityKey> told = new HashSet<>(victims);
    int left = settings.othersMax();
    for (Flow flow : ledger.flows()) {
      boolean near =
          flow.in()
              && !flow.undone()
              && flow.other() != null
              && flow.otherHolder() == Holder.PERSON
              && flow.amountMinor() >= settings.amountMinMinor()
              && Math.abs(flow.time() - last.time()) <= settings.window().toMillis()
              && ledger.payers().stream().noneMatch(payer -> payer.flow() == flow.id());
      EntityKey payer = near ? payer(flow) : null;
      if (payer == null || left == 0 || !told.add(payer)) {
        continue;
      }
      left--;
      suspects.send(
          mail,
          new Suspects.Suspicion(
              row.id(),
              Lane.VICTIM,
              Level.T1,
              payer,
              payer.kind() == EntityKind.PERSON ? payer.token() : null,
              flow.id(),
              30,
              flow.amountMinor(),
              null,
              flow.region(),
              row.reasonToPayer(flow.amountMinor(), flow.time()),
              List.of(flow.evidence("payment to an account that warned persons have paid"))),
          turn);
    }
  }

  private static EntityKey payer(Flow flow) {
    return flow.otherPerson() == null
        ? EntityKey.account(flow.other())
        : EntityKey.person(flow.otherPerson());
  }
}
