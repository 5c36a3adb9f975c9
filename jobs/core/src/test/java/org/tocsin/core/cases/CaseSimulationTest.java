package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.codec.RecordCodec;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.stage.Turn;

/**
 * Thousands of people with random warnings and outcomes, late, repeated, foreign and contradictory:
 * whatever happens, nobody is forgotten, nobody has two cases, nothing is asked after the end,
 * every deadline is met or coloured; and neither how seldom the clock is looked at nor a restart in
 * the middle changes anything. A failing seed is a failing test of that name.
 */
class CaseSimulationTest {

  private static final int PERSONS = 300;
  private static final long DAY = 86_400_000L;
  private static final long END = RandomNight.START + 400 * DAY;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void nobodyIsForgotten(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < PERSONS; i++) {
      String person = "p" + seed + "-" + i;
      List<CaseInput> night = new RandomNight(person, random).inputs();
      Run punctual = new Run(person, night, 1, 0).play();
      punctual.checkPromises();
      Run seldom = new Run(person, night, 1 + random.nextInt((int) DAY), 0).play();
      Run killed = new Run(person, night, 1_000, 1 + random.nextInt(5)).play();
      assertSame(seldom, punctual);
      assertSame(killed, punctual);
      assertThat(bytes(killed.file)).as(person).isEqualTo(bytes(punctual.file));
      assertThat(bytes(seldom.file)).as(person).isEqualTo(bytes(punctual.file));
    }
  }

  private static void assertSame(Run run, Run other) {
    for (int i = 0; i < Math.min(run.told.size(), other.told.size()); i++) {
      assertThat(run.told.get(i)).as(run.person + ", line " + i).isEqualTo(other.told.get(i));
    }
    assertThat(run.told).hasSameSizeAs(other.told);
  }

  private static byte[] bytes(CaseFile file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (file != null) {
      RecordCodec.of(CaseFile.class).write(file, new DataOutputStream(bytes));
    }
    return bytes.toByteArray();
  }

  /** One person's inputs, played with wake-ups of a granularity and restarts. */
  private static final class Run implements Turn<CaseOutput> {
    private final List<CaseOutput> told = new ArrayList<>();
    private final CaseStage stage = new CaseStage(StandardRules.dissuasion(), StandardRules.ZONE);
    private final String person;
    private final List<CaseInput> inputs;
    private final long granularity;
    private final int restartEvery;
    private final TreeSet<Long> wakes = new TreeSet<>();
    private final long key;
    private CaseFile file;
    private long now;
    private long watermark = Long.MIN_VALUE;
    private int turns;

    Run(String person, List<CaseInput> inputs, long granularity, int restartEvery) {
      this.person = person;
      this.inputs = inputs;
      this.granularity = granularity;
      this.restartEvery = restartEvery;
      this.key = EntityKey.person(person).hash();
    }

    Run play() throws IOException {
      for (CaseInput input : inputs) {
        wake(RandomNight.arrival(input) - 1);
        now = RandomNight.arrival(input);
        watermark = now - 1;
        file = stage.onInput(key, file, input, this);
        restart();
      }
      wake(END);
      return this;
    }

    private void wake(long until) throws IOException {
      while (!wakes.isEmpty() && wakes.first() <= until) {
        watermark = Math.max(watermark, wakes.pollFirst());
        now = Math.max(now, watermark);
        file = stage.onTime(key, file, this);
        restart();
      }
    }

    private void restart() throws IOException {
      turns++;
      if (restartEvery > 0 && turns % restartEvery == 0 && file != null) {
        file =
            RecordCodec.of(CaseFile.class)
                .read(new DataInputStream(new ByteArrayInputStream(bytes(file))));
      }
    }

    void checkPromises() {
      assertThat(file.dossier().closed()).as(person + " came to an end").isTrue();
      assertThat(file.dossier().alarms()).isEmpty();
      assertThat(file.advice()).isEmpty();
      Map<String, CaseState> states = new HashMap<>();
      Map<String, Task> tasks = new HashMap<>();
      Set<String> ever = new HashSet<>();
      for (CaseOutput output : told) {
        if (output instanceof CaseChange change) {
          states.put(change.caseId(), change.state());
          ever.add(change.caseId());
          checkOneOpen(states);
          checkConclusion(change);
          checkClosedIsQuiet(change, tasks);
        } else if (output instanceof Task task) {
          checkTask(task, tasks.put(task.taskId(), task), states.get(task.caseId()));
        }
      }
      assertThat(states.values()).as(person).allMatch(state -> state == CaseState.CLOSED);
      assertThat(tasks.values()).as(person).noneMatch(t -> t.state() == Task.State.OPEN);
      for (CaseInput input : inputs) {
        if (input instanceof WarningRaised raised) {
          assertThat(ever).as("every warning's case is known").contains(raised.warning().caseId());
        }
      }
    }

    private void checkOneOpen(Map<String, CaseState> states) {
      assertThat(states.values().stream().filter(state -> state != CaseState.CLOSED).count())
          .as(person + " has one open case")
          .isLessThanOrEqualTo(1);
    }

    private void checkConclusion(CaseChange change) {
      if (change.state() == CaseState.CLOSED) {
        assertThat(change.conclusion()).as(person + " ends with a conclusion").isNotNull();
      }
    }

    private void checkClosedIsQuiet(CaseChange change, Map<String, Task> tasks) {
      if (change.state() == CaseState.CLOSED) {
        assertThat(tasks.values())
            .as("nothing is left open by the closing")
            .noneMatch(
                task -> task.caseId().equals(change.caseId()) && task.state() == Task.State.OPEN);
      }
    }

    private void checkTask(Task task, Task before, CaseState state) {
      assertThat(state).as("no task after closing: " + task).isNotIn(CaseState.CLOSED, null);
      if (before == null) {
        assertThat(task.state()).isEqualTo(Task.State.OPEN);
        assertThat(task.dueAt()).isGreaterThanOrEqualTo(task.createdAt());
      } else {
        assertThat(before.state()).as("a finished task stays so").isEqualTo(Task.State.OPEN);
        assertThat(task.dueAt())
            .as("deadlines never move away")
            .isLessThanOrEqualTo(before.dueAt());
      }
    }

    @Override
    public long now() {
      return now;
    }

    @Override
    public long watermark() {
      return watermark;
    }

    @Override
    public void emit(CaseOutput output) {
      told.add(output);
    }

    @Override
    public void wakeAt(long time) {
      wakes.add(Math.floorDiv(time + granularity - 1, granularity) * granularity);
    }

    @Override
    public void count(String metric) {
      assertThat(metric)
          .as(() -> "after " + told.get(told.size() - 1) + " and " + inputs)
          .isNotEqualTo("case_without_next_step");
    }
  }
}
