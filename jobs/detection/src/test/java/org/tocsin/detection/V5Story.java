package org.tocsin.detection;

import java.util.List;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.warning.Warning;

/** How a fake loan begins, for the tests of V5. */
final class V5Story {

  private V5Story() {}

  static Story person() {
    return new Story()
        .owns("01-01 09:00", "lin", "card")
        .owns("01-01 09:00", "lin", "wallet")
        .hasPhone("01-01 09:00", "lin", "phone");
  }

  static Story called() {
    return person().ended("03-01 09:05", "c1", "lender", "phone", Origin.DOMESTIC, 4);
  }

  static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("V5");
  }
}
