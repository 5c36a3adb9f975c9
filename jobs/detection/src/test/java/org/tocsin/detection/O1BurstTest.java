package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** O1: applications at three institutions in a week, or two SIMs and a bank card in a day. */
class O1BurstTest {

  private final Story story = new Story();

  private CardOpeningBuilder applies(String time, Card card, String institution) {
    return story.opening(time, card, Step.APPLIED, "runner").source(institution);
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("O1");
  }

  @Test
  void theThirdInstitutionIsToldAtTheApplication() {
    story
        .add(applies("03-01 10:00", Card.BANK, "bank-1").build())
        .add(applies("03-03 10:00", Card.BANK, "bank-2").build())
        .add(
            applies("03-05 10:00", Card.SIM, "carrier-1")
                .eventId("third")
                .region("370602")
                .build());

    Warning warning = warned().get(0);

    assertThat(warned()).hasSize(1);
    assertThat(warning.lane()).isEqualTo(Lane.OPENING);
    assertThat(warning.tier()).isEqualTo(Tier.SMS);
    assertThat(warning.subjectKind()).isEqualTo(SubjectKind.PERSON);
    assertThat(warning.subject()).isEqualTo("runner");
    assertThat(warning.region()).isEqualTo("370602");
    assertThat(warning.advice())
        .extracting(Advice::kind)
        .containsExactly(Advice.Kind.TELLER_PROMPT);
    assertThat(warning.advice().get(0).person()).isEqualTo("runner");
    assertThat(warning.advice().get(0).remedy()).isNotBlank();
    assertThat(warning.reason().zh()).contains("7日内在3家机构");
    assertThat(warning.reason().en()).contains("Within 7 days", "3 institutions");
    assertThat(warning.evidence())
        .hasSize(3)
        .last()
        .extracting(e -> e.eventId())
        .isEqualTo("third");
  }

  @ParameterizedTest
  @CsvSource({"03-08 10:00, 1", "03-08 10:01, 0"})
  void withinSevenDays(String third, int warnings) {
    story
        .add(applies("03-01 10:00", Card.BANK, "bank-1").build())
        .add(applies("03-02 10:00", Card.BANK, "bank-2").build())
        .add(applies(third, Card.BANK, "bank-3").build());

    assertThat(warned()).hasSize(warnings);
  }

  @ParameterizedTest
  @CsvSource({"03-02 23:30, 1", "03-02 23:31, 0"})
  void twoSimsAndABankCardInADayOverMidnight(String third, int warnings) {
    story
        .add(applies("03-01 23:30", Card.SIM, "carrier-1").build())
        .add(applies("03-02 00:10", Card.BANK, "bank-1").build())
        .add(applies(third, Card.SIM, "carrier-1").build());

    assertThat(warned()).hasSize(warnings);
  }

  @Test
  void openingsWithoutApplicationsCountAndAreLookedAtInstead() {
    story
        .add(applies("03-01 10:00", Card.BANK, "bank-1").step(Step.OPENED).account("a").build())
        .add(applies("03-01 11:00", Card.BANK, "bank-2").step(Step.OPENED).account("b").build())
        .add(applies("03-01 12:00", Card.SIM, "carrier").step(Step.OPENED).phone("sim").build());

    assertThat(warned())
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.advice()).singleElement().extracting(Advice::phone).isEqualTo("sim");
              assertThat(w.advice().get(0).kind()).isEqualTo(Advice.Kind.REVERIFY_SIM);
            });
  }

  @Test
  void comingFromElsewhereOnlyWeighs() {
    for (int i = 1; i <= 3; i++) {
      story.add(
          applies("03-01 1" + i + ":00", Card.BANK, "bank-" + i)
              .region("370602")
              .homeRegion("510100")
              .build());
    }
    Story local = new Story();
    for (int i = 1; i <= 3; i++) {
      local.add(
          applies("03-01 1" + i + ":00", Card.BANK, "bank-" + i)
              .region("370602")
              .homeRegion("370100")
              .build());
    }

    Warning away = warned().get(0);
    Warning home = new Chain().feed(local.inOrder()).warnings("O1").get(0);

    assertThat(away.tier()).isEqualTo(home.tier());
    assertThat(away.score()).isEqualTo(home.score() + 10);
  }

  @Test
  void whoHasHadACardHereForLongIsNotFromElsewhere() {
    story.add(
        applies("01-01 10:00", Card.BANK, "bank-9")
            .step(Step.OPENED)
            .account("old")
            .region("370000")
            .build());
    for (int i = 1; i <= 3; i++) {
      story.add(
          applies("03-01 1" + i + ":00", Card.BANK, "bank-" + i)
              .region("370602")
              .homeRegion("510100")
              .build());
    }

    assertThat(warned().get(0).reason().zh()).doesNotContain("户籍");
  }

  @Test
  void anyOrderAndCopiesTellTheSame() {
    for (int i = 1; i <= 3; i++) {
      story.add(applies("03-0" + i + " 10:00", Card.BANK, "bank-" + i).build());
      story.add(story.last());
    }
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("O1"))
          .as("seed %d", seed)
          .singleElement()
          .satisfies(w -> assertThat(w.evidence()).hasSize(3));
    }
  }

  // What looks like it and is not.

  @Test
  void aNewcomerNeedsOneSimAndOneBankCard() {
    for (Step step : List.of(Step.APPLIED, Step.OPENED)) {
      story.add(applies("03-01 10:00", Card.SIM, "carrier-1").step(step).phone("sim").build());
      story.add(applies("03-01 15:00", Card.BANK, "bank-1").step(step).account("a").build());
    }

    assertThat(warned()).isEmpty();
  }

  @Test
  void papersForgottenAndFetchedIsOneSim() {
    story
        .add(applies("03-01 10:00", Card.SIM, "carrier-1").build())
        .add(applies("03-01 10:05", Card.SIM, "carrier-1").step(Step.REFUSED).build())
        .add(applies("03-01 11:00", Card.SIM, "carrier-1").build())
        .add(applies("03-01 12:00", Card.BANK, "bank-1").build());

    assertThat(warned()).isEmpty();
  }

  @Test
  void freshmenAtTheirSchoolsBatch() {
    story
        .add(applies("09-01 10:00", Card.SIM, "carrier-1").organiser("school").build())
        .add(applies("09-01 10:00", Card.SIM, "carrier-2").organiser("school").build())
        .add(applies("09-01 11:00", Card.BANK, "bank-1").organiser("school").build());

    assertThat(warned()).isEmpty();
  }
}
