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
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** P2: a SIM opened days ago calls many numbers. */
class P2NewSimBurstTest {

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("P2");
  }

  @ParameterizedTest
  @CsvSource({"9, 0", "10, 1", "14, 1"})
  void tenNumbersInADayAreWatched(int callees, int warnings) {
    Story story = calls(new Story().hasPhone("03-01 09:00", "sun", "sim"), "03-05", callees);

    assertThat(warned(story)).hasSize(warnings).allMatch(Warning::watchOnly);
  }

  @ParameterizedTest
  @CsvSource({"14, 0", "15, 1"})
  void fifteenNumbersInADayAreALead(int callees, int warnings) {
    Story story = calls(new Story().hasPhone("03-01 09:00", "sun", "sim"), "03-05", callees);

    assertThat(warned(story).stream().filter(w -> !w.watchOnly()))
        .hasSize(warnings)
        .allSatisfy(
            w -> {
              assertThat(w.lane()).isEqualTo(Lane.MULE);
              assertThat(w.tier()).isEqualTo(Tier.SMS);
              assertThat(w.subjectKind()).isEqualTo(SubjectKind.PHONE);
              assertThat(w.subject()).isEqualTo("sim");
              assertThat(w.person()).isEqualTo("sun");
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.REVERIFY_SIM);
              assertThat(w.advice().get(0).remedy()).isNotBlank();
              assertThat(w.reason().zh()).contains("不足10日", "15个不同号码", "10%");
            });
  }

  @ParameterizedTest
  @CsvSource({"02-23 09:08:20, 1", "02-23 09:08:19, 0"})
  void withinTenDaysOfTheOpening(String opened, int warnings) {
    // The tenth call begins at 09:08:20.
    Story story = calls(new Story().hasPhone(opened, "sun", "sim"), "03-05", 10);

    assertThat(warned(story)).hasSize(warnings);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 0"})
  void atMostOneCallReceivedForTenMade(int incoming, int warnings) {
    Story story = new Story().hasPhone("03-01 09:00", "sun", "sim");
    for (int i = 0; i < incoming; i++) {
      story.endedAfter("03-05 08:0" + i, "in" + i, "friend-" + i, "sim", Origin.LOCAL, 40);
    }

    assertThat(warned(calls(story, "03-05", 20))).hasSize(warnings);
  }

  @Test
  void theDayRollsOverMidnight() {
    Story story = new Story().hasPhone("03-01 09:00", "sun", "sim");
    for (int i = 0; i < 5; i++) {
      story.endedAfter("03-05 23:5" + i, "a" + i, "sim", "x" + i, Origin.DOMESTIC, 20);
      story.endedAfter("03-06 00:0" + i, "b" + i, "sim", "y" + i, Origin.DOMESTIC, 20);
    }

    assertThat(warned(story)).hasSize(1);
  }

  @Test
  void anyOrderAndCopies() {
    Story story = calls(new Story().hasPhone("03-01 09:00", "sun", "sim"), "03-05", 12);
    story.events().forEach(story::add);
    Story next = new Story().endedAfter("03-05 09:40", "next", "sim", "next", Origin.LOCAL, 40);
    for (long seed = 0; seed < 20; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).feed(next.events()).warnings("P2"))
          .as("seed %d", seed)
          .hasSize(1);
    }
  }

  // What looks like it and is not.

  @Test
  void aCouriersNewSimIsCalledBack() {
    Story story = new Story().hasPhone("03-01 09:00", "rider", "sim");

    assertThat(warned(calls(answers(story, "03-05", 8), "03-05", 40))).allMatch(Warning::watchOnly);
  }

  @Test
  void anOlderSimAndOneOfUnknownAge() {
    assertThat(warned(calls(new Story().hasPhone("01-01 09:00", "sun", "sim"), "03-05", 40)))
        .isEmpty();
    assertThat(warned(calls(new Story(), "03-05", 40))).isEmpty();
  }

  @Test
  void aTrustedLine() {
    Story story = new Story().hasPhone("03-01 09:00", "bank", "sim");
    story.clue("03-01 10:00", Clue.Kind.TRUSTED_PHONE, "sim", null);

    assertThat(warned(calls(story, "03-05", 40))).isEmpty();
  }
}
