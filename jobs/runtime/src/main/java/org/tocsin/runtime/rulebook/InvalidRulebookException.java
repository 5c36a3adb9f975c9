package org.tocsin.runtime.rulebook;

import java.util.List;

/** A rulebook that was refused whole; the message lists everything that is wrong with it. */
public final class InvalidRulebookException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidRulebookException(String name, List<String> problems) {
    super("%s is refused:\n  - %s".formatted(name, String.join("\n  - ", problems)));
    this.problems = List.copyOf(problems);
  }

  /** One line each. */
  public List<String> problems() {
    return problems;
  }
}
