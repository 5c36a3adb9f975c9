package org.tocsin.detection;

import java.util.List;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.warning.Warning;

/** Who is called by "the police", for the tests of V1. */
final class V1Story {

  private V1Story() {}

  static Story person() {
    return new Story().owns("01-01 09:00", "wang", "card").hasPhone("01-01 09:00", "wang", "phone");
  }

  static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("V1");
  }

  static Story stillOnThePhone() {
    return person().started("03-11 15:00", "c", "abroad", "phone", Origin.FOREIGN);
  }
}
