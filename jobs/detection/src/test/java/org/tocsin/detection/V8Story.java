package org.tocsin.detection;

import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.warning.Warning;

/** Who has bought something, for the tests of V8. */
final class V8Story {

  private V8Story() {}

  static Story chen() {
    return new Story().owns("01-01 09:00", "chen", "card").hasPhone("01-01 09:00", "chen", "phone");
  }

  /** Something was bought on the 8th of March. */
  static Story buyer() {
    return buys(chen(), "03-08 20:00");
  }

  static Story buys(Story story, String time) {
    return story.add(
        story
            .moving(time, "card", "shop", 129)
            .kind(Transaction.Kind.MERCHANT_PAYMENT)
            .payeeHolder(Holder.MERCHANT)
            .merchantCategory("5691")
            .build());
  }

  static Story own(Story story, String time, String from, String to, double yuan) {
    return story.add(
        story.moving(time, from, to, yuan).payerPerson("chen").payeePerson("chen").build());
  }

  static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("V8");
  }
}
