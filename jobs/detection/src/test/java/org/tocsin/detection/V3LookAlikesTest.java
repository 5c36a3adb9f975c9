package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V3: what else is paid and comes back with a little more. */
class V3LookAlikesTest {

  private final Story story = new Story().owns("01-01 09:00", "anna", "card");

  private List<Grade> warned() {
    return new Chain().feed(story.inOrder()).warnings("V3").stream().map(Warning::grade).toList();
  }

  /** Eighty-eight for luck, and a hundred from somebody else at the table. */
  @ParameterizedTest
  @CsvSource({"88, 100", "188, 200", "166, 188", "6, 6.66", "8.88, 10", "5.20, 6"})
  void redPacketsAreNoTaskAndItsRebate(double sent, double received) {
    story
        .pays("03-01 19:22", "card", "nephew", sent)
        .pays("03-01 19:31", "aunt", "card", received)
        .pays("03-01 21:17", "card", "decorator", 4_061);

    assertThat(warned()).isEmpty();
  }

  /** It may still be how somebody was won over: two jumps, or a large one, are worth a text. */
  @Test
  void whatFollowsRedPacketsIsTextedWhenItIsLarge() {
    story
        .pays("03-01 19:36", "card", "nephew", 88)
        .pays("03-01 19:40", "aunt", "card", 100)
        .pays("03-02 10:35", "card", "builder", 47_400);

    assertThat(warned()).containsExactly(Grade.LOW);
  }

  /** Tasks are not set in such sums, or not all of them. */
  @Test
  void aTaskBesideARedPacketIsATask() {
    story
        .pays("03-01 19:00", "card", "nephew", 88)
        .pays("03-01 19:10", "aunt", "card", 100)
        .pays("03-01 20:00", "card", "m1", 108)
        .pays("03-01 20:20", "r1", "card", 113)
        .pays("03-01 22:00", "card", "m2", 3_000);

    assertThat(warned()).endsWith(Grade.MEDIUM);
  }
}
