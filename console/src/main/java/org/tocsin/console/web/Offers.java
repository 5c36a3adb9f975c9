package org.tocsin.console.web;

import java.util.List;
import org.tocsin.console.store.CaseFile;

/**
 * Hand-overs as the life of a case tells them: {@code HAND_OVER_OFFERED:CALL A > B}, then accepted,
 * refused or lapsed.
 */
final class Offers {

  static final String PREFIX = "HAND_OVER_";
  private static final String OFFERED = PREFIX + "OFFERED:";
  private static final String TO = " > ";

  private Offers() {}

  /** The unit a task of this kind is offered to at the moment; null if none. */
  static String of(List<CaseFile.Change> changes, String kind) {
    String offeredTo = null;
    for (CaseFile.Change change : changes) {
      String because = change.because();
      int kindAt = because.indexOf(':') + 1;
      if (because.startsWith(PREFIX) && because.startsWith(kind + " ", kindAt)) {
        int to = because.lastIndexOf(TO);
        boolean offered = because.startsWith(OFFERED) && to > 0;
        offeredTo = offered ? because.substring(to + TO.length()) : null;
      }
    }
    return offeredTo;
  }
}
