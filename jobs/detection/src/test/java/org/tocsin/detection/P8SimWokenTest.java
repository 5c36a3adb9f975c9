package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.SimDay.answers;
import static org.tocsin.detection.SimDay.calls;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Warning;

/** P8: silent for sixty days, then thirty calls in a day. */
class P8SimWokenTest {

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("P8");
  }

  private static Story spoken(String time) {
    return new Story().endedAfter(time, "old", "sim", "friend", Origin.LOCAL, 60);
  }

  @ParameterizedTest
  @CsvSource({"29, 0", "30, 1"})
  void thirtyCallsAfterASilence(int callees, int warnings) {
    assertThat(warned(calls(spoken("01-01 10:00"), "03-20", callees)))
        .hasSize(warnings)
        .allSatisfy(
            w -> {
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.REVERIFY_SIM);
              assertThat(w.reason().zh()).contains("静默60日", "呼出30次");
              assertThat(w.reason().en()).contains("60 days", "30 calls");
            });
  }

  @ParameterizedTest
  @CsvSource({"01-19 08:59:20, 1", "01-19 08:59:21, 0"})
  void ofSixtyDays(String last, int warnings) {
    // Calls begin 60 s and 40 s before they end; the first of the burst at 08:59:20 of 20 March.
    Story story = new Story().endedAfter(last, "old", "sim", "friend", Origin.LOCAL, 0);

    assertThat(warned(calls(story, "03-20", 30))).hasSize(warnings);
  }

  @ParameterizedTest
  @CsvSource({"03-26, 1", "03-28, 0"})
  void withinAWeekOfTheFirstCall(String day, int warnings) {
    Story story =
        spoken("01-01 10:00").endedAfter("03-20 10:00", "test", "sim", "a", Origin.LOCAL, 5);

    assertThat(warned(calls(story, day, 30))).hasSize(warnings);
  }

  @Test
  void aSimKnownOnlyToHaveBeenOpenSoLongIsWatched() {
    assertThat(warned(calls(new Story().hasPhone("01-01 09:00", "sun", "sim"), "03-20", 30)))
        .hasSize(1)
        .allMatch(Warning::watchOnly);
  }

  /** When a centre begins to read, nobody's SIM has been seen to call, however old it is. */
  @ParameterizedTest
  @CsvSource({"2025-09-22, 1", "2025-09-20, 0"})
  void ofAnOldSimNothingIsKnown(LocalDate opened, int warnings) {
    Story story = new Story();
    long at = opened.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant().toEpochMilli();
    story.add(
        story
            .opening("01-01 09:00", CardOpening.Card.SIM, CardOpening.Step.OPENED, "sun")
            .phone("sim")
            .eventTime(at)
            .build());

    assertThat(warned(calls(story, "03-20", 30))).hasSize(warnings);
  }

  @Test
  void callsInAnyOrderAfterTheOldOne() {
    Story burst = calls(new Story(), "03-20", 40);
    for (long seed = 0; seed < 20; seed++) {
      Chain chain = new Chain().feed(spoken("01-01 10:00").events()).feed(burst.shuffled(seed));
      assertThat(chain.warnings("P8")).as("seed %d", seed).hasSize(1);
    }
  }

  // What looks like it and is not.

  @Test
  void neverSeenIsNotDormant() {
    assertThat(warned(calls(new Story(), "03-20", 60))).isEmpty();
  }

  @Test
  void aCallReceivedMeanwhileIsASignOfLife() {
    Story story =
        spoken("01-01 10:00").endedAfter("02-01 10:00", "in", "friend", "sim", Origin.LOCAL, 0);

    assertThat(warned(calls(story, "03-20", 60))).isEmpty();
  }

  @Test
  void anOldCardGivenToACourierIsWatchedOnly() {
    Story story = answers(spoken("01-01 10:00"), "03-20", 9);

    assertThat(warned(calls(story, "03-20", 60))).allMatch(Warning::watchOnly);
  }
}
