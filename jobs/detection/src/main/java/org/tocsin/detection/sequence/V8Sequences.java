package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.V8ShopParcelRefund;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in V8. */
final class V8Sequences {

  private V8Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    V8ShopParcelRefund row = new V8ShopParcelRefund(rules);
    Duration window = row.settings().window();
    Steps call = Steps.first(V8ShopParcelRefund.CALL, row.call());
    return List.of(
        NamedSequence.of(
            V8ShopParcelRefund.CALL_PAYMENT,
            row.id(),
            call.then(V8ShopParcelRefund.PAYMENT, row.payment()).within(window)),
        NamedSequence.of(
            V8ShopParcelRefund.CALL_FAILED,
            row.id(),
            call.then(V8ShopParcelRefund.FAILED, row.failed()).within(window)),
        NamedSequence.of(
            V8ShopParcelRefund.GATHERED,
            row.id(),
            Steps.first(V8ShopParcelRefund.OWN_MONEY, row.ownMoney())
                .then(V8ShopParcelRefund.PAYMENT, row.paymentOn())
                .within(window)));
  }
}
