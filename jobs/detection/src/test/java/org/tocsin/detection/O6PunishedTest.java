package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** O6: a punished person applies for a card. */
class O6PunishedTest {

  private final Story story = new Story();

  private void punished(String time, String person, String until) {
    story.add(
        ClueBuilder.builder()
            .eventId("clue-" + time)
            .source("police")
            .eventTime(Story.at(time))
            .kind(Clue.Kind.PUNISHED_PERSON)
            .person(person)
            .until(until == null ? null : Story.at(until))
            .build());
  }

  private void applies(String time) {
    story.add(story.opening(time, Card.SIM, Step.APPLIED, "lender").build());
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("O6");
  }

  @Test
  void isRefusedANewCardAtTheApplication() {
    punished("01-01 00:00", "lender", null);
    applies("03-01 10:00");

    assertThat(warned())
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.tier()).isEqualTo(Tier.SMS);
              assertThat(w.subject()).isEqualTo("lender");
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.REFUSE_OPENING);
              assertThat(w.reason().zh()).contains("惩戒名单", "基本服务照常");
              assertThat(w.evidence()).hasSize(2);
            });
  }

  @ParameterizedTest
  @CsvSource({"03-01 10:00, 1", "03-01 09:59:59.999, 0"})
  void untilItIsOver(String until, int warnings) {
    punished("01-01 00:00", "lender", until);
    applies("03-01 10:00");

    assertThat(warned()).hasSize(warnings);
  }

  @ParameterizedTest
  @CsvSource({"03-02 10:00, 1", "03-02 10:01, 0"})
  void anApplicationThatIsPending(String listed, int warnings) {
    applies("03-01 10:00");
    punished(listed, "lender", null);

    assertThat(warned()).hasSize(warnings);
  }

  @Test
  void theLatestWordCounts() {
    punished("01-01 00:00", "lender", null);
    punished("02-01 00:00", "lender", "02-02 00:00");
    applies("03-01 10:00");

    for (long seed = 0; seed < 10; seed++) {
      // Whatever was said first, the pardon arrives before the application.
      List<org.tocsin.core.event.Event> order = new java.util.ArrayList<>(story.shuffled(seed));
      order.sort(java.util.Comparator.comparing(each -> each instanceof Clue ? 0 : 1));
      assertThat(new Chain().feed(order).warnings("O6")).isEmpty();
    }
  }

  @Test
  void anyOrderAndCopiesTellTheSame() {
    punished("01-01 00:00", "lender", null);
    story.add(story.last());
    applies("03-01 10:00");
    story.add(story.last());
    for (long seed = 0; seed < 20; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("O6"))
          .as("seed %d", seed)
          .hasSize(1);
    }
  }

  // What looks like it and is not.

  @Test
  void somebodyElseIsPunished() {
    punished("01-01 00:00", "namesake", null);
    applies("03-01 10:00");

    assertThat(warned()).isEmpty();
  }
}
