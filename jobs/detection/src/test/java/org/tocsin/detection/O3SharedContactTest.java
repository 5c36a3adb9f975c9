package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Segment;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** O3: one contact phone on the cards of several persons. */
class O3SharedContactTest {

  private final Story story = new Story();

  private CardOpeningBuilder applies(String time, String person) {
    return story.opening(time, Card.BANK, Step.APPLIED, person).contactPhone("shared");
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("O3");
  }

  @Test
  void theThirdPersonIsToldOfAtTheApplication() {
    story
        .add(applies("03-01 10:00", "p1").build())
        .add(applies("03-10 10:00", "p2").build())
        .add(applies("03-20 10:00", "p3").eventId("third").build());

    List<Warning> warnings = warned();

    assertThat(warnings).hasSize(1);
    Warning warning = warnings.get(0);
    assertThat(warning.lane()).isEqualTo(Lane.OPENING);
    assertThat(warning.tier()).isEqualTo(Tier.SMS);
    assertThat(warning.subjectKind()).isEqualTo(SubjectKind.PHONE);
    assertThat(warning.subject()).isEqualTo("shared");
    assertThat(warning.person()).isEqualTo("p3");
    assertThat(warning.advice())
        .extracting(Advice::kind)
        .containsExactly(Advice.Kind.REFUSE_OPENING);
    assertThat(warning.advice().get(0).remedy()).isNotBlank();
    assertThat(warning.evidence()).hasSize(3);
    assertThat(warning.evidence()).last().extracting(e -> e.eventId()).isEqualTo("third");
  }

  @Test
  void applicationAndOpeningOfOnePersonAreOnePerson() {
    story.add(applies("03-01 10:00", "p1").build()).add(applies("03-02 10:00", "p2").build());
    story.add(applies("03-02 11:00", "p2").step(Step.OPENED).account("a").build());
    story.add(applies("03-03 11:00", "p1").step(Step.OPENED).account("b").build());

    assertThat(warned()).isEmpty();
  }

  @Test
  void aContactChangedToTheSharedOneCounts() {
    story.add(applies("03-01 10:00", "p1").build()).add(applies("03-02 10:00", "p2").build());
    story.add(applies("03-03 10:00", "p3").step(Step.CONTACT_CHANGED).account("c").build());

    assertThat(warned()).hasSize(1);
  }

  @Test
  void aSharedDeviceIsToldOfThePerson() {
    for (int i = 1; i <= 3; i++) {
      story.add(
          story
              .opening("03-0" + i + " 10:00", Card.SIM, Step.APPLIED, "p" + i)
              .device("d")
              .build());
    }

    assertThat(warned())
        .extracting(Warning::subjectKind, Warning::subject)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(SubjectKind.PERSON, "p3"));
  }

  @ParameterizedTest
  @CsvSource({"03-31 10:00, 1", "03-31 10:01, 0"})
  void withinThirtyDays(String third, int warnings) {
    story
        .add(applies("03-01 10:00", "p1").build())
        .add(applies("03-10 10:00", "p2").build())
        .add(applies(third, "p3").build());

    assertThat(warned()).hasSize(warnings);
  }

  @Test
  void anyOrderOfArrivalTellsOfTheSamePeople() {
    for (int i = 1; i <= 5; i++) {
      story.add(applies("03-0" + i + " 10:00", "p" + i).build());
    }
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("O3"))
          .as("seed %d", seed)
          .extracting(Warning::person)
          .containsExactlyInAnyOrder("p3", "p4", "p5");
    }
  }

  // What looks like it and is not.

  @Test
  void aParentForChildrenAndAnElderlyMother() {
    story
        .add(applies("03-01 10:00", "parent").build())
        .add(applies("03-02 10:00", "child").birthYear(2015).companion("parent").build())
        .add(applies("03-03 10:00", "child-2").birthYear(2012).companion("parent").build())
        .add(applies("03-04 10:00", "mother").segment(Segment.ELDERLY).companion("parent").build());

    assertThat(warned()).isEmpty();
  }

  @Test
  void aSchoolsBatchHasAnOrganiser() {
    for (int i = 0; i < 9; i++) {
      story.add(applies("03-01 10:0" + i, "student-" + i).organiser("school").build());
    }

    assertThat(warned()).isEmpty();
  }
}
