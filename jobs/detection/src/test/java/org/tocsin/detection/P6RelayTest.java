package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Warning;

/** P6: forwarding switched on, and twenty strangers call. */
class P6RelayTest {

  private static Story strangers(Story story, String hour, int callers) {
    for (int i = 0; i < callers; i++) {
      story.endedAfter(
          hour + ":%02d".formatted(i), "in" + hour + i, "stranger-" + i, "phone", Origin.LOCAL, 20);
    }
    return story;
  }

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("P6");
  }

  @ParameterizedTest
  @CsvSource({"19, 0", "20, 1"})
  void twentyStrangersMakeARelay(int callers, int warnings) {
    Story story =
        new Story().hasPhone("01-01 09:00", "zhao", "phone").forwarding("03-05 10:00", "phone");

    assertThat(warned(strangers(story, "03-05 11", callers)))
        .hasSize(warnings)
        .allSatisfy(
            w -> {
              assertThat(w.lane()).isEqualTo(Lane.MULE);
              assertThat(w.subject()).isEqualTo("phone");
              assertThat(w.person()).isEqualTo("zhao");
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.REVERIFY_SIM);
              assertThat(w.reason().zh()).contains("20个陌生号码", "中转");
              assertThat(w.evidence()).hasSize(2);
            });
  }

  @ParameterizedTest
  @CsvSource({"20, 1", "19, 0"})
  void withinADayOverMidnight(int minute, int warnings) {
    // Twenty calls begin from 10:00:40 to 10:19:40 of the next day.
    Story story = new Story().forwarding("03-05 10:%02d".formatted(minute), "phone");
    for (int i = 1; i <= 20; i++) {
      story.endedAfter(
          "03-06 10:%02d".formatted(i), "in" + i, "stranger-" + i, "phone", Origin.LOCAL, 20);
    }

    assertThat(warned(story)).hasSize(warnings);
  }

  @Test
  void whoWasTalkedIntoItIsTheOneDeceived() {
    Story story = new Story().hasPhone("01-01 09:00", "zhao", "phone");
    story.ended("03-05 09:30", "c", "officer", "phone", Origin.VOIP, 15);
    strangers(story.forwarding("03-05 10:00", "phone"), "03-05 11", 20);

    assertThat(warned(story))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.lane()).isEqualTo(Lane.VICTIM);
              assertThat(w.reason().zh()).contains("被诱导");
            });
  }

  @Test
  void anyOrderAndCopies() {
    Story story = strangers(new Story().forwarding("03-05 10:00", "phone"), "03-05 11", 22);
    story.events().forEach(story::add);
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("P6"))
          .as("seed %d", seed)
          .hasSize(1);
    }
  }

  // What looks like it and is not.

  @Test
  void customersOfAShopThatForwardsItsLineInTheEvening() {
    Story story = strangers(new Story(), "03-04 11", 30);
    strangers(story.forwarding("03-05 10:00", "phone"), "03-05 11", 30);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void manyCallsOfFew() {
    Story story = new Story().forwarding("03-05 10:00", "phone");
    for (int i = 0; i < 60; i++) {
      story.endedAfter(
          "03-05 11:%02d".formatted(i), "in" + i, "stranger-" + i % 12, "phone", Origin.LOCAL, 20);
    }

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void forwardingSwitchedOffBeforeTheyCall() {
    Story story = new Story().forwarding("03-05 10:00", "phone");
    story.add(
        org.tocsin.core.event.CallBuilder.builder()
            .eventId("off")
            .source("carrier-1")
            .eventTime(Story.at("03-05 10:30"))
            .kind(org.tocsin.core.event.Call.Kind.FORWARDING_OFF)
            .caller("phone")
            .build());

    assertThat(warned(strangers(story, "03-05 11", 30))).isEmpty();
  }

  @Test
  void strangersWhoCallAPhoneThatForwardsNothing() {
    assertThat(warned(strangers(new Story(), "03-05 11", 40))).isEmpty();
  }
}
