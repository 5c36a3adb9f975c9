package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.core.warning.Grade;

/** V3: a small payment, a little more back, then leaps. */
class V3TaskRebateTest {

  private static Story person() {
    return new Story().owns("01-01 09:00", "anna", "card").owns("01-01 09:00", "anna", "wallet");
  }

  @Test
  void thePersonWhoPaid108AndGot113BackIsTextedThenCalledThenVisited() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 108)
            .pays("03-01 10:20", "r1", "card", 113)
            .pays("03-01 14:00", "card", "m2", 3_000)
            .pays("03-01 15:00", "wallet", "m3", 30_000, 12);
    Chain chain = new Chain().feed(story.inOrder());
    assertThat(chain.warnings("V3"))
        .extracting(w -> w.grade())
        .containsExactly(Grade.LOW, Grade.MEDIUM, Grade.HIGH);
    assertThat(chain.warnings()).allMatch(w -> w.subject().equals("anna"));
  }
}
