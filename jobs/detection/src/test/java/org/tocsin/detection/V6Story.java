package org.tocsin.detection;

import java.util.List;
import org.tocsin.core.event.Event;
import org.tocsin.core.warning.Warning;

/** What somebody has paid before, for the tests of V6. */
final class V6Story {

  private V6Story() {}

  /** Anna has paid ten times in these months, nine times little and once 5,000. */
  static Story anna() {
    return anna(9, 5_000);
  }

  static Story anna(int small, double largest) {
    Story story =
        new Story().owns("01-01 09:00", "anna", "card").hasPhone("01-01 09:00", "anna", "phone");
    for (int i = 0; i < small; i++) {
      story.pays("02-%02d 12:00".formatted(1 + i), "card", "shop-" + i, 80 + i, 50_000);
    }
    return largest > 0 ? story.pays("02-20 12:00", "card", "landlord", largest, 50_000) : story;
  }

  static List<Warning> warned(Story story) {
    return warned(story.inOrder());
  }

  static List<Warning> warned(List<? extends Event> events) {
    return new Chain().feed(events).warnings("V6");
  }
}
