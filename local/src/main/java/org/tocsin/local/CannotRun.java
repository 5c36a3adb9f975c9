package org.tocsin.local;

import java.nio.file.Path;
import org.tocsin.schemas.KafkaAccess;

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
   * @param config file that says what is presented to the brokers; null for nothing
   * @throws CannotRun when it cannot be used
   */
  public static KafkaAccess access(String bootstrap, Path config) {
    try {
      return KafkaAccess.of(bootstrap, config == null ? null : config.toString());
    } catch (IllegalArgumentException e) {
      throw new CannotRun(e.getMessage(), e);
    }
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
