package org.tocsin.core.links;

import java.io.Serializable;
import java.util.List;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.pattern.X2FirstLayer;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;

/** X2 at the account paid: warns of it, and has the payment followed. */
final class FirstLayers implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SCORE = 85;
  private static final int SCORE_WATCHED = 35;

  private final X2FirstLayer row;
  private final Suspects suspects;

  FirstLayers(Rulebook rules, Suspects suspects) {
    this.row = new X2FirstLayer(rules);
    this.suspects = suspects;
  }

  void judge(Mail mail, Ledger ledger, Letter.FirstLayer paid, Turn<LinkOutput> turn) {
    if (!ledger.isPersons() || ledger.hub()) {
      return;
    }
    Level level = paid.level() == null ? Level.T3_PLUS : paid.level();
    boolean grave = level != Level.T1;
    suspects.send(
        mail,
        new Suspects.Suspicion(
            row.id(),
            Lane.MULE,
            level,
            EntityKey.account(mail.token()),
            ledger.owner() == null ? paid.owner() : ledger.owner(),
            paid.payment(),
            grave ? SCORE : SCORE_WATCHED,
            paid.amountMinor(),
            grave ? paid.amountMinor() : null,
            paid.region(),
            row.reason(paid.callTime(), paid.paidTime(), paid.amountMinor()),
            paid.evidence()),
        turn);
    if (!grave) {
      return;
    }
    ledger.flows().stream()
        .filter(flow -> flow.in() && flow.record() == paid.payment() && !flow.undone())
        .filter(flow -> flow.other() != null)
        .findFirst()
        .ifPresent(flow -> follow(mail, flow, paid.victim(), turn));
  }

  private static void follow(Mail mail, Flow flow, EntityKey victim, Turn<LinkOutput> turn) {
    Taint.Step step =
        new Taint.Step(
            flow.other(),
            mail.token(),
            flow.source(),
            flow.eventId(),
            flow.time(),
            flow.amountMinor());
    Letter arrived =
        new Letter.Arrived(
            TraceRoom.id(mail.token(), victim),
            mail.token(),
            victim,
            1,
            new Taint.Arrival(flow.id(), flow.amountMinor(), List.of(step)));
    turn.emit(
        new LinkOutput.Posted(Mail.to(EntityKey.account(mail.token()), mail.time(), arrived)));
  }
}
