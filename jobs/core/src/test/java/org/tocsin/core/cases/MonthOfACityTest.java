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

  /** A day, but at another hour each time: by day and by night. */
  private static final long SWEEP_EVERY = DAY - 3_600_000L;

  private static final int FIRST_KILL = 500;

  /** A freeze of half a year, and the time that stops are counted for. */
  private static final int DAYS_TO_THE_END = 500;

  private final DissuasionRules rules = StandardRules.dissuasion(RandomCity.UNITS);

  @Test
  void nobodyIsForgottenAndAKillChangesNothing() {
    RandomCity city = new RandomCity(SEED, DAYS, WARNINGS_A_DAY);
    Promises promises = new Promises();
    Colours colours = new Colours();
    Map<String, Object> told = new TreeMap<>();
    List<Arrival> arrived = new ArrayList<>();
    Centre centre = live(city, promises, colours, told, arrived);
    promises.everythingCameToAnEnd();
    Promises.nobodyIsForgotten(centre);
    assertThat(centre.counts).doesNotContainKey("case_without_next_step");
    assertTheMonthWasWhatItIsFor(city, colours, centre);

    Map<String, Object> again = new TreeMap<>();
    Map<String, Integer> kills = new TreeMap<>();
    Centre killed = killedAgainAndAgain(arrived, again, kills);
    System.out.printf(
        "seed %d: %d cases, %d tasks, %d lines, %d inputs, %s%n%s%nseen by the sweep %s, kills %s%n",
        SEED,
        promises.cases(),
        promises.tasks(),
        promises.lines(),
        arrived.size(),
        centre.counts,
        city.happened,
        colours.seen,
        kills);
    assertThat(kills)
        .containsOnlyKeys(
            "before any checkpoint", "right after a checkpoint", "after an input", "in quiet time");
    assertSame(killed, centre);
    assertThat(again).isEqualTo(told);
  }

  private static void assertTheMonthWasWhatItIsFor(
      RandomCity city, Colours colours, Centre centre) {
    assertThat(centre.counts)
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
            "warning_duplicate",
            "freeze_recorded",
            "stop_joined",
            "stop_refused_by_law",
            "stop_counts_forgotten");
    assertThat(city.happened)
        .containsOnlyKeys(
            "answer lost",
            "answer repeated",
            "answer late",
            "answer after the deadline",
            "answer ahead",
            "answer behind",
            "warning repeated",
            "warning ahead",
            "warning behind");
    assertThat(colours.seen).containsOnlyKeys(Task.Overdue.values());
  }

  private Centre live(
      RandomCity city,
      Promises promises,
      Colours colours,
      Map<String, Object> told,
      List<Arrival> arrived) {
    Centre[] centre = new Centre[1];
    centre[0] =
        new Centre(
            rules,
            line -> {
              long now = centre[0].now();
              promises.hears(line, now);
              colours.hears(line, now);
              city.hears(line, now);
              keep(told, line);
            });
    long sweepAt = RandomCity.START + SWEEP_EVERY;
    long last = RandomCity.START + DAYS_TO_THE_END * DAY;
    while (centre[0].nextDue() != Long.MAX_VALUE || city.nextAt() != Long.MAX_VALUE) {
      long next = Math.min(centre[0].nextDue(), city.nextAt());
      if (sweepAt < next) {
        centre[0].runTo(sweepAt);
        Promises.nobodyIsForgotten(centre[0]);
        colours.sweep(centre[0]);
        sweepAt += SWEEP_EVERY;
      } else if (centre[0].nextDue() < city.nextAt()) {
        // The teams go on answering: what is due by itself may give them something to answer.
        centre[0].runTo(centre[0].nextDue());
      } else {
        Arrival arrival = city.next();
        centre[0].input(arrival.input(), arrival.at());
        arrived.add(arrival);
      }
      assertThat(next).as("it comes to an end").isLessThan(last);
    }
    return centre[0];
  }

  /** Every few thousand inputs a checkpoint; kills wherever they may come. */
  private Centre killedAgainAndAgain(
      List<Arrival> arrived, Map<String, Object> told, Map<String, Integer> kills) {
    Random random = new Random(SEED);
    Centre centre = new Centre(rules, line -> keep(told, line));
    Centre.Checkpoint checkpoint = centre.checkpoint();
    int restored = 0;
    int next = 0;
    while (next < arrived.size()) {
      String killed = null;
      if (next > 0 && random.nextInt(4_000) == 0) {
        // Timers have fired that no checkpoint knows of.
        centre.runTo((arrived.get(next - 1).at() + arrived.get(next).at()) / 2);
        killed = "in quiet time";
      } else {
        centre.input(arrived.get(next).input(), arrived.get(next).at());
        next++;
        if (next > FIRST_KILL && random.nextInt(4_000) == 0) {
          checkpoint = centre.checkpoint();
          restored = next;
          killed = random.nextInt(4) == 0 ? "right after a checkpoint" : null;
        } else if (random.nextInt(8_000) == 0) {
          killed = "after an input";
        }
      }
      if (next == FIRST_KILL && kills.putIfAbsent("before any checkpoint", 0) == null) {
        killed = "before any checkpoint";
      }
      if (killed != null) {
        centre = new Centre(rules, line -> keep(told, line));
        centre.restore(checkpoint);
        next = restored;
        kills.merge(killed, 1, Integer::sum);
      }
    }
    centre.runTo(arrived.get(arrived.size() - 1).at() + DAYS_TO_THE_END * DAY);
    return centre;
  }

  private static void assertSame(Centre one, Centre other) {
    Centre.Checkpoint left = one.checkpoint();
    Centre.Checkpoint right = other.checkpoint();
    assertThat(left.cases().keySet()).isEqualTo(right.cases().keySet());
    left.cases().forEach((key, bytes) -> assertThat(bytes).isEqualTo(right.cases().get(key)));
    assertThat(left.stops().keySet()).isEqualTo(right.stops().keySet());
    left.stops().forEach((key, bytes) -> assertThat(bytes).isEqualTo(right.stops().get(key)));
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
