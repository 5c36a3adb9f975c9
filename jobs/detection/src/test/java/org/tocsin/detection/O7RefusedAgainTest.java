package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** O7: refused twice, and applies again within a day. */
class O7RefusedAgainTest {

  private final Story story = new Story();

  private Story record(String time, Step step, String bank) {
    return story.add(story.opening(time, Card.BANK, step, "asker").source(bank).build());
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("O7");
  }

  @ParameterizedTest
  @CsvSource({"03-02 22:05, 1", "03-02 22:06, 0"})
  void isToldAtTheNextApplicationWithinADay(String again, int warnings) {
    record("03-01 22:00", Step.APPLIED, "bank-1");
    record("03-01 22:05", Step.REFUSED, "bank-1");
    record("03-02 09:05", Step.REFUSED, "bank-2");
    record(again, Step.APPLIED, "bank-1");

    assertThat(warned())
        .hasSize(warnings)
        .allSatisfy(
            w -> {
              assertThat(w.tier()).isEqualTo(Tier.SMS);
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.TELLER_PROMPT);
              assertThat(w.reason().zh()).contains("24小时内已被拒2次");
              assertThat(w.reason().en()).contains("Refused twice within 24 h");
              assertThat(w.evidence()).hasSize(3);
            });
  }

  @Test
  void anyOrderAndCopiesTellTheSame() {
    record("03-01 10:00", Step.REFUSED, "bank-1");
    record("03-01 11:00", Step.REFUSED, "bank-2");
    record("03-01 12:00", Step.APPLIED, "bank-3");
    story.add(story.last());
    for (long seed = 0; seed < 20; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("O7"))
          .as("seed %d", seed)
          .hasSize(1);
    }
  }

  // What looks like it and is not.

  @Test
  void papersLeftAtHome() {
    record("03-01 10:00", Step.APPLIED, "bank-1");
    record("03-01 10:05", Step.REFUSED, "bank-1");
    record("03-01 14:00", Step.APPLIED, "bank-1");

    assertThat(warned()).isEmpty();
  }

  @Test
  void oneRecordSentTwice() {
    record("03-01 10:05", Step.REFUSED, "bank-1");
    story.add(story.last());
    record("03-01 14:00", Step.APPLIED, "bank-1");

    assertThat(warned()).isEmpty();
  }
}
