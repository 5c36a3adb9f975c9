package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.stage.Turn;

/**
 * Where the money went that ran through a mule's account: mules who pay on to one account belong
 * together for it, and it to them (X6: a shared payee).
 */
final class Runs implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int RUNS_MAX = 4;

  static Ledger with(Ledger before, Letter.RanThrough ran) {
    if (before.runs().contains(ran)) {
      return before;
    }
    List<Letter.RanThrough> runs = new ArrayList<>(before.runs());
    runs.add(ran);
    return LedgerBuilder.builder(before).runs(Latest.of(runs, RUNS_MAX)).build();
  }

  /** Of the payments that are known. */
  void told(Mail mail, Ledger ledger, Letter.RanThrough ran, Turn<LinkOutput> turn) {
    ledger.flows().forEach(flow -> tie(mail, ledger, ran, flow, turn));
  }

  /** The warning may overtake a payment that it rests on. */
  void moved(Mail mail, Ledger ledger, Flow flow, Turn<LinkOutput> turn) {
    ledger.runs().forEach(ran -> tie(mail, ledger, ran, flow, turn));
  }

  private static void tie(
      Mail mail, Ledger ledger, Letter.RanThrough ran, Flow flow, Turn<LinkOutput> turn) {
    boolean part =
        flow.goesOn()
            && flow.otherHolder() == Holder.PERSON
            && (flow.otherPerson() == null || !flow.otherPerson().equals(ledger.owner()))
            && flow.isAmong(ran.records());
    if (!part) {
      return;
    }
    EntityKey payee = EntityKey.account(flow.other());
    Tie tie =
        new Tie(
            ran.owner(),
            payee,
            "its money went on to an account that others' went to",
            ran.level(),
            ran.time(),
            flow.evidence("sent on from an account that money ran through"));
    turn.emit(new LinkOutput.Posted(Mail.to(payee, mail.time(), new Letter.Edge(tie))));
  }
}
