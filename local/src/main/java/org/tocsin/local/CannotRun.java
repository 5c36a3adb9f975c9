package org.tocsin.local;

/**
 * A command cannot do what was asked, and the person at the terminal can change that. The message
 * is one clear sentence; the program prints it alone and ends with status 2.
 */
public final class CannotRun extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotRun(String sentence) {
    super(sentence);
  }

  public CannotRun(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /**
   * @throws CannotRun with the sentence when it does not hold
   */
  public static void unless(boolean holds, String sentence) {
    if (!holds) {
      throw new CannotRun(sentence);
    }
  }
}
