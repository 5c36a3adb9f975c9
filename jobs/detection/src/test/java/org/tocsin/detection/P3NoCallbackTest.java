package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.SimDay.answers;
import static org.tocsin.detection.SimDay.calls;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Warning;

/** P3: fifty calls in a day, and next to nobody calls back. */
class P3NoCallbackTest {

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("P3");
  }

  @ParameterizedTest
  @CsvSource({"49, 0", "50, 1"})
  void fiftyCallsFromAYoungSim(int callees, int warnings) {
    Story story = calls(new Story().hasPhone("03-01 09:00", "sun", "sim"), "03-20", callees);

    assertThat(warned(story))
        .hasSize(warnings)
        .allSatisfy(
            w -> {
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.REVERIFY_SIM);
              assertThat(w.reason().zh()).contains("呼出50次", "不足2%", "新开卡");
              assertThat(w.reason().en()).contains("50 calls", "less than 2%");
            });
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void lessThanTwoInAHundredOfFifty(int callers, int warnings) {
    Story story = new Story().hasPhone("03-01 09:00", "sun", "sim");

    assertThat(warned(calls(answers(story, "03-20", callers), "03-20", 50))).hasSize(warnings);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0"})
  void lessThanTwoInAHundredOfAHundred(int callers, int warnings) {
    // One of the first fifty would hide it there; it shows at fifty-one.
    Story story = new Story().hasPhone("03-01 09:00", "sun", "sim");

    assertThat(warned(calls(answers(story, "03-20", callers), "03-20", 100))).hasSize(warnings);
  }

  @Test
  void theDayRollsOverMidnightInAnyOrderAndOnce() {
    Story opened = new Story().hasPhone("03-01 09:00", "sun", "sim");
    Story story = new Story();
    for (int i = 0; i < 30; i++) {
      story.endedAfter(
          "03-05 23:%02d".formatted(20 + i), "a" + i, "sim", "x" + i, Origin.DOMESTIC, 20);
      story.endedAfter("03-06 00:%02d".formatted(i), "b" + i, "sim", "y" + i, Origin.DOMESTIC, 20);
    }
    for (long seed = 0; seed < 20; seed++) {
      assertThat(new Chain().feed(opened.events()).feed(story.shuffled(seed)).warnings("P3"))
          .as("seed %d", seed)
          .hasSize(1);
    }
  }

  // What looks like it and is not.

  @Test
  void aCallCentreWithAnOldLineIsWatchedOnly() {
    Story story = calls(new Story().hasPhone("01-01 09:00", "centre", "sim"), "03-20", 80);

    assertThat(warned(story)).hasSize(1).allMatch(Warning::watchOnly);
  }

  @Test
  void ridersAreCalledBack() {
    Story story = new Story().hasPhone("03-01 09:00", "rider", "sim");

    assertThat(warned(calls(answers(story, "03-20", 6), "03-20", 80))).isEmpty();
  }

  @Test
  void aTrustedLine() {
    Story story = new Story().hasPhone("03-01 09:00", "bank", "sim");
    story.clue("03-01 10:00", Clue.Kind.TRUSTED_PHONE, "sim", null);

    assertThat(warned(calls(story, "03-20", 80))).isEmpty();
  }
}
