package org.tocsin.core.detect;

import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;

/** Where each message goes: the state key of it at each stage behind the profiles. */
public final class MessageKeys {

  private MessageKeys() {}

  /** The other side, so that what is known of it can be added. */
  public static long standing(Message message) {
    if (message instanceof Signal signal && signal.other() != null) {
      return signal.other().hash();
    } else if (message instanceof Message.StandingTold told) {
      return told.entity().hash();
    } else if (message instanceof Message.SimSeenTold told) {
      return told.place().hash();
    }
    return ownership(message);
  }

  /** The subject, so that its owner can be added. */
  public static long ownership(Message message) {
    if (message instanceof Signal signal) {
      return EntityKey.of(signal.subjectKind(), signal.subject()).hash();
    } else if (message instanceof Message.TieTold told) {
      return told.entity().hash();
    }
    return sequence(message);
  }

  /** The person, or the subject while no person is known. */
  public static long sequence(Message message) {
    if (message instanceof Signal signal) {
      return signal.person() != null
          ? EntityKey.person(signal.person()).hash()
          : EntityKey.of(signal.subjectKind(), signal.subject()).hash();
    } else if (message instanceof Message.OutcomeTold told) {
      Outcome outcome = told.outcome();
      return outcome.person() != null
          ? EntityKey.person(outcome.person()).hash()
          : Router.outcomeKey(outcome.caseId());
    } else if (message instanceof Message.PayeeKnownTold told) {
      return EntityKey.person(told.person()).hash();
    } else if (message instanceof Message.SegmentTold told) {
      return EntityKey.person(told.person()).hash();
    } else if (message instanceof Message.ReportTold told) {
      return EntityKey.person(told.person()).hash();
    } else if (message instanceof Message.TieEnded ended) {
      return EntityKey.person(ended.person()).hash();
    } else if (message instanceof Message.TieTold told) {
      return told.person() == null ? told.entity().hash() : EntityKey.person(told.person()).hash();
    }
    return ((Message.StandingTold) message).entity().hash();
  }
}
