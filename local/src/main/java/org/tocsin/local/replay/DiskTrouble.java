package org.tocsin.local.replay;

import java.util.List;
import java.util.Locale;

/**
 * What a disk says when it takes no more. Flink wraps it many times over and, between its parts,
 * keeps only the text; so the text is what is looked for.
 */
final class DiskTrouble {

  static final String FULL = "no space left on device";

  /** Of strerror(3): ENOSPC, EDQUOT, EROFS, EIO. */
  private static final List<String> SAID =
      List.of(FULL, "disk quota exceeded", "read-only file system", "input/output error");

  private static final int DEPTH_MAX = 50;

  private DiskTrouble() {}

  /**
   * @return what the disk said, or null when the failure is another
   */
  static String in(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      for (String each : SAID) {
        if (message.contains(each)) {
          return each;
        }
      }
      cause = cause.getCause();
    }
    return null;
  }
}
