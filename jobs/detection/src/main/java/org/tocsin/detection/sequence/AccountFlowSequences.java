package org.tocsin.detection.sequence;

import java.util.List;
import org.tocsin.core.pattern.AccountRow;
import org.tocsin.runtime.sequence.NamedSequence;

/** What comes after what in the rows that are a flow of money through one account. */
final class AccountFlowSequences {

  private AccountFlowSequences() {}

  static List<NamedSequence> of(AccountRow row) {
    return List.of(
        NamedSequence.of(
            row.shown(), row.id(), Steps.first(AccountRow.SHOWN, row.flow()).within(row.window())),
        NamedSequence.of(
            row.andMore(),
            row.id(),
            Steps.first(AccountRow.SHOWN, row.strangersFlow())
                .then(AccountRow.INCOME, row.income())
                .within(row.window())));
  }
}
