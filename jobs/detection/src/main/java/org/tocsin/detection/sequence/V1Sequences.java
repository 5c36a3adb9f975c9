package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.V1Impersonation;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in V1. */
final class V1Sequences {

  private V1Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    V1Impersonation row = new V1Impersonation(rules);
    Duration window = row.settings().window();
    Steps call = Steps.first(V1Impersonation.CALL, row.call());
    Steps handover = call.then(V1Impersonation.SECOND, row.second());
    return List.of(
        NamedSequence.of(
            V1Impersonation.CALL_PAYMENT,
            row.id(),
            call.then(V1Impersonation.PAYMENT, row.payment()).within(window)),
        NamedSequence.of(
            V1Impersonation.HANDOVER_PAYMENT,
            row.id(),
            handover.then(V1Impersonation.PAYMENT, row.payment()).within(window)),
        NamedSequence.of(
            V1Impersonation.CALL_ISOLATED,
            row.id(),
            call.then(V1Impersonation.SIGN, row.sign()).within(window)),
        NamedSequence.of(
            V1Impersonation.HANDOVER_ISOLATED,
            row.id(),
            handover.then(V1Impersonation.SIGN, row.sign()).within(window)),
        NamedSequence.of(
            V1Impersonation.ISOLATED_CALL,
            row.id(),
            Steps.first(V1Impersonation.SIGN, row.sign())
                .then(V1Impersonation.CALL, row.call())
                .within(window)),
        NamedSequence.of(
            V1Impersonation.GATHERED,
            row.id(),
            Steps.first(V1Impersonation.OWN_MONEY, row.ownMoney())
                .then(V1Impersonation.PAYMENT, row.payment())
                .within(window)),
        NamedSequence.of(V1Impersonation.HANDOVER, row.id(), handover.within(window)),
        NamedSequence.of(
            V1Impersonation.GATHERING,
            row.id(),
            Steps.first(V1Impersonation.OWN_MONEY, row.ownMoney()).within(window)));
  }
}
