package org.tocsin.detection.sequence;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.pattern.V2LoanPassedOn;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in V2. */
final class V2Sequences {

  private V2Sequences() {}

  static List<NamedSequence> of(Rulebook rules) {
    V2LoanPassedOn row = new V2LoanPassedOn(rules);
    Duration window = row.settings().window();
    Steps callLoan =
        Steps.first(V2LoanPassedOn.CALL, row.call()).then(V2LoanPassedOn.LOAN, row.loan());
    Steps loanPayment =
        Steps.first(V2LoanPassedOn.LOAN, row.loan()).then(V2LoanPassedOn.PAYMENT, row.payment());
    return List.of(
        NamedSequence.of(V2LoanPassedOn.CALL_LOAN, row.id(), callLoan.within(window)),
        NamedSequence.of(
            V2LoanPassedOn.CALL_LOAN_PAYMENT,
            row.id(),
            callLoan.then(V2LoanPassedOn.PAYMENT, row.payment()).within(window)),
        NamedSequence.of(
            V2LoanPassedOn.LOANS,
            row.id(),
            Steps.first(V2LoanPassedOn.LOAN, row.loan())
                .then(V2LoanPassedOn.NEXT_LOAN, row.otherLender())
                .within(window)),
        NamedSequence.of(V2LoanPassedOn.LOAN_PAYMENT, row.id(), loanPayment.within(window)),
        NamedSequence.of(
            V2LoanPassedOn.LOAN_PAYMENT_LOAN,
            row.id(),
            loanPayment.then(V2LoanPassedOn.NEXT_LOAN, row.nextLoan()).within(window)));
  }
}
