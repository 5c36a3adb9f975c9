package org.tocsin.detection;

import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction.Kind;
import org.tocsin.core.warning.Warning;

/** How a fake investment begins, for the tests of V4. */
final class V4Story {

  private V4Story() {}

  static Story person() {
    return new Story()
        .owns("01-01 09:00", "wen", "card")
        .owns("01-01 09:00", "wen", "savings")
        .hasPhone("01-01 09:00", "wen", "phone");
  }

  /** ¥1,000 in, and withdrawn with a gain. */
  static Story hooked() {
    return person()
        .pays("03-01 10:00", "card", "platform-1", 1_000)
        .pays("03-04 16:00", "platform-2", "card", 1_080);
  }

  static Story redeems(Story story, String time, double yuan) {
    return story.add(
        story.moving(time, null, "savings", yuan).kind(Kind.DEPOSIT_REDEMPTION).build());
  }

  static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("V4");
  }

  static Story growth(Story story) {
    return story
        .pays("03-20 10:00", "card", "platform-3", 5_000)
        .pays("03-25 10:00", "card", "platform-4", 20_000);
  }

  static Story paysFirm(Story story, String time, String firm, Holder holder, double yuan) {
    return story.add(story.moving(time, "card", firm, yuan).payeeHolder(holder).build());
  }
}
