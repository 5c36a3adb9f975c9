package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;

/** X4: a warned victim shows B2. */
class CombinationsTest {

  private final Story story =
      new Story().owns("01-05 09:00", "anna", "savings").owns("01-05 09:00", "anna", "lent");

  /** A rebate test and two jumps. */
  private Story deceived() {
    return story
        .pays("03-11 10:00", "savings", "shill-1", 100)
        .pays("03-11 10:30", "shill-2", "savings", 112)
        .pays("03-11 11:00", "savings", "shill-3", 5_000)
        .pays("03-11 12:00", "savings", "shill-4", 20_000);
  }

  private Story twiceInAndOut(String day) {
    for (String hour : List.of("09", "11", "13")) {
      story
          .pays(day + " " + hour + ":00", "payer-" + hour, "lent", 20_000)
          .pays(day + " " + hour + ":05", "lent", "payee-" + hour, 20_000, 0);
    }
    return story;
  }

  @Test
  void a_warned_victim_whose_account_shows_fast_in_fast_out_is_to_be_dissuaded() {
    deceived();
    twiceInAndOut("03-13");
    List<Warning> warnings = new Chain().feed(story.inOrder()).warnings("X4");

    assertThat(warnings).isNotEmpty();
    Warning warning = warnings.get(0);
    assertThat(warning.lane()).isEqualTo(Lane.VICTIM);
    assertThat(warning.subjectKind()).isEqualTo(SubjectKind.PERSON);
    assertThat(warning.subject()).isEqualTo("anna");
    assertThat(Level.of(warning.grade())).isEqualTo(Level.T3);
    assertThat(warning.alsoPatterns()).contains("B2");
    assertThat(warning.reason().en()).contains("do not accuse");
    assertThat(warning.advice())
        .extracting(Advice::kind)
        .containsExactly(Advice.Kind.TELLER_PROMPT, Advice.Kind.DELAY_PAYMENT);
    assertThat(warning.advice()).allMatch(advice -> advice.account().equals("lent"));
    assertThat(warning.advice()).allMatch(advice -> !advice.remedy().isBlank());
  }

  @Test
  void nobody_who_was_not_warned_or_was_long_ago() {
    twiceInAndOut("03-13");
    assertThat(new Chain().feed(story.inOrder()).warnings("X4")).isEmpty();

    deceived();
    twiceInAndOut("04-20");
    assertThat(new Chain().feed(story.inOrder()).warnings("X4"))
        .noneMatch(warning -> warning.eventTime() > Story.at("04-12 00:00"));
  }

  /** Another centre has warned of her, or she has reported it herself. */
  @ParameterizedTest
  @EnumSource(names = {"EXTERNAL_WARNING", "SCAM_REPORT"})
  void who_is_reported_by_somebody_else_is_warned_as_well(Clue.Kind kind) {
    story.add(
        ClueBuilder.builder()
            .eventId("report")
            .source("another-centre")
            .eventTime(Story.at("03-12 03:47"))
            .kind(kind)
            .person("anna")
            .build());
    twiceInAndOut("03-13");
    List<Warning> warnings = new Chain().feed(story.inOrder()).warnings("X4");

    assertThat(warnings).isNotEmpty();
    assertThat(warnings.get(0).reason().en()).contains("12 Mar 03:47");
  }
}
