package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** O4: three persons who belong together at one outlet within half an hour; O9 suppresses it. */
class O4GroupTest {

  private final Story story = new Story();

  private CardOpeningBuilder applies(String time, String person) {
    return story
        .opening(time, Card.BANK, Step.APPLIED, person)
        .outlet("branch")
        .region("370602")
        .homeRegion("370102");
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("O4");
  }

  @Test
  void eachOfAGroupWithOneCompanionIsToldOfAtTheThirdApplication() {
    story
        .add(applies("03-01 10:00", "p1").companion("leader").build())
        .add(applies("03-01 10:12", "p2").companion("leader").build())
        .add(applies("03-01 10:25", "p3").companion("leader").eventId("third").build());

    List<Warning> warnings = warned();

    assertThat(warnings).extracting(Warning::subject).containsExactlyInAnyOrder("p1", "p2", "p3");
    assertThat(warnings)
        .allSatisfy(
            w -> {
              assertThat(w.lane()).isEqualTo(Lane.OPENING);
              assertThat(w.tier()).isEqualTo(Tier.SMS);
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.REFUSE_OPENING);
              assertThat(w.reason().zh()).contains("30分钟内", "3人", "共同陪同人");
              assertThat(w.evidence())
                  .hasSize(3)
                  .last()
                  .extracting(e -> e.eventId())
                  .isEqualTo("third");
            });
  }

  @Test
  void whoComesAlongMayApplyTooAndAContactBindsAsWell() {
    story
        .add(applies("03-01 10:00", "leader").build())
        .add(applies("03-01 10:05", "p2").companion("leader").build())
        .add(applies("03-01 10:10", "p3").companion("leader").build());
    story
        .add(applies("03-02 10:00", "q1").contactPhone("one").build())
        .add(applies("03-02 10:05", "q2").contactPhone("one").build())
        .add(applies("03-02 10:10", "q3").contactPhone("one").build());

    assertThat(warned()).extracting(Warning::subject).contains("q1", "q2", "q3", "p3");
  }

  @ParameterizedTest
  @CsvSource({"03-02 00:15, 3", "03-02 00:16, 0"})
  void withinThirtyMinutesOverMidnight(String third, int warnings) {
    story
        .add(applies("03-01 23:45", "p1").companion("leader").build())
        .add(applies("03-01 23:55", "p2").companion("leader").build())
        .add(applies(third, "p3").companion("leader").build());

    assertThat(warned()).hasSize(warnings);
  }

  @Test
  void fromOneOtherProvinceTheyAreAskedNotRefused() {
    for (int i = 1; i <= 3; i++) {
      story.add(applies("03-01 10:0" + i, "p" + i).homeRegion("51010" + i).build());
    }

    assertThat(warned())
        .hasSize(3)
        .allSatisfy(
            w ->
                assertThat(w.advice())
                    .extracting(Advice::kind)
                    .containsExactly(Advice.Kind.TELLER_PROMPT));
  }

  @Test
  void aPersonWhoAppliesAndOpensIsOnePerson() {
    story
        .add(applies("03-01 10:00", "p1").companion("leader").build())
        .add(applies("03-01 10:05", "p2").companion("leader").build())
        .add(
            applies("03-01 10:20", "p1").companion("leader").step(Step.OPENED).account("a").build())
        .add(applies("03-01 10:35", "p3").companion("leader").build());

    assertThat(warned()).isEmpty();
  }

  @Test
  void anyOrderAndCopiesTellOfTheSamePeople() {
    for (int i = 1; i <= 4; i++) {
      story.add(applies("03-01 10:0" + i, "p" + i).companion("leader").build());
      story.add(story.last());
    }
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("O4"))
          .as("seed %d", seed)
          .extracting(Warning::person)
          .containsExactlyInAnyOrder("p1", "p2", "p3", "p4");
    }
  }

  // What looks like it and is not.

  @Test
  void neighboursInTheirOwnBranch() {
    for (int i = 1; i <= 9; i++) {
      story.add(applies("03-01 10:0" + i, "p" + i).build());
    }

    assertThat(warned()).isEmpty();
  }

  @Test
  void aCompanysBatchHasAnOrganiser() {
    for (int i = 1; i <= 9; i++) {
      story.add(
          applies("03-01 10:0" + i, "p" + i)
              .homeRegion("510101")
              .companion("clerk")
              .organiser("company")
              .build());
    }

    assertThat(warned()).isEmpty();
  }

  @Test
  void aMotherWithHerChildrenAndTheirGrandmother() {
    story
        .add(applies("03-01 10:00", "mother").build())
        .add(applies("03-01 10:05", "child-1").birthYear(2013).companion("mother").build())
        .add(applies("03-01 10:10", "child-2").birthYear(2015).companion("mother").build())
        .add(applies("03-01 10:15", "granny").birthYear(1950).companion("mother").build());

    assertThat(warned()).isEmpty();
  }

  @Test
  void pensionersInARecruitersGroupExcuseNobody() {
    story
        .add(applies("03-01 10:00", "p1").birthYear(1959).companion("leader").build())
        .add(applies("03-01 10:05", "p2").birthYear(1973).companion("leader").build())
        .add(applies("03-01 10:10", "p3").birthYear(1990).companion("leader").build());

    assertThat(warned()).extracting(Warning::subject).containsExactlyInAnyOrder("p1", "p2", "p3");
  }

  @Test
  void fivePensionersOfOneCompanionAreMoreThanAFamily() {
    for (int i = 1; i <= 5; i++) {
      story.add(applies("03-01 10:0" + i, "p" + i).birthYear(1950).companion("leader").build());
    }

    assertThat(warned()).hasSize(5);
  }

  @Test
  void aDaughterBringsHerParentsAndOnesInLaw() {
    story
        .add(applies("03-01 10:00", "father").birthYear(1955).companion("daughter").build())
        .add(applies("03-01 10:05", "mother").birthYear(1957).companion("daughter").build())
        .add(applies("03-01 10:10", "in-law").birthYear(1954).companion("daughter").build())
        .add(applies("03-01 10:15", "daughter").birthYear(1985).build());

    assertThat(warned()).isEmpty();
  }

  @Test
  void threeAtThreeOutlets() {
    for (int i = 1; i <= 3; i++) {
      story.add(
          applies("03-01 10:0" + i, "p" + i).companion("leader").outlet("branch-" + i).build());
    }

    assertThat(warned()).isEmpty();
  }
}
