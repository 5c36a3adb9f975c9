package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.signal.Evidence;
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
    int from = Math.max(0, runs.size() - RUNS_MAX);
    return LedgerBuilder.builder(before).runs(List.copyOf(runs.subList(from, runs.size()))).build();
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
            && (ran.records().contains(flow.record()) || ran.records().contains(flow.settles()));
    if (!part) {
      return;
    }
    EntityKey payee = EntityKey.account(flow.other());
    Evidence evidence =
        new Evidence(
            Stream.TRANSACTION,
            flow.source(),
            flow.eventId(),
            flow.time(),
            "sent on from an account that money ran through");
    Tie tie =
        new Tie(
            ran.owner(),
            payee,
            "its money went on to an account that others' went to",
            ran.level(),
            ran.time(),
            evidence);
    turn.emit(new LinkOutput.Posted(Mail.to(payee, mail.time(), new Letter.Edge(tie))));
  }
}
