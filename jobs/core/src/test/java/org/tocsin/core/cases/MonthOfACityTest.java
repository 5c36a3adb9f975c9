package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.RandomCity.Arrival;
import org.tocsin.core.gate.HeldChange;
import org.tocsin.core.rulebook.DissuasionRules;

/**
 * Thirty days of a city, 820 warnings a day, from one seed ({@code -Dtocsin.simulation.seed}):
 * random outcomes, delays, lost messages, copies, wrong clocks, hand-overs, freezes, a rule that
 * goes wrong, accounts whose owners become known late. No case without a next step or a conclusion,
 * nobody with two open cases, no task after the closing, every deadline met or coloured. And the
 * same end when the centre is killed again and again and goes on from its last checkpoint.
 */
class MonthOfACityTest {

  private static final long SEED = Long.getLong("tocsin.simulation.seed", 20250301L);
  private static final int DAYS = 30;
  private static final int WARNINGS_A_DAY = 820;
  private static final long DAY = RandomCity.DAY;

  private final DissuasionRules rules = StandardRules.dissuasion(RandomCity.UNITS);

  @Test
  void nobodyIsForgottenAndAKillChangesNothing() {
    Promises promises = new Promises();
    Map<String, Object> told = new TreeMap<>();
    List<Arrival> arrived = new ArrayList<>();
    Centre centre = live(promises, told, arrived);
    promises.everythingCameToAnEnd();
    Promises.nobodyIsForgotten(centre);
    assertThat(centre.counts).doesNotContainKey("case_without_next_step");
    assertThat(centre.counts)
        .as("what the month is for has happened")
        .containsKeys(
            "breaker_held",
            "breaker_released",
            "breaker_dropped",
            "case_merged",
            "warning_carried_over",
            "outcome_moved",
            "outcome_duplicate",
            "outcome_superseded",
            "outcome_unmatched",
            "freeze_recorded");

    Map<String, Object> again = new TreeMap<>();
    Centre killed = killedAgainAndAgain(arrived, again);
    System.out.printf(
        "seed %d: %d cases, %d tasks, %d lines, %d inputs, %s%n",
        SEED, promises.cases(), promises.tasks(), promises.lines(), arrived.size(), centre.counts);
    assertSame(killed, centre);
    assertThat(again).isEqualTo(told);
  }

  private Centre live(Promises promises, Map<String, Object> told, List<Arrival> arrived) {
    RandomCity city = new RandomCity(SEED, DAYS, WARNINGS_A_DAY);
    Centre[] centre = new Centre[1];
    centre[0] =
        new Centre(
            rules,
            line -> {
              long now = centre[0].now();
              promises.hears(line, now);
              city.hears(line, now);
              keep(told, line);
            });
    long checked = RandomCity.START;
    long last = RandomCity.START + 400 * DAY;
    while (!centre[0].nothingDue() || arrived.isEmpty()) {
      Arrival next = city.next();
      // The teams go on answering; what is due by itself may give them something to answer.
      long until = next == null ? Math.min(last, centre[0].now() + DAY) : next.at();
      if (next == null) {
        centre[0].runTo(until);
      } else {
        centre[0].input(next.input(), next.at());
        arrived.add(next);
      }
      if (until - checked >= DAY) {
        Promises.nobodyIsForgotten(centre[0]);
        checked = until;
      }
      assertThat(until).as("it comes to an end").isLessThan(last);
    }
    return centre[0];
  }

  /** Every few thousand inputs a checkpoint; every few hundred, on average, a kill. */
  private Centre killedAgainAndAgain(List<Arrival> arrived, Map<String, Object> told) {
    Random random = new Random(SEED);
    Centre centre = new Centre(rules, line -> keep(told, line));
    Centre.Checkpoint checkpoint = centre.checkpoint();
    int restored = 0;
    int next = 0;
    int kills = 0;
    while (next < arrived.size()) {
      centre.input(arrived.get(next).input(), arrived.get(next).at());
      next++;
      if (next % 5_000 == 0) {
        checkpoint = centre.checkpoint();
        restored = next;
      } else if (random.nextInt(8_000) == 0) {
        centre = new Centre(rules, line -> keep(told, line));
        centre.restore(checkpoint);
        next = restored;
        kills++;
      }
    }
    assertThat(kills).isPositive();
    centre.runTo(arrived.get(arrived.size() - 1).at() + 400 * DAY);
    return centre;
  }

  private static void assertSame(Centre one, Centre other) {
    Centre.Checkpoint left = one.checkpoint();
    Centre.Checkpoint right = other.checkpoint();
    assertThat(left.cases().keySet()).isEqualTo(right.cases().keySet());
    left.cases().forEach((key, bytes) -> assertThat(bytes).isEqualTo(right.cases().get(key)));
    left.gate().forEach((key, bytes) -> assertThat(bytes).isEqualTo(right.gate().get(key)));
  }

  /** The last line of each thing: what a reader that goes by ids has at the end. */
  private static void keep(Map<String, Object> told, Object line) {
    if (line instanceof CaseChange change) {
      told.put("case " + change.caseId() + " " + change.revision(), change);
    } else if (line instanceof Task task) {
      told.put("task " + task.taskId(), task);
    } else if (line instanceof AdviceChange change) {
      told.put("advice " + change.advice().adviceId(), change);
    } else if (line instanceof HeldChange held) {
      told.put("held " + held.heldId(), held);
    }
  }
}
