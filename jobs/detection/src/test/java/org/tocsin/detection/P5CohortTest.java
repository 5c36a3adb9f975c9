package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Warning;

/** P5: SIMs opened together that call in turn from one cell. */
class P5CohortTest {

  private final Story story = new Story();
  private int number;

  private void opened(String time, int sim) {
    story.hasPhone(time, "person-" + sim, "sim-" + sim);
  }

  private void call(String time, String from, String to, String cell) {
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
            .callerCell(cell)
            .build());
  }

  /** Each SIM calls six numbers, one after the other. */
  private void callInTurn(String day, int sims, int callees, String cell) {
    for (int i = 0; i < callees; i++) {
      for (int sim = 1; sim <= sims; sim++) {
        call(
            day + " %02d:%02d".formatted(10 + i, sim),
            "sim-" + sim,
            "x-%d-%d".formatted(sim, i),
            cell);
      }
    }
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("P5");
  }

  private List<Warning> leads() {
    return warned().stream().filter(each -> !each.watchOnly()).toList();
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "5, 5"})
  void eachOfFive(int sims, int warnings) {
    for (int sim = 1; sim <= sims; sim++) {
      opened("03-01 1%d:00".formatted(sim), sim);
    }
    callInTurn("03-05", sims, 6, "cell");

    assertThat(leads())
        .hasSize(warnings)
        .allSatisfy(
            w -> {
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .containsExactly(Advice.Kind.REVERIFY_SIM);
              assertThat(w.reason().zh()).contains("5张卡在72小时内先后开卡");
              assertThat(w.reason().en()).contains("5 SIMs opened within 72 h");
              assertThat(w.evidence()).hasSize(5);
            });
    assertThat(leads().stream().map(Warning::subject).distinct()).hasSize(warnings);
  }

  @ParameterizedTest
  @CsvSource({"03-04 11:00, 5", "03-04 11:01, 0"})
  void openedWithinThreeDaysOfEachOther(String last, int warnings) {
    for (int sim = 1; sim <= 4; sim++) {
      opened("03-01 1%d:00".formatted(sim), sim);
    }
    opened(last, 5);
    callInTurn("03-05", 5, 6, "cell");

    assertThat(leads()).hasSize(warnings);
  }

  @Test
  void overMidnightInAnyOrderWithCopies() {
    for (int sim = 1; sim <= 5; sim++) {
      opened("03-01 1%d:00".formatted(sim), sim);
    }
    List<org.tocsin.core.event.Event> openings = story.events();
    Story calls = new Story();
    for (int i = 0; i < 8; i++) {
      for (int sim = 1; sim <= 5; sim++) {
        call(
            (i < 4 ? "03-05 23:" : "03-06 00:") + "%02d".formatted(10 * (i % 4) + sim),
            "sim-" + sim,
            "x" + sim + i,
            "cell");
        calls.add(story.last()).add(story.last());
      }
    }
    for (long seed = 0; seed < 20; seed++) {
      assertThat(new Chain().feed(openings).feed(calls.shuffled(seed)).warnings("P5"))
          .as("seed %d", seed)
          .filteredOn(each -> !each.watchOnly())
          .extracting(Warning::subject)
          .containsExactlyInAnyOrder("sim-1", "sim-2", "sim-3", "sim-4", "sim-5");
    }
  }

  // What looks like it and is not.

  @Test
  void newResidentsOfOneBlock() {
    for (int sim = 1; sim <= 9; sim++) {
      opened("03-01 1%d:00".formatted(sim), sim);
      for (int i = 0; i < 6; i++) {
        call(
            "03-05 1%d:%02d".formatted(i, sim),
            "sim-" + sim,
            "friend-%d-%d".formatted(sim, i),
            "cell");
        call(
            "03-05 1%d:%02d".formatted(i, 30 + sim),
            "friend-%d-%d".formatted(sim, i),
            "sim-" + sim,
            null);
      }
    }

    assertThat(warned()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 9", "4, 9"})
  void freshmenWhoCallFewNumbersAreAtMostWatched(int callees, int watched) {
    for (int sim = 1; sim <= 9; sim++) {
      opened("03-01 1%d:00".formatted(sim), sim);
    }
    callInTurn("03-05", 9, callees, "cell");

    List<String> phones = warned().stream().map(Warning::subject).distinct().toList();
    assertThat(phones).hasSize(watched);
    assertThat(warned()).allMatch(Warning::watchOnly);
  }

  @Test
  void eachAtACellOfItsOwn() {
    for (int sim = 1; sim <= 9; sim++) {
      opened("03-01 1%d:00".formatted(sim), sim);
      for (int i = 0; i < 8; i++) {
        call("03-05 1%d:00".formatted(i), "sim-" + sim, "x-%d-%d".formatted(sim, i), "cell-" + sim);
      }
    }

    assertThat(warned()).isEmpty();
  }
}
