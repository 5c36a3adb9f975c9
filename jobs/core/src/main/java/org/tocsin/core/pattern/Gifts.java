package org.tocsin.core.pattern;

import java.util.regex.Pattern;
import org.tocsin.core.signal.Signal;

/**
 * Sums of red packets (红包): at festivals whole families send and receive them within minutes, ¥88
 * here, ¥100 there, which looks like a task and its rebate. Tasks are set as 100, 108 or 1,000 and
 * rebated with a percentage.
 */
final class Gifts {

  /**
   * Of sixes, eights and nines, before which there may be one more digit (188, 66, 6.66); 520 and
   * 1,314, which sound like vows. Zeros at the end do not matter.
   */
  private static final Pattern LUCKY = Pattern.compile("([689]{2,}|[1-9][689]{2}|52|1314)0*");

  private static final Pattern ROUND = Pattern.compile("[1-9]0+");

  private Gifts() {}

  /** Both are sums that people give, and one at least is given for luck. */
  static boolean are(Signal one, Signal other) {
    String first = String.valueOf(one.amountMinor());
    String second = String.valueOf(other.amountMinor());
    boolean lucky = LUCKY.matcher(first).matches() || LUCKY.matcher(second).matches();
    return lucky && isGiven(first) && isGiven(second);
  }

  private static boolean isGiven(String minor) {
    return LUCKY.matcher(minor).matches() || ROUND.matcher(minor).matches();
  }
}
