package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.links.Letter;
import org.tocsin.core.warning.Level;

/**
 * Who reports a fraud, or of whom another centre warns, belongs to whom she paid and who called.
 */
class ReportedTiesTest {

  private final Story story =
      new Story().owns("01-05 09:00", "anna", "savings").hasPhone("01-05 09:00", "anna", "phone");

  private List<String> tied() {
    return tied(story.inOrder());
  }

  private static List<String> tied(List<Event> events) {
    return new Chain()
        .feed(events).findings().stream()
            .filter(Finding.Posted.class::isInstance)
            .map(each -> ((Finding.Posted) each).mail())
            .filter(
                mail -> mail.letter() instanceof Letter.Edge edge && edge.tie().level() == Level.T3)
            .map(mail -> mail.token())
            .distinct()
            .sorted()
            .toList();
  }

  private void reported(String time, Clue.Kind kind, String payee) {
    story.add(
        ClueBuilder.builder()
            .eventId("report")
            .source("police")
            .eventTime(Story.at(time))
            .kind(kind)
            .person("anna")
            .payeeAccount(payee)
            .build());
  }

  @Test
  void to_the_payee_she_names_and_to_who_had_called_her_within_a_day() {
    story
        .ended("03-11 10:00", "c1", "fraud", "phone", Origin.LOCAL, 5)
        .ended("03-10 09:00", "c2", "courier", "phone", Origin.LOCAL, 2)
        .pays("03-11 15:00", "savings", "mule", 900)
        .pays("03-11 16:00", "savings", "decorator", 9_000);
    reported("03-11 20:00", Clue.Kind.SCAM_REPORT, "mule");

    assertThat(tied()).containsExactly("fraud", "mule");
  }

  @Test
  void to_whatever_is_large_when_nobody_is_named() {
    story
        .pays("03-11 15:00", "savings", "gift", 2_999)
        .pays("03-11 16:00", "savings", "mule", 3_000);
    reported("03-11 20:00", Clue.Kind.EXTERNAL_WARNING, null);

    assertThat(tied()).containsExactly("mule");
  }

  @Test
  void also_when_she_is_warned_of_first_and_pays_all_the_same() {
    reported("03-11 09:00", Clue.Kind.EXTERNAL_WARNING, null);
    story.pays("03-11 16:00", "savings", "mule", 8_000);

    assertThat(tied()).containsExactly("mule");
  }

  @Test
  void not_to_what_she_pays_others_after_she_has_said_whom_she_paid() {
    story.pays("03-11 15:00", "savings", "mule", 900);
    reported("03-11 20:00", Clue.Kind.SCAM_REPORT, "mule");
    story.pays("03-12 10:00", "savings", "decorator", 9_000);

    assertThat(tied()).containsExactly("mule");
  }

  @Test
  void not_to_what_was_paid_days_before_nor_to_trusted_numbers() {
    story
        .clue("01-01 09:00", Clue.Kind.TRUSTED_PHONE, "bank", null)
        .ended("03-11 10:00", "c1", "bank", "phone", Origin.LOCAL, 5)
        .pays("03-08 08:59", "savings", "landlord", 8_000)
        .pays("03-11 15:00", "savings", "mule", 8_000);
    reported("03-11 20:00", Clue.Kind.EXTERNAL_WARNING, null);

    assertThat(tied()).containsExactly("mule");
  }
}
