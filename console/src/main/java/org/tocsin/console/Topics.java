package org.tocsin.console;

import java.util.List;

/** The topics the desk reads, by their names in the contract. */
public final class Topics {

  public static final String WARNINGS = "warnings.v1";
  public static final String CASES = "cases.v1";
  public static final String TASKS = "dissuasion.tasks.v1";
  public static final String ADVICE = "advice.v1";
  public static final String REJECTED = "rejected.v1";

  public static final String LINKS = "links.v1";

  /** Inside the centre: why there was no warning. */
  public static final String NOT_WARNED = "not-warned.v1";

  /** Inside the centre: what the rule breaker holds back, and outcomes no case can use. */
  public static final String QUEUE = "dissuasion.queue.v1";

  /** Read back as well: other centres and banks send outcomes too. */
  public static final String OUTCOMES = "dissuasion.outcomes.v1";

  public static final List<String> READ =
      List.of(WARNINGS, CASES, TASKS, ADVICE, REJECTED, OUTCOMES, LINKS, NOT_WARNED, QUEUE);

  private Topics() {}
}
