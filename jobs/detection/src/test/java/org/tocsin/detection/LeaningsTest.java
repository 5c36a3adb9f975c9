package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.CardOpening.Segment;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** Segments and habits weigh, and gate nothing. */
class LeaningsTest {

  private static Story of(Segment segment) {
    Story story = new Story();
    return story
        .add(
            story
                .opening("01-01 09:00", CardOpening.Card.BANK, CardOpening.Step.OPENED, "wang")
                .account("card")
                .segment(segment)
                .build())
        .hasPhone("01-01 09:00", "wang", "phone");
  }

  private static Story called(Story story) {
    return story
        .ended("03-11 10:00", "c1", "officer", "phone", Origin.FOREIGN, 40)
        .pays("03-11 10:20", "card", "safe", 60_000);
  }

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings();
  }

  @Test
  void theSameEventsWarnWithAndWithoutASegment() {
    Warning anybody = warned(called(of(null))).get(0);
    Warning pensioner = warned(called(of(Segment.ELDERLY))).get(0);
    Warning student = warned(called(of(Segment.STUDENT))).get(0);

    assertThat(List.of(anybody, pensioner, student))
        .extracting(Warning::pattern, Warning::grade)
        .containsOnly(tuple("V1", Grade.URGENT));
    assertThat(pensioner.score()).isEqualTo(anybody.score() + 10);
    assertThat(student.score()).isEqualTo(anybody.score());
  }

  @ParameterizedTest
  @EnumSource(Segment.class)
  void aWarningSaysToWhichSegmentThePersonBelongs(Segment segment) {
    assertThat(warned(called(of(segment)))).extracting(Warning::segment).containsOnly(segment);
    assertThat(warned(called(of(null)))).extracting(Warning::segment).containsOnlyNulls();
  }

  @ParameterizedTest
  @EnumSource(Segment.class)
  void aSegmentAloneNeverWarns(Segment segment) {
    Story everyday =
        of(segment)
            .ended("03-11 10:00", "c1", "clerk", "phone", Origin.LOCAL, 10)
            .pays("03-11 18:00", "card", "greengrocer", 60);

    assertThat(warned(everyday)).isEmpty();
  }

  /** Forwarding long before the calls weighs 35 to V1's 40; a pensioner's ten points make it 85. */
  @ParameterizedTest
  @CsvSource({"ELDERLY, MEDIUM", "STUDENT, LOW", "OTHER, LOW"})
  void aSegmentCountsBesideOtherWeakSigns(Segment segment, Grade grade) {
    Story story =
        of(segment)
            .forwarding("03-10 10:00", "phone")
            .ended("03-11 10:12", "c1", "officer", "phone", Origin.FOREIGN, 12)
            .ended("03-11 10:30", "c2", "second", "phone", Origin.DOMESTIC, 14);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"01-02 09:00, 02-01 09:00", "02-01 09:00, 01-02 09:00"})
  void theLatestRecordSaysWhichWhateverTheOrder(String first, String second) {
    int base = warned(called(of(null))).get(0).score();
    Story story = new Story();
    Story cards = story.hasPhone("01-01 09:00", "wang", "phone");
    for (String time : List.of(first, second)) {
      Segment segment = time.startsWith("02") ? Segment.ELDERLY : Segment.STUDENT;
      cards.add(
          story
              .opening(time, CardOpening.Card.BANK, CardOpening.Step.OPENED, "wang")
              .account("card")
              .segment(segment)
              .build());
    }
    called(story);

    // As they were told, not in the order of their times.
    assertThat(new Chain().feed(story.events()).warnings().get(0).score()).isEqualTo(base + 10);
  }

  /** Five payments of the days before are by day, at home, on one phone. */
  @ParameterizedTest
  @CsvSource({
    "03-13 11:00, mine, 370602, 0",
    "03-12 15:59, mine, 370602, 0",
    "03-12 16:00, mine, 370602, 5",
    "03-13 11:00, other, 370602, 5",
    "03-13 11:00, mine, 530100, 5",
    "03-13 02:00, other, 530100, 15",
  })
  void unusualHoursDevicesAndRegionsWeigh(String time, String device, String region, int more) {
    int usual = scoreOf("03-13 11:00", "mine", "370602", 5);

    assertThat(scoreOf(time, device, region, 5)).isEqualTo(usual + more);
  }

  @Test
  void ofWhomLittleIsKnownNoHourIsUnusual() {
    assertThat(scoreOf("03-13 02:00", "mine", "530100", 2))
        .isEqualTo(scoreOf("03-13 11:00", "mine", "370602", 2));
  }

  private static int scoreOf(String time, String device, String region, int payments) {
    Story story = of(null);
    for (int i = 0; i < payments; i++) {
      story.add(
          story
              .moving("03-12 %02d:00".formatted(9 + i % 4), "card", "cafe-" + i, 20)
              .device("mine")
              .region("370602")
              .build());
    }
    story.pays("03-12 12:30", "card", "m1", 2_000).pays("03-12 12:40", "card", "m2", 5_000);
    story.add(story.moving(time, "card", "m3", 12_000).device(device).region(region).build());
    List<Warning> warnings = new Chain().feed(story.inOrder()).warnings("V5");
    assertThat(warnings).hasSize(1);
    return warnings.get(0).score();
  }
}
