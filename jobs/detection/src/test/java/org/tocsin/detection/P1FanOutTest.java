package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.SimDay.calls;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** P1: one phone calls many numbers once. */
class P1FanOutTest {

  private static List<Warning> warned(Story story) {
    return new Chain().feed(story.inOrder()).warnings("P1");
  }

  @Test
  void aYoungSimThatCallsTwentyNumbersIsALead() {
    Story story = calls(new Story().hasPhone("03-01 09:00", "sun", "sim"), "03-05", 20);

    List<Warning> warnings = warned(story);

    Warning lead = warnings.get(warnings.size() - 1);
    assertThat(lead.tier()).isEqualTo(Tier.SMS);
    assertThat(lead.subjectKind()).isEqualTo(SubjectKind.PHONE);
    assertThat(lead.subject()).isEqualTo("sim");
    assertThat(lead.person()).isEqualTo("sun");
    assertThat(lead.advice()).extracting(Advice::kind).containsExactly(Advice.Kind.REVERIFY_SIM);
    assertThat(lead.reason().zh()).contains("20个不同号码", "新开卡");
  }

  @ParameterizedTest
  @CsvSource({"19, 0", "20, 1", "40, 1"})
  void anOldSimIsOnlyWatched(int callees, int warnings) {
    Story story = calls(new Story().hasPhone("01-01 09:00", "sun", "sim"), "03-05", callees);

    assertThat(warned(story)).hasSize(warnings).allMatch(Warning::watchOnly);
  }

  @ParameterizedTest
  @CsvSource({"9, 0", "10, 1", "19, 1"})
  void aYoungSimIsWatchedFromTenOn(int callees, int warnings) {
    Story story = calls(new Story().hasPhone("03-01 09:00", "sun", "sim"), "03-20", callees);

    assertThat(warned(story)).hasSize(warnings).allMatch(Warning::watchOnly);
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 1"})
  void anOldSimIsWatchedFromTenOnWhenAllItsDaysWereSo(int days, int warnings) {
    Story story = new Story().hasPhone("01-01 09:00", "sun", "sim");
    for (int day = 0; day < days; day++) {
      calls(story, "03-1" + day, 12);
    }

    assertThat(warned(story)).hasSize(warnings).allMatch(Warning::watchOnly);
  }

  @Test
  void threeSuchDaysOfSevenAreALeadWhateverTheAge() {
    Story story = new Story().hasPhone("01-01 09:00", "sun", "sim");
    for (String day : List.of("03-05", "03-07", "03-10")) {
      calls(story, day, 20, 90);
    }

    assertThat(warned(story)).anyMatch(w -> !w.watchOnly());
  }

  /** A courier whom nobody calls back: the parcel is at the door, and no more is said. */
  @ParameterizedTest
  @CsvSource({"59, 20, false", "60, 20, true", "59, 10, true"})
  void whoHardlyEverSpeaksForAMinuteIsNoLead(int seconds, int othersADay, boolean lead) {
    Story story = new Story().hasPhone("01-01 09:00", "sun", "sim");
    for (String day : List.of("03-05", "03-07", "03-10")) {
      // Below thirty answered calls nothing is known of how long it speaks.
      calls(story, day, 20, 0);
      for (int i = 0; i < othersADay; i++) {
        story.endedAfter(
            day + " 15:%02d".formatted(i), day + "t" + i, "sim", day + i, Origin.LOCAL, seconds);
      }
      story.endedAfter(day + " 20:00", day + "last", "sim", day + "last", Origin.LOCAL, 0);
    }

    assertThat(warned(story).stream().anyMatch(w -> !w.watchOnly())).isEqualTo(lead);
    assertThat(warned(story)).isNotEmpty();
  }

  /** Nine in ten of the answered calls are over within a minute: the tenth does the talking. */
  @ParameterizedTest
  @CsvSource({"3, true", "2, false"})
  void oneTalkInTenIsEnough(int talks, boolean lead) {
    Story story = new Story().hasPhone("01-01 09:00", "sun", "sim");
    for (int i = 0; i < talks; i++) {
      story.endedAfter("03-0%d 08:00".formatted(i + 1), "t" + i, "sim", "p" + i, Origin.LOCAL, 90);
    }
    calls(story, "03-05", 30 - talks, 30);
    calls(calls(story, "03-07", 20, 0), "03-10", 20, 0);

    assertThat(warned(story).stream().anyMatch(w -> !w.watchOnly())).isEqualTo(lead);
  }

  @Test
  void aWatchedPhoneIsNamedOnceAWeek() {
    Story story = new Story();
    calls(calls(story, "03-05", 22), "03-07", 22);

    assertThat(warned(story)).hasSize(1);
  }

  @Test
  void theDayRollsOverMidnight() {
    Story story = new Story().hasPhone("03-01 09:00", "sun", "sim");
    for (int i = 0; i < 10; i++) {
      story.endedAfter("03-05 23:5" + i, "a" + i, "sim", "x" + i, Origin.DOMESTIC, 20);
      story.endedAfter("03-06 00:0" + i, "b" + i, "sim", "y" + i, Origin.DOMESTIC, 20);
    }

    assertThat(warned(story)).anyMatch(w -> !w.watchOnly());
  }

  @Test
  void startAndEndOfACallAreOneCall() {
    Story story = new Story().hasPhone("03-01 09:00", "sun", "sim");
    for (int i = 0; i < 9; i++) {
      story.started("03-05 10:1" + i, "c" + i, "sim", "x" + i, Origin.LOCAL);
      story.ended("03-05 10:2" + i, "c" + i, "sim", "x" + i, Origin.LOCAL, 10);
    }

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void anyOrderOfArrivalFindsTheLead() {
    Story story = calls(new Story().hasPhone("03-01 09:00", "sun", "sim"), "03-05", 30);
    for (long seed = 0; seed < 20; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("P1"))
          .as("seed %d", seed)
          .isNotEmpty();
    }
  }

  // What looks like it and is not.

  @Test
  void oneBusyDayOfAnOrdinaryPhone() {
    Story story = new Story().hasPhone("01-01 09:00", "sun", "sim");
    for (int day = 1; day <= 9; day++) {
      for (int i = 0; i < 4; i++) {
        story.endedAfter(
            "03-0%d 1%d:00".formatted(day, i),
            "o%d-%d".formatted(day, i),
            "sim",
            "friend-" + i,
            Origin.LOCAL,
            60);
        story.endedAfter(
            "03-0%d 1%d:30".formatted(day, i),
            "i%d-%d".formatted(day, i),
            "friend-" + i,
            "sim",
            Origin.LOCAL,
            60);
      }
    }
    calls(story, "03-20", 15);

    assertThat(warned(story)).isEmpty();
  }

  /** Unlisted, every day from the first, called now and then. */
  @Test
  void aCallCentreThatNobodyListedIsWatchedAtMost() {
    Story story = new Story().hasPhone("01-01 09:00", "centre", "sim");
    for (int day = 1; day <= 9; day++) {
      calls(story, "03-0" + day, 60);
      for (int i = 0; i < 3; i++) {
        story.endedAfter(
            "03-0%d 18:0%d".formatted(day, i),
            "back%d-%d".formatted(day, i),
            "callee-03-0" + day + i,
            "sim",
            Origin.LOCAL,
            30);
      }
    }

    assertThat(warned(story)).isNotEmpty().allMatch(Warning::watchOnly);
  }

  @ParameterizedTest
  @CsvSource({"01-01 09:00", "03-01 09:00"})
  void aCourierWhoIsCalledBackIsWatchedAtMost(String opened) {
    Story story = new Story().hasPhone(opened, "rider", "sim");
    for (int day = 1; day <= 9; day++) {
      calls(story, "03-0" + day, 40);
      for (int i = 0; i < 8; i++) {
        story.endedAfter(
            "03-0%d 09:%02d".formatted(day, i * 4 + 2),
            "back%d-%d".formatted(day, i),
            "callee-03-0" + day + i * 4,
            "sim",
            Origin.LOCAL,
            30);
      }
    }

    assertThat(warned(story)).allMatch(Warning::watchOnly);
  }

  @Test
  void aTrustedPhoneIsNeverNamed() {
    Story story = new Story().clue("01-01 09:00", Clue.Kind.TRUSTED_PHONE, "sim", null);
    Chain chain = new Chain().feed(calls(story, "03-05", 60).inOrder());

    assertThat(chain.warnings()).isEmpty();
    assertThat(chain.held())
        .extracting(Finding.Held::reason)
        .contains(Finding.Reason.TRUSTED_PHONE);
  }

  @Test
  void whoIsCalledAsOftenAsCallingFansNothing() {
    Story story = calls(new Story(), "03-05", 20);
    for (int i = 0; i < 10; i++) {
      story.endedAfter("03-05 08:1" + i, "in" + i, "caller-" + i, "sim", Origin.LOCAL, 30);
    }

    assertThat(warned(story)).isEmpty();
  }
}
