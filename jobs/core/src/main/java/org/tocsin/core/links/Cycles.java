package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.pattern.B14Cycle;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;

/**
 * B14: an account that passes a large sum on tells the next by which way it came; who finds the
 * start among its own payees tells all of them.
 */
final class Cycles implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int STEPS_MAX = 8;
  private static final int PATHS_MAX = 8;

  private final LinkRules.B14 settings;
  private final B14Cycle row;
  private final Suspects suspects;

  Cycles(Rulebook rules, Suspects suspects) {
    this.settings = rules.links().b14();
    this.row = new B14Cycle(rules);
    this.suspects = suspects;
  }

  /**
   * A payment goes on by every way that may have brought its money; an income may be one of them.
   */
  void moved(Mail mail, Ledger ledger, Flow flow, Turn<LinkOutput> turn) {
    if (flow.amountMinor() < settings.amountMinMinor() || !mayPass(ledger)) {
      return;
    }
    for (Flow other : ledger.flows()) {
      Flow in = flow.in() ? flow : other;
      Flow out = flow.in() ? other : flow;
      if (in.in() && !out.in() && follows(in, out)) {
        start(mail, ledger, in, out, turn);
      }
    }
    if (!flow.in()) {
      ledger.paths().forEach(path -> goOn(mail, ledger, path, flow, turn));
    }
  }

  private static boolean mayPass(Ledger ledger) {
    return !ledger.hub() && ledger.isPersons();
  }

  private boolean follows(Flow in, Flow out) {
    return in.other() != null
        && !in.undone()
        && in.otherHolder() == Holder.PERSON
        && isPassedOn(out)
        && out.time() >= in.time()
        && out.time() - in.time() <= settings.within().toMillis()
        && isNear(out.amountMinor(), in.amountMinor());
  }

  private static boolean isPassedOn(Flow out) {
    return out.goesOn() && out.otherHolder() == Holder.PERSON;
  }

  private boolean isNear(long amount, long first) {
    return Math.abs(amount - first) <= settings.amountShare() * first;
  }

  private void start(Mail mail, Ledger ledger, Flow in, Flow out, Turn<LinkOutput> turn) {
    Taint.Step came =
        new Taint.Step(
            in.other(), mail.token(), in.source(), in.eventId(), in.time(), in.amountMinor());
    String starter = in.otherPerson() == null ? in.other() : in.otherPerson();
    goOn(mail, ledger, new Path(List.of(came), List.of(starter)), out, turn);
  }

  private void goOn(Mail mail, Ledger ledger, Path path, Flow out, Turn<LinkOutput> turn) {
    boolean follows =
        isPassedOn(out)
            && out.time() >= path.last().time()
            && out.time() - path.first().time() <= settings.within().toMillis()
            && isNear(out.amountMinor(), path.first().amountMinor())
            && path.steps().size() < STEPS_MAX
            && !path.passes(mail.token());
    if (!follows) {
      return;
    }
    List<Taint.Step> steps = new ArrayList<>(path.steps());
    steps.add(Spread.step(mail.token(), out));
    List<String> owners = new ArrayList<>(path.owners());
    owners.add(ledger.owner() == null ? mail.token() : ledger.owner());
    Path longer = new Path(List.copyOf(steps), List.copyOf(owners));
    if (!longer.isRound()) {
      post(out.other(), mail, new Letter.Passed(longer), turn);
    } else if (longer.others() >= settings.othersMin()) {
      steps.forEach(step -> post(step.from(), mail, new Letter.Cycled(longer), turn));
    }
  }

  Ledger with(Ledger before, Path path) {
    if (before.paths().contains(path)) {
      return before;
    }
    long oldest = path.last().time() - settings.within().toMillis();
    List<Path> paths = new ArrayList<>(before.paths());
    paths.removeIf(each -> each.first().time() < oldest);
    paths.add(path);
    return LedgerBuilder.builder(before).paths(Latest.of(paths, PATHS_MAX)).build();
  }

  /** Payments that were known before the way their money came. */
  void passed(Mail mail, Ledger ledger, Path path, Turn<LinkOutput> turn) {
    if (mayPass(ledger)) {
      for (Flow flow : ledger.flows()) {
        if (!flow.in()) {
          goOn(mail, ledger, path, flow, turn);
        }
      }
    }
  }

  /** Where it started the money is again, and can be asked about. */
  void judge(Mail mail, Ledger ledger, Path path, Turn<LinkOutput> turn) {
    boolean start = path.first().from().equals(mail.token()) && !isLevel(path);
    suspects.send(
        mail,
        new Suspects.Suspicion(
            row.id(),
            Lane.MULE,
            start ? Level.T2 : Level.T1,
            EntityKey.account(mail.token()),
            ledger.owner(),
            Ids.of(path.first().source(), path.first().eventId()),
            start ? 55 : 35,
            path.last().amountMinor(),
            null,
            null,
            row.reason(
                path.steps().size() - 1,
                path.last().amountMinor(),
                path.first().time(),
                path.last().time()),
            path.steps().stream().map(Cycles::evidence).toList()),
        turn);
  }

  /** Nobody on the way has kept a part: debts settled, or a savings club's round. */
  private boolean isLevel(Path path) {
    LongSummaryStatistics sums =
        path.steps().stream().mapToLong(Taint.Step::amountMinor).summaryStatistics();
    return sums.getMax() - sums.getMin() <= settings.levelShare() * sums.getMax();
  }

  private static Evidence evidence(Taint.Step step) {
    return new Evidence(
        Stream.TRANSACTION, step.source(), step.eventId(), step.time(), "a transfer of the round");
  }

  private static void post(String account, Mail mail, Letter letter, Turn<LinkOutput> turn) {
    turn.emit(new LinkOutput.Posted(Mail.to(EntityKey.account(account), mail.time(), letter)));
  }
}
