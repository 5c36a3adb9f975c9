package org.tocsin.core.gate;

import org.tocsin.core.event.Outcome;
import org.tocsin.core.warning.Warning;

/**
 * The operator's word about what is held back. It comes as an outcome with a key in the checklist,
 * about one case or, with {@code pattern:} before its id, about all that is held of a pattern.
 */
public final class Operator {

  /** Key in an outcome's checklist: RELEASE or DROP. */
  public static final String KEY = "held";

  public static final String RELEASE = "RELEASE";
  public static final String DROP = "DROP";

  /** Before a pattern's id, in the place of a case id. */
  public static final String PATTERN = "pattern:";

  private Operator() {}

  static boolean speaks(Outcome outcome) {
    return outcome.checklist().containsKey(KEY);
  }

  static boolean aboutPattern(Outcome outcome) {
    return outcome.caseId() != null && outcome.caseId().startsWith(PATTERN);
  }

  static boolean means(Outcome outcome, Warning warning) {
    if (outcome.caseId() == null) {
      return warning.caseOwner().equals(outcome.person());
    }
    return aboutPattern(outcome)
        ? warning.pattern().equals(outcome.caseId().substring(PATTERN.length()))
        : warning.caseId().equals(outcome.caseId());
  }
}
