package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.pattern.X3SharedPayee;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;

/**
 * A B row alone is a lead; with the very payment that somebody is warned of in it, it is worth a
 * visit (mules.md: B with a warned payer T3).
 */
final class PaidRuns implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SCORE = 75;

  private final LinkRules.X3 settings;
  private final X3SharedPayee row;
  private final Payers payers;
  private final Suspects suspects;

  PaidRuns(Rulebook rules, Payers payers, Suspects suspects) {
    this.settings = rules.links().x3();
    this.row = new X3SharedPayee(rules);
    this.payers = payers;
    this.suspects = suspects;
  }

  /** Whichever comes last, the row's warning or the payer's. */
  void judge(Mail mail, Ledger ledger, Turn<LinkOutput> turn) {
    if (!payers.isPrivate(ledger)) {
      return;
    }
    for (Letter.RanThrough run : ledger.runs()) {
      List<Payer> paid = paid(ledger, run);
      if (run.pattern() != null && Level.T3.above(run.level()) && !paid.isEmpty()) {
        suspects.send(mail, suspicion(mail, ledger, run, paid), turn);
      }
    }
  }

  private List<Payer> paid(Ledger ledger, Letter.RanThrough run) {
    long within = settings.window().toMillis();
    return ledger.payers().stream()
        .filter(each -> Math.abs(each.time() - run.time()) <= within)
        .filter(each -> each.level() != Level.T1 && each.evident())
        .filter(each -> !each.victim().token().equals(ledger.owner()))
        .toList();
  }

  private Suspects.Suspicion suspicion(
      Mail mail, Ledger ledger, Letter.RanThrough run, List<Payer> paid) {
    long amount = paid.stream().mapToLong(Payer::amountMinor).sum();
    Payer first = paid.get(0);
    return new Suspects.Suspicion(
        run.pattern(),
        Lane.MULE,
        Level.T3,
        EntityKey.account(mail.token()),
        ledger.owner(),
        first.flow(),
        SCORE,
        amount,
        amount,
        first.region(),
        row.reasonOfRun(run.pattern(), amount, first.time()),
        evidence(ledger, run, paid));
  }

  private static List<Evidence> evidence(Ledger ledger, Letter.RanThrough run, List<Payer> paid) {
    List<Evidence> evidence = new ArrayList<>(paid.stream().map(Payers::evidence).toList());
    ledger.flows().stream()
        .filter(flow -> flow.isAmong(run.records()) && !flow.undone())
        .forEach(flow -> evidence.add(flow.evidence("ran through the account")));
    evidence.sort(Comparator.comparingLong(Evidence::eventTime));
    return evidence;
  }
}
