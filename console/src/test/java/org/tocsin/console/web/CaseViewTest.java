package org.tocsin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.console.web.CaseView.AdviceView;
import org.tocsin.console.web.CaseView.WarningView;

class CaseViewTest {

  /** They are offered to whoever writes down what was found about one of them. */
  @Test
  void payeesAreTheAccountsToBeStoppedEachOnce() {
    CaseView it =
        view(
            warning(advice("STOP_PAYMENT", "second"), advice("DELAY_PAYMENT", "own")),
            warning(
                advice("STOP_PAYMENT", "first"),
                advice("STOP_PAYMENT", "second"),
                advice("STOP_PAYMENT", null),
                advice("REVERIFY_SIM", "number")));

    assertThat(it.payees()).containsExactly("second", "first");
    assertThat(view().payees()).isEmpty();
  }

  private static CaseView view(WarningView... warnings) {
    return new CaseView(
        "case",
        "owner",
        "HIGH",
        "CALL",
        null,
        null,
        "VICTIM",
        "V1",
        null,
        null,
        null,
        null,
        null,
        false,
        List.of(),
        List.of(),
        List.of(warnings),
        List.of(),
        null,
        List.of());
  }

  private static WarningView warning(AdviceView... advice) {
    return new WarningView(
        1,
        "V1",
        List.of(),
        "HIGH",
        "CALL",
        80,
        null,
        null,
        null,
        null,
        "1",
        "PERSON",
        "owner",
        List.of(advice),
        null);
  }

  private static AdviceView advice(String kind, String about) {
    return new AdviceView(kind, about, null, "V1", "APPEAL", null, null);
  }
}
