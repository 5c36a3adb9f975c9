package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.Clue;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** P4: several SIMs in one handset, or one SIM in several, that call one way. */
class P4SimBoxTest {

  private final Story story = new Story();
  private int number;

  private void call(String time, String from, String to, String imei, String cell) {
    story.add(
        CallBuilder.builder()
            .eventId("c" + ++number)
            .source("carrier-1")
            .eventTime(Story.at(time))
            .kind(Call.Kind.ENDED)
            .caller(from)
            .callee(to)
            .answered(true)
            .durationSeconds(20)
            .callerImei(imei)
            .callerCell(cell)
            .region("370602")
            .build());
  }

  private void callsOneWay(String day, String sim, String imei, int callees) {
    for (int i = 0; i < callees; i++) {
      call(
          day + " %02d:%02d".formatted(10 + i / 60, i % 60),
          sim,
          "x-" + sim + day + i,
          imei,
          "cell");
    }
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("P4");
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 3"})
  void eachOfThreeSimsInOneHandset(int sims, int warnings) {
    for (int i = 1; i <= sims; i++) {
      callsOneWay("03-0" + i, "sim-" + i, "imei", 8);
    }

    List<Warning> leads = warned().stream().filter(w -> !w.watchOnly()).toList();
    assertThat(leads)
        .hasSize(warnings)
        .allSatisfy(
            w -> {
              assertThat(w.lane()).isEqualTo(Lane.MULE);
              assertThat(w.tier()).isEqualTo(Tier.SMS);
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.REVERIFY_SIM);
              assertThat(w.reason().zh()).contains("7日内同一终端使用过3张卡");
              assertThat(w.reason().en()).contains("3 SIMs in one handset within 7 days");
              assertThat(w.evidence()).hasSizeGreaterThanOrEqualTo(3);
            });
    assertThat(leads.stream().map(Warning::subject).distinct()).hasSize(warnings);
  }

  @ParameterizedTest
  @CsvSource({"03-08 10:00:20, true", "03-08 10:05, false"})
  void withinAWeek(String third, boolean boxed) {
    callsOneWay("03-01", "sim-1", "imei", 5);
    callsOneWay("03-02", "sim-2", "imei", 6);
    call(third, "sim-3", "y", "imei", "cell");

    // The first SIM was last told of with its fifth call, at 10:04.
    assertThat(!warned().isEmpty()).isEqualTo(boxed);
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "4, 1"})
  void oneSimInFourHandsets(int handsets, int warnings) {
    for (int i = 1; i <= handsets; i++) {
      callsOneWay("03-0" + i, "sim", "imei-" + i, 8);
    }

    assertThat(warned())
        .hasSize(warnings)
        .allSatisfy(w -> assertThat(w.reason().zh()).contains("4部终端"));
  }

  @Test
  void copiesAndAnyOrderOverMidnight() {
    for (int i = 0; i < 8; i++) {
      for (int sim = 1; sim <= 3; sim++) {
        call(
            "03-0%d %02d:5%d".formatted(i < 4 ? 1 : 2, i < 4 ? 23 : 0, i % 4),
            "sim-" + sim,
            "x" + sim + i,
            "imei",
            "c");
        story.add(story.last());
      }
    }
    for (long seed = 0; seed < 40; seed++) {
      List<Warning> leads =
          new Chain()
              .feed(story.shuffled(seed)).warnings("P4").stream()
                  .filter(w -> !w.watchOnly())
                  .toList();
      assertThat(leads)
          .as("seed %d", seed)
          .extracting(Warning::subject)
          .contains("sim-1", "sim-2", "sim-3")
          .hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"54, 0", "55, 1"})
  void alwaysAtOneCellIsWatched(int calls, int warnings) {
    // Counted from the fifth call on, when the day is seen to be one way.
    callsOneWay("03-01", "desk", "imei", calls - 1);

    assertThat(warned()).hasSize(warnings).allMatch(Warning::watchOnly);
  }

  // What looks like it and is not.

  @Test
  void aFamilysHandsetWithThreeSims() {
    for (int day = 1; day <= 6; day++) {
      for (int sim = 1; sim <= 3; sim++) {
        call(
            "03-0%d 1%d:00".formatted(day, sim), "sim-" + sim, "friend-" + day % 3, "imei", "cell");
        call("03-0%d 1%d:30".formatted(day, sim), "friend-" + day % 3, "sim-" + sim, null, null);
      }
    }

    assertThat(warned()).isEmpty();
  }

  @Test
  void aDealerWhoTriesSims() {
    for (int sim = 1; sim <= 9; sim++) {
      call("03-01 10:0" + sim, "sim-" + sim, "hotline", "imei", "cell");
    }

    assertThat(warned()).isEmpty();
  }

  @Test
  void aTrustedCentresLines() {
    for (int i = 1; i <= 3; i++) {
      story.clue("02-01 09:00", Clue.Kind.TRUSTED_PHONE, "sim-" + i, null);
      callsOneWay("03-0" + i, "sim-" + i, "imei", 80);
    }

    assertThat(warned()).isEmpty();
  }

  @Test
  void whoeverElseUsedTheBoxesHandsetIsWatchedOnly() {
    callsOneWay("03-01", "sim-1", "imei", 8);
    callsOneWay("03-02", "sim-2", "imei", 8);
    call("03-03 10:00", "buyer", "friend", "imei", "cell");

    assertThat(warned()).filteredOn(w -> w.subject().equals("buyer")).allMatch(Warning::watchOnly);
    assertThat(warned()).filteredOn(w -> !w.watchOnly()).hasSize(2);
  }

  @Test
  void whatACarrierWritesWhenItKnowsNoHandset() {
    for (int i = 1; i <= 40; i++) {
      call("03-01 09:%02d".formatted(i), "sim-" + i, "friend-" + i, "none", "cell");
    }
    callsOneWay("03-02", "desk-1", "none", 30);
    callsOneWay("03-02", "desk-2", "none", 30);

    assertThat(warned()).isEmpty();
  }

  @Test
  void somebodyWhoOftenChangesHandsets() {
    for (int day = 1; day <= 6; day++) {
      call("03-0" + day + " 10:00", "sim", "friend", "imei-" + day, "cell");
    }

    assertThat(warned()).isEmpty();
  }
}
