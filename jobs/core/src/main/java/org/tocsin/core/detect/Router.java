package org.tocsin.core.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.profile.OutletFold;

/** Sends each event to the profiles of all that it concerns. A new kind of profile starts here. */
public final class Router {

  private Router() {}

  /** At least one copy of every event; the first is the primary one. */
  public static List<Routed> route(Event event) {
    Copies copies = new Copies(event);
    if (event instanceof Transaction transaction) {
      routeTransaction(transaction, copies);
    } else if (event instanceof Call call) {
      copies.to(EntityKind.PHONE, call.caller());
      copies.to(EntityKind.PHONE, call.callee());
    } else if (event instanceof CardOpening opening) {
      routeOpening(opening, copies);
    } else if (event instanceof Clue clue) {
      copies.to(EntityKind.PHONE, clue.phone());
      copies.to(EntityKind.ACCOUNT, clue.account());
      copies.to(EntityKind.PERSON, clue.person());
    } else if (event instanceof Outcome outcome) {
      routeOutcome(outcome, copies);
    }
    return copies.made;
  }

  /** A shop's till has no part in any pattern by being paid, and is paid most often of all. */
  private static void routeTransaction(Transaction transaction, Copies copies) {
    boolean shopPays = transaction.payerHolder() == Holder.MERCHANT;
    boolean shopIsPaid = transaction.payeeHolder() == Holder.MERCHANT;
    if (!shopPays || transaction.payeeAccount() == null) {
      copies.to(EntityKind.ACCOUNT, transaction.payerAccount());
    }
    if (!shopIsPaid || transaction.payerAccount() == null || shopPays) {
      copies.to(EntityKind.ACCOUNT, transaction.payeeAccount());
    }
  }

  private static void routeOpening(CardOpening opening, Copies copies) {
    copies.to(EntityKind.PERSON, opening.person());
    if (opening.card() == CardOpening.Card.BANK) {
      copies.to(EntityKind.ACCOUNT, opening.account());
      // The number a bank reaches its customer by is mostly the customer's; phone means nothing.
      copies.to(EntityKind.PHONE, opening.contactPhone());
    } else {
      copies.to(EntityKind.PHONE, opening.phone());
    }
    copies.to(EntityKind.CONTACT, opening.contactPhone());
    if (!Objects.equals(opening.device(), opening.contactPhone())) {
      copies.to(EntityKind.CONTACT, opening.device());
    }
    if (OutletFold.isVisit(opening)) {
      copies.to(EntityKind.OUTLET, opening.outlet());
    }
  }

  /** To the person, or to its case: the case owner's own profile is another matter. */
  private static void routeOutcome(Outcome outcome, Copies copies) {
    copies.to(EntityKind.PERSON, outcome.person() != null ? outcome.person() : outcome.caseId());
  }

  /** The state key of a case's owner, for an outcome that names its case only. */
  static long outcomeKey(String caseId) {
    OptionalLong owner = CaseIds.ownerKey(caseId);
    // A case of another centre: nothing is known of it, and its state stays its own.
    return owner.isPresent() ? owner.getAsLong() : EntityKey.person(caseId).hash();
  }

  private static final class Copies {
    private final Event event;
    private final List<Routed> made = new ArrayList<>(3);

    Copies(Event event) {
      this.event = event;
    }

    void to(EntityKind kind, String token) {
      if (token == null || isMade(kind, token)) {
        return;
      }
      long key = new EntityKey(kind, token).hash();
      made.add(new Routed(key, kind, token, made.isEmpty(), event));
    }

    /** A transfer within one account concerns it once. */
    private boolean isMade(EntityKind kind, String token) {
      for (Routed each : made) {
        if (each.kind() == kind && each.token().equals(token)) {
          return true;
        }
      }
      return false;
    }
  }
}
