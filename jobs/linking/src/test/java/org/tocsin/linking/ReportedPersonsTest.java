package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** Whoever reports a fraud, or of whom another centre warns, is as good as warned by this one. */
class ReportedPersonsTest {

  private final Money story =
      new Money()
          .owns("01-05 09:00", "anna", "anna-1")
          .owns("01-05 09:00", "bert", "bert-1")
          .owns("01-05 09:00", "mule", "a");

  private Money told(String time, Clue.Kind kind, String person, String payee) {
    return story.add(
        ClueBuilder.builder()
            .eventId(person + time)
            .source("police")
            .eventTime(Money.at(time))
            .kind(kind)
            .person(person)
            .payeeAccount(payee)
            .build());
  }

  private List<Warning> sharedPayees() {
    return new Rooms().feed(story.events()).ownWarnings("X3");
  }

  @ParameterizedTest
  @EnumSource(names = {"SCAM_REPORT", "EXTERNAL_WARNING"})
  void two_of_them_who_paid_one_account_make_it_a_mules(Clue.Kind kind) {
    told("03-11 09:00", kind, "anna", null);
    story.pays("03-11 15:00", "anna-1", "a", 8_000).pays("03-12 15:00", "bert-1", "a", 5_000);
    told("03-12 20:00", kind, "bert", "a");

    Warning warning = sharedPayees().get(0);

    assertThat(warning.subject()).isEqualTo("a");
    assertThat(Level.of(warning.grade())).isEqualTo(Level.T3_PLUS);
    assertThat(warning.amountAtRiskMinor()).isEqualTo(1_300_000);
  }

  @Test
  void who_says_whom_she_paid_paid_nobody_else_for_it() {
    story.pays("03-11 15:00", "anna-1", "a", 8_000).pays("03-12 15:00", "bert-1", "a", 5_000);
    told("03-12 20:00", Clue.Kind.SCAM_REPORT, "anna", "somebody-else");
    told("03-12 20:00", Clue.Kind.SCAM_REPORT, "bert", "a");

    assertThat(sharedPayees()).isEmpty();
  }

  @Test
  void of_whom_it_is_not_said_the_small_gifts_do_not_count() {
    story.pays("03-11 15:00", "anna-1", "a", 2_999).pays("03-12 15:00", "bert-1", "a", 2_999);
    told("03-12 20:00", Clue.Kind.EXTERNAL_WARNING, "anna", null);
    told("03-12 20:00", Clue.Kind.EXTERNAL_WARNING, "bert", null);

    assertThat(sharedPayees()).isEmpty();
  }

  // B rows with a warned payer

  private static Warning fastOut(Level level, String... transactions) {
    return WarningBuilder.builder(Warned.victim("03-11 15:10", "mule", level, transactions))
        .lane(Lane.MULE)
        .pattern("B2")
        .subjectKind(SubjectKind.ACCOUNT)
        .subject("a")
        .build();
  }

  private String in;

  private Rooms runsThrough(Level level) {
    story.pays("03-11 15:00", "anna-1", "a", 8_000);
    in = story.lastId();
    story.pays("03-11 15:05", "a", "further", 8_000);
    return new Rooms().feed(story.events()).warned(fastOut(level, in, story.lastId()));
  }

  @Test
  void a_lead_becomes_a_visit_when_who_paid_it_is_warned() {
    Rooms rooms = runsThrough(Level.T1);
    assertThat(rooms.ownWarnings()).isEmpty();

    rooms.warned(Warned.victim("03-11 16:00", "anna", Level.T3, in));

    assertThat(rooms.ownWarnings()).hasSize(1);
    Warning warning = rooms.ownWarnings().get(0);
    assertThat(warning.pattern()).isEqualTo("B2");
    assertThat(warning.subject()).isEqualTo("a");
    assertThat(Level.of(warning.grade())).isEqualTo(Level.T3);
    assertThat(warning.revision()).isEqualTo(2);
    assertThat(warning.advice().get(0).kind()).isEqualTo(Advice.Kind.STOP_PAYMENT);
    assertThat(warning.evidence()).hasSize(2);
    assertThat(warning.reason().en()).contains("B2", "¥8,000");
    assertThat(CaseIds.ownerKey(warning.caseId())).hasValue(EntityKey.person("mule").hash());
  }

  @Test
  void whichever_is_known_first_and_once() {
    story.pays("03-11 15:00", "anna-1", "a", 8_000);
    Rooms rooms =
        new Rooms()
            .feed(story.events())
            .warned(Warned.victim("03-11 15:04", "anna", Level.T3, story.lastId()))
            .warned(fastOut(Level.T2, story.lastId()));

    assertThat(rooms.ownWarnings()).hasSize(1);
    rooms.warned(Warned.victim("03-11 17:00", "anna", Level.T3_PLUS));
    assertThat(rooms.ownWarnings()).hasSize(1);
  }

  /** It goes to the topic that this job reads, where it is nobody else's. */
  @Test
  void what_comes_back_by_the_topic_is_not_handled_again() {
    Rooms rooms = runsThrough(Level.T1).warned(Warned.victim("03-11 16:00", "anna", Level.T3, in));
    int before = rooms.outputs().size();

    rooms.warned(rooms.ownWarnings().get(0));

    assertThat(rooms.outputs()).hasSize(before);
  }

  @Test
  void an_sms_of_chance_sends_nobody_to_the_account_s_owner() {
    Rooms rooms = runsThrough(Level.T1).warned(Warned.victim("03-11 16:00", "anna", Level.T1, in));

    assertThat(rooms.ownWarnings()).isEmpty();
  }

  /** Whoever is warned also pays the rent: the payment itself must be what she is warned of. */
  @Test
  void nor_does_what_she_paid_besides() {
    Rooms rooms = runsThrough(Level.T1).warned(Warned.victim("03-11 16:00", "anna", Level.T3));

    assertThat(rooms.ownWarnings()).isEmpty();
  }

  @Test
  void nor_does_a_warned_customer_of_a_dealer() {
    for (int day = 1; day <= 4; day++) {
      for (int customer = 0; customer < 3; customer++) {
        String payer = "customer-" + day + customer;
        story.pays("03-%02d 10:0%d".formatted(11 - day, customer), payer, "a", 9_000);
      }
    }
    Rooms rooms = runsThrough(Level.T1).warned(Warned.victim("03-11 16:00", "anna", Level.T3, in));

    assertThat(rooms.ownWarnings("B2")).isEmpty();
  }
}
