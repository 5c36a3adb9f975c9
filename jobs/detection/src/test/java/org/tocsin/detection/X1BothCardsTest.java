package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.SimDay.calls;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.Event;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;

/**
 * X1: one person's new SIM calls strangers, and one person's new bank card is tried and emptied.
 */
class X1BothCardsTest {

  private static final int A_LEAD = 15;
  private static final int WATCHED = 10;

  private static List<Warning> warned(List<Event> events) {
    return new Chain().feed(events).warnings("X1");
  }

  /** A card opened on 1 March, tried on the 3rd and emptied from 14:00 on the 4th. */
  private static Story card(Story story, String person) {
    return story
        .owns("03-01 09:00", person, "card")
        .pays("03-03 10:00", "tester", "card", 50)
        .pays("03-03 10:20", "card", "tester-2", 48, 2)
        .pays("03-04 14:00", "victim", "card", 20_000)
        .pays("03-04 14:08", "card", "next", 12_000, 8_002)
        .pays("03-04 14:15", "card", "last", 7_000, 1_002);
  }

  private static Story sim(Story story, String person, String opened, String day, int callees) {
    return calls(story.hasPhone(opened + " 08:00", person, "sim"), day, callees);
  }

  @Test
  void bothCardsAreOneLead() {
    Story story = card(sim(new Story(), "zhao", "03-01", "03-02", A_LEAD), "zhao");

    List<Warning> warnings = warned(story.inOrder());

    assertThat(warnings).isNotEmpty();
    Warning warning = warnings.get(0);
    assertThat(warning.lane()).isEqualTo(Lane.MULE);
    assertThat(warning.subjectKind()).isEqualTo(SubjectKind.PERSON);
    assertThat(warning.subject()).isEqualTo("zhao");
    assertThat(Level.of(warning.grade())).isEqualTo(Level.T3);
    assertThat(warning.alsoPatterns()).contains("B1");
    assertThat(warning.eventTime()).isEqualTo(Story.at("03-04 14:00"));
    assertThat(warning.advice()).extracting(Advice::kind).contains(Advice.Kind.DELAY_PAYMENT);
    assertThat(warning.advice()).allMatch(advice -> !advice.remedy().isBlank());
    assertThat(warning.reason().zh()).contains("两卡");
    assertThat(warning.reason().en()).contains("Both cards");
  }

  @Test
  void whicheverComesFirst() {
    Story story = sim(card(new Story(), "zhao"), "zhao", "03-01", "03-06", A_LEAD);

    List<Warning> warnings = warned(story.inOrder());

    assertThat(warnings).isNotEmpty();
    assertThat(warnings.get(0).advice())
        .extracting(Advice::kind)
        .contains(Advice.Kind.REVERIFY_SIM);
  }

  @Test
  void aWatchedSimIsEnoughBesideTheCard() {
    Story story = card(sim(new Story(), "zhao", "03-01", "03-02", WATCHED), "zhao");

    assertThat(warned(story.inOrder())).isNotEmpty();
  }

  /** The burst of the card is at 14:00 on 4 March, the calls begin at 9:00. */
  @ParameterizedTest
  @CsvSource({"02-03, true", "02-02, false"})
  void withinThirtyDays(String day, boolean told) {
    Story story = card(sim(new Story(), "zhao", "01-30", day, A_LEAD), "zhao");

    assertThat(!warned(story.inOrder()).isEmpty()).isEqualTo(told);
  }

  @Test
  void inWhateverOrderTheyCome() {
    Story story = card(sim(new Story(), "zhao", "03-01", "03-02", A_LEAD), "zhao");

    // A SIM whose opening comes after all its calls is judged at the next one.
    Story next =
        new Story()
            .endedAfter("03-02 20:00", "next", "sim", "callee-next", Call.Origin.DOMESTIC, 40);

    for (int seed = 0; seed < 30; seed++) {
      Chain chain = new Chain().feed(story.shuffled(seed)).feed(next.events());
      assertThat(chain.warnings("X1")).as("seed " + seed).isNotEmpty();
    }
  }

  @Test
  void alsoWhenWhoseCardItIsComesLast() {
    Story card = card(new Story(), "zhao");
    Story story = sim(new Story(), "zhao", "03-01", "03-02", A_LEAD);
    card.events().subList(1, card.events().size()).forEach(story::add);
    story.add(card.events().get(0));

    assertThat(warned(story.events())).isNotEmpty();
  }

  @Test
  void cardsOfTwoPersonsOrOfNobodyKnownAreNot() {
    assertThat(warned(card(sim(new Story(), "li", "03-01", "03-02", A_LEAD), "zhao").inOrder()))
        .isEmpty();
    Story nobodys = card(calls(new Story(), "03-02", A_LEAD), "zhao");
    assertThat(warned(nobodys.inOrder())).isEmpty();
  }

  /** A courier's first weeks: many numbers called, and a salary that is lived on. */
  @Test
  void aCourierWithANewSalaryAccountIsNot() {
    Story story = sim(new Story(), "zhao", "03-01", "03-02", 30);
    story
        .owns("03-01 09:00", "zhao", "card")
        .pays("03-05 09:00", "employer", "card", 6_500)
        .pays("03-05 19:00", "card", "landlord", 1_800, 4_700)
        .pays("03-08 12:00", "card", "shop", 60, 4_640);

    assertThat(warned(story.inOrder())).isEmpty();
  }
}
