package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Clue;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** O8: an application during or after a call from a listed number (Renhuai, 27 May 2025). */
class O8VictimMadeMuleTest {

  private final Story story =
      new Story()
          .hasPhone("01-01 09:00", "wang", "phone")
          .clue("05-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null);

  private Story applies(String time) {
    return story.add(story.opening(time, Card.BANK, Step.APPLIED, "wang").build());
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("O8");
  }

  @Test
  void onThePhoneAtTheCounter() {
    story.started("05-27 10:00", "c", "fraud", "phone", Origin.DOMESTIC);
    applies("05-27 10:20");
    story.ended("05-27 10:50", "c", "fraud", "phone", Origin.DOMESTIC, 50);

    Warning warning = warned().get(0);

    assertThat(warned()).hasSize(1);
    assertThat(warning.eventTime()).isEqualTo(Story.at("05-27 10:20"));
    assertThat(warning.lane()).isEqualTo(Lane.OPENING);
    assertThat(warning.tier()).isEqualTo(Tier.SMS);
    assertThat(warning.subject()).isEqualTo("wang");
    assertThat(warning.advice())
        .extracting(Advice::kind)
        .containsExactly(Advice.Kind.TELLER_PROMPT);
    assertThat(warning.reason().zh()).contains("通话中", "劝阻");
    assertThat(warning.reason().en()).contains("during the call", "do not accuse");
  }

  @ParameterizedTest
  @CsvSource({"05-28 00:40, 1", "05-28 00:41, 0"})
  void withinAnHourAfterTheEndOverMidnight(String applied, int warnings) {
    story.ended("05-27 23:40", "c", "fraud", "phone", Origin.DOMESTIC, 20);
    applies(applied);

    assertThat(warned()).hasSize(warnings);
  }

  @Test
  void aNumberKnownForDaysIsNoBetter() {
    story.ended("05-24 10:00", "a", "fraud", "phone", Origin.DOMESTIC, 10);
    story.ended("05-27 10:00", "b", "fraud", "phone", Origin.DOMESTIC, 1);
    applies("05-27 10:30");

    assertThat(warned()).hasSize(1);
  }

  @Test
  void listedOnlyAfterTheCall() {
    Story late = new Story().hasPhone("01-01 09:00", "wang", "phone");
    late.ended("05-27 10:00", "b", "other", "phone", Origin.DOMESTIC, 10);
    late.clue("05-27 10:10", Clue.Kind.LISTED_PHONE, "other", null);
    late.add(late.opening("05-27 10:30", Card.SIM, Step.APPLIED, "wang").build());

    assertThat(new Chain().feed(late.inOrder()).warnings("O8")).hasSize(1);
  }

  @Test
  void anyOrderAndCopiesTellTheSame() {
    story.ended("05-27 10:00", "c", "fraud", "phone", Origin.DOMESTIC, 20);
    story.add(story.last());
    applies("05-27 10:30");
    story.add(story.last());
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("O8"))
          .as("seed %d", seed)
          .hasSize(1);
    }
  }

  // What looks like it and is not.

  @Test
  void anybodyElseCalls() {
    story.ended("05-27 10:00", "c", "school", "phone", Origin.DOMESTIC, 20);
    applies("05-27 10:30");

    assertThat(warned()).isEmpty();
  }

  @Test
  void aListedNumberThatRangInVain() {
    story.endedAfter("05-27 10:00", "c", "fraud", "phone", Origin.DOMESTIC, 0);
    applies("05-27 10:30");

    assertThat(warned()).isEmpty();
  }

  @Test
  void aListingThatIsOver() {
    story.add(
        org.tocsin.core.event.ClueBuilder.builder()
            .eventId("over")
            .source("police")
            .eventTime(Story.at("05-02 09:00"))
            .kind(Clue.Kind.LISTED_PHONE)
            .phone("fraud")
            .until(Story.at("05-20 09:00"))
            .build());
    story.ended("05-27 10:00", "c", "fraud", "phone", Origin.DOMESTIC, 20);
    applies("05-27 10:30");

    assertThat(warned()).isEmpty();
  }
}
