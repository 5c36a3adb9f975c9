package org.tocsin.schemas;

/** What is wrong with a record, before it is known whose record it is. */
record Problem(ReasonCode code, String reason) {

  Reading.Refused refused(Legible legible) {
    return new Reading.Refused(code, reason, legible.source(), legible.eventId());
  }
}
