package org.tocsin.console.intake;

import org.tocsin.console.store.IntakeStore;

/** Rows of outcomes, from the topic and from the desk's own form alike. */
final class Outcomes {

  private Outcomes() {}

  static IntakeStore.OutcomeRow row(Told told) {
    return new IntakeStore.OutcomeRow(
        told.text("source"),
        told.text("eventId"),
        told.textOrNull("caseId"),
        told.textOrNull("person"),
        told.time("eventTime"),
        told.textOrNull("officer"),
        told.json());
  }
}
