package org.tocsin.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.Ids;
import org.tocsin.core.warning.Warning;

/** Makes the letters of what comes in from outside. */
public final class LinkRouter {

  /** Patterns of this job's own warnings, which come back by the topic they went to. */
  private static final Set<String> OWN = Set.of("X2", "X3", "X5", "X6", "B11", "B14");

  private LinkRouter() {}

  /**
   * @param currency the deployment's: an amount in another one says nothing here
   */
  public static List<Mail> route(LinkInput input, String currency) {
    List<Mail> mail = new ArrayList<>(2);
    if (input instanceof LinkInput.WarningSeen seen) {
      if (!OWN.contains(seen.warning().pattern())) {
        mail.add(warning(seen.warning()));
      }
    } else if (input instanceof LinkInput.MailSeen seen) {
      mail.add(seen.mail());
    } else if (input instanceof LinkInput.EventSeen seen) {
      event(seen.event(), currency, mail);
    }
    return mail;
  }

  /** To the owner of its case: the key stands in the case's id, whatever is known by now. */
  private static Mail warning(Warning warning) {
    EntityKey owner =
        warning.person() == null
            ? EntityKey.of(warning.subjectKind(), warning.subject())
            : EntityKey.person(warning.person());
    OptionalLong key = CaseIds.ownerKey(warning.caseId());
    return new Mail(
        key.orElse(owner.hash()),
        owner.kind(),
        owner.token(),
        warning.eventTime(),
        new Letter.WarningTold(warning));
  }

  private static void event(Event event, String currency, List<Mail> mail) {
    if (event instanceof Transaction transaction) {
      if (currency.equals(transaction.currency())) {
        transaction(transaction, mail);
      }
    } else if (event instanceof CardOpening opening) {
      opening(opening, mail);
    } else if (event instanceof Clue clue) {
      clue(clue, mail);
    } else if (event instanceof Outcome outcome) {
      outcome(outcome, mail);
    }
  }

  /** Tills and exchanges are where a trace ends: nothing is kept of them. */
  private static void transaction(Transaction t, List<Mail> mail) {
    if (t.result() == Transaction.Result.PENDING) {
      return;
    }
    if (t.payeeAccount() != null && t.payeeAccount().equals(t.payerAccount())) {
      return; // Nothing has come or gone.
    }
    if (t.payeeAccount() != null && isKept(t.payeeHolder())) {
      side(t, t.payeeAccount(), true, mail);
    }
    // The payer last: when it tells whose money it was, the payee knows the transfer.
    if (t.payerAccount() != null && isKept(t.payerHolder())) {
      side(t, t.payerAccount(), false, mail);
    }
  }

  private static boolean isKept(Holder holder) {
    return holder != Holder.MERCHANT && holder != Holder.EXCHANGE;
  }

  private static void side(Transaction t, String account, boolean in, List<Mail> mail) {
    EntityKey room = EntityKey.account(account);
    if (t.result() == Transaction.Result.SETTLED) {
      Letter moved =
          new Letter.Moved(
              Flow.of(t, in),
              in ? t.payeeHolder() : t.payerHolder(),
              in ? t.payeePerson() : t.payerPerson());
      mail.add(Mail.to(room, t.eventTime(), moved));
    } else if (t.ofEventId() != null) {
      Letter undone =
          new Letter.Undone(
              Flow.record(t.source(), t.ofEventId()),
              t.transferId() == null ? 0 : Ids.key("transfer", t.transferId()));
      mail.add(Mail.to(room, t.eventTime(), undone));
    }
  }

  private static void opening(CardOpening opening, List<Mail> mail) {
    if (opening.card() != CardOpening.Card.BANK || opening.account() == null) {
      return;
    }
    EntityKey room = EntityKey.account(opening.account());
    switch (opening.step()) {
      case OPENED, CONTACT_CHANGED ->
          mail.add(
              Mail.to(
                  room,
                  opening.eventTime(),
                  new Letter.Owned(opening.person(), opening.eventTime())));
      case CLOSED ->
          mail.add(Mail.to(room, opening.eventTime(), new Letter.Owned(null, opening.eventTime())));
      case APPLIED, REFUSED -> {}
    }
  }

  private static void clue(Clue clue, List<Mail> mail) {
    boolean reports =
        clue.kind() == Clue.Kind.SCAM_REPORT || clue.kind() == Clue.Kind.EXTERNAL_WARNING;
    if (!reports) {
      return;
    }
    String payee = clue.payeeAccount() == null ? clue.account() : clue.payeeAccount();
    String from = clue.payeeAccount() == null ? null : clue.account();
    if (clue.person() != null) {
      Letter lost = new Letter.Lost(payee, clue.amountMinor(), clue.eventTime(), true);
      mail.add(Mail.to(EntityKey.person(clue.person()), clue.eventTime(), lost));
    } else if (payee != null) {
      EntityKey victim = victim(from, clue.phone());
      Taint.Claim claim = new Taint.Claim(null, from, clue.amountMinor(), clue.eventTime());
      mail.add(
          Mail.to(
              EntityKey.account(payee),
              clue.eventTime(),
              new Letter.Claimed(TraceRoom.id(payee, victim), victim, claim)));
    }
  }

  private static EntityKey victim(String account, String phone) {
    if (account != null) {
      return EntityKey.account(account);
    }
    return phone == null ? null : EntityKey.phone(phone);
  }

  private static void outcome(Outcome outcome, List<Mail> mail) {
    OptionalLong key = CaseIds.ownerKey(outcome.caseId());
    EntityKey owner =
        EntityKey.person(outcome.person() == null ? outcome.caseId() : outcome.person());
    String token = outcome.person();
    long room = key.orElse(owner.hash());
    mail.add(
        new Mail(
            room, EntityKind.PERSON, token, outcome.eventTime(), new Letter.OutcomeTold(outcome)));
    if (isVictim(outcome)) {
      Letter lost = new Letter.Lost(outcome.account(), null, outcome.eventTime(), true);
      mail.add(new Mail(room, EntityKind.PERSON, token, outcome.eventTime(), lost));
    }
  }

  private static boolean isVictim(Outcome outcome) {
    return outcome.conclusion() == Outcome.Conclusion.SCAM_ALREADY_PAID
        || outcome.conclusion() == Outcome.Conclusion.SCAM_STOPPED;
  }
}
