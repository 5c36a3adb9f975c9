package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.CardOpening.AccountClass;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** O2: more than five SIMs with one operator, more than one class-I account in one bank. */
class O2OverQuotaTest {

  private final Story story = new Story();

  private CardOpeningBuilder sim(String time, Step step, String phone) {
    return story.opening(time, Card.SIM, step, "holder").source("carrier-1").phone(phone);
  }

  private CardOpeningBuilder full(String time, Step step, String bank, String account) {
    return story
        .opening(time, Card.BANK, step, "holder")
        .source(bank)
        .account(account)
        .accountClass(AccountClass.I);
  }

  private void holds(int sims) {
    for (int i = 0; i < sims; i++) {
      story.add(sim("01-0" + (i + 1) + " 10:00", Step.OPENED, "sim-" + i).build());
    }
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("O2");
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "5, 1"})
  void theSixthSimIsRefusedAtTheApplication(int held, int warnings) {
    holds(held);
    story.add(sim("03-01 10:00", Step.APPLIED, null).build());

    assertThat(warned())
        .hasSize(warnings)
        .allSatisfy(
            w -> {
              assertThat(w.tier()).isEqualTo(Tier.SMS);
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.REFUSE_OPENING);
              assertThat(w.advice().get(0).remedy()).isNotBlank();
              assertThat(w.reason().zh()).contains("第6张电话卡", "超过5张");
              assertThat(w.reason().en()).contains("number 6", "allows 5");
              assertThat(w.evidence()).hasSize(6);
            });
  }

  @Test
  void theSecondFullAccountInABank() {
    story.add(full("01-01 10:00", Step.OPENED, "bank-1", "a").build());
    story.add(full("03-01 10:00", Step.APPLIED, "bank-1", null).build());
    story.add(full("03-01 10:20", Step.OPENED, "bank-1", "b").build());

    assertThat(warned()).singleElement().satisfies(w -> assertThat(w.evidence()).hasSize(2));
  }

  @Test
  void anApplicationThatDoesNotSayItsClassIsJudgedAtTheOpening() {
    story.add(full("01-01 10:00", Step.OPENED, "bank-1", "a").build());
    story.add(full("03-01 10:00", Step.APPLIED, "bank-1", null).accountClass(null).build());
    story.add(full("03-01 10:20", Step.OPENED, "bank-1", "b").build());

    assertThat(warned())
        .singleElement()
        .satisfies(w -> assertThat(w.eventTime()).isEqualTo(Story.at("03-01 10:20")));
  }

  @Test
  void anOpeningNobodyAppliedForIsLookedAt() {
    holds(6);

    assertThat(warned())
        .singleElement()
        .satisfies(w -> assertThat(w.advice().get(0).kind()).isEqualTo(Advice.Kind.REVERIFY_SIM));
  }

  @Test
  void anyOrderAndCopiesTellTheSame() {
    story.add(full("03-01 10:00", Step.OPENED, "bank-1", "a").build());
    story.add(full("03-03 10:00", Step.APPLIED, "bank-1", null).build());
    story.add(story.last());
    for (long seed = 0; seed < 20; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("O2"))
          .as("seed %d", seed)
          .hasSize(1);
    }
  }

  // What looks like it and is not.

  @Test
  void aLostCardIsClosedBeforeTheNewOne() {
    story.add(full("01-01 10:00", Step.OPENED, "bank-1", "a").build());
    story.add(full("03-01 10:00", Step.CLOSED, "bank-1", "a").build());
    story.add(full("03-01 10:10", Step.APPLIED, "bank-1", null).build());

    assertThat(warned()).isEmpty();
  }

  @Test
  void oneFullAccountInEachOfTwoBanksAndASmallOneBesideIt() {
    story.add(full("01-01 10:00", Step.OPENED, "bank-1", "a").build());
    story.add(full("03-01 10:00", Step.APPLIED, "bank-2", null).build());
    story.add(
        full("03-02 10:00", Step.APPLIED, "bank-1", null).accountClass(AccountClass.II).build());

    assertThat(warned()).isEmpty();
  }

  @Test
  void aNumberReissuedIsNoNewOne() {
    holds(5);
    story.add(sim("03-01 10:00", Step.OPENED, "sim-2").build());

    assertThat(warned()).isEmpty();
  }
}
