package org.tocsin.detection;

import java.util.List;
import org.tocsin.core.warning.Warning;

/** Who is set tasks, for the tests of V3. */
final class V3Story {

  private V3Story() {}

  static Story person() {
    return new Story()
        .owns("01-01 09:00", "anna", "card")
        .owns("01-01 09:00", "anna", "wallet")
        .hasPhone("01-01 09:00", "anna", "phone");
  }

  static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("V3");
  }
}
