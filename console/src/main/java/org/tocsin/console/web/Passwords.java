package org.tocsin.console.web;

import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.tocsin.console.ConsoleSettings;

/** Hashes of passwords with bcrypt. */
public final class Passwords {

  /** 2^12 rounds: some 0.3 s on the machines at hand, for each guess of an attacker too. */
  private static final int COST = 12;

  /** bcrypt reads no further. */
  private static final int BYTES_MAX = 72;

  /** Compared with when there is no such user, so that the answer takes as long. */
  private static final String NOBODY = BCrypt.hashpw("nobody", BCrypt.gensalt(COST));

  private Passwords() {}

  public static String hash(String password) {
    return BCrypt.hashpw(password, BCrypt.gensalt(COST));
  }

  /**
   * @param hash null when there is no such user; the answer is false then, after the same time
   */
  public static boolean matches(String password, String hash) {
    boolean right = fits(password) && BCrypt.checkpw(password, hash == null ? NOBODY : hash);
    return right && hash != null;
  }

  public static boolean acceptable(String password) {
    return password != null
        && password.length() >= ConsoleSettings.PASSWORD_LENGTH_MIN
        && fits(password);
  }

  private static boolean fits(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX;
  }
}
